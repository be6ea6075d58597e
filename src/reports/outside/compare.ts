import type { Finding, OutsideFinding, OutsideLocation, OutsideReport, RunResult, Severity } from '../../core/index.js';

/** A problem both tools tell of at one place. */
export interface Agreement {
  readonly ours: readonly Finding[];
  readonly theirs: OutsideFinding;
  /** False when one calls an error what the other calls a warning or a remark. */
  readonly sameSeverity: boolean;
}

export interface Comparison {
  readonly report: OutsideReport;
  /** Outcome of what the report is about, by our rules. */
  readonly ours: 'passed' | 'failed' | 'cantTell';
  readonly both: readonly Agreement[];
  readonly oursOnly: readonly Finding[];
  readonly theirsOnly: readonly OutsideFinding[];
}

/** Our findings beside those of another tool, put together by place. Nothing is judged: both keep their verdict. */
export function compareOutside(result: RunResult, report: OutsideReport): Comparison {
  const isConcerned = (evidenceId: string) =>
    evidenceId !== report.evidenceId && (report.aboutEvidenceId === undefined || report.aboutEvidenceId === evidenceId);
  const own = result.findings.filter(
    (finding) => isConcerned(finding.evidenceId) && finding.location.format !== 'wire',
  );
  const matched = new Set<Finding>();
  const both: Agreement[] = [];
  const theirsOnly: OutsideFinding[] = [];
  for (const theirs of report.findings) {
    const document = documentOf(result, theirs.location);
    const ours = own.filter(
      (finding) => (document ?? finding.evidenceId) === finding.evidenceId && isSamePlace(finding, theirs.location),
    );
    for (const finding of ours) matched.add(finding);
    if (ours.length === 0) theirsOnly.push(theirs);
    else
      both.push({
        ours,
        theirs,
        sameSeverity: ours.some(({ severity }) => weight(severity) === weight(theirs.severity)),
      });
  }
  const items = result.items.filter((item) => isConcerned(item.evidenceId) && !item.subject.startsWith('wire/'));
  return {
    report,
    ours: outcomeOf(items.map((item) => (item.expected ? 'passed' : item.outcome))),
    both,
    oursOnly: own.filter((finding) => !matched.has(finding)),
    theirsOnly,
  };
}

/** Evidence id of the document a place names, when it is one of ours. */
function documentOf({ evidence }: RunResult, location: OutsideLocation | undefined): string | undefined {
  const name = location?.document;
  return name === undefined ? undefined : evidence.find((item) => item.id === name || item.name === name)?.id;
}

/** `fatal` and `error` weigh the same: not every tool has both words. */
const weight = (severity: Severity) => (severity === 'fatal' ? 'error' : severity);

function outcomeOf(outcomes: readonly string[]): Comparison['ours'] {
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('cantTell') || !outcomes.includes('passed') ? 'cantTell' : 'passed';
}

/** By path when both have one of the same kind, else by line, and by column when both know it. */
function isSamePlace({ location }: Finding, theirs: OutsideLocation | undefined): boolean {
  if (!theirs) return false;
  if (theirs.path !== undefined && kindOf(theirs.path) === kindOf(location.path)) {
    return plainPath(theirs.path) === plainPath(location.path);
  }
  if (theirs.line === undefined || location.within || theirs.line !== location.line) return false;
  return theirs.column === undefined || theirs.column === location.column;
}

function kindOf(path: string): 'xpath' | 'hl7v2' | 'fhirpath' {
  if (path.startsWith('/')) return 'xpath';
  return /^[A-Z][A-Z0-9]{2}([([-]|$)/.test(path) ? 'hl7v2' : 'fhirpath';
}

/** Without namespaces, first positions and case of no meaning, so that two ways of writing one place are the same. */
function plainPath(path: string): string {
  return path
    .trim()
    .replace(/\*:|\b[A-Za-z_][\w.-]*:(?!:)/g, '')
    .replace(
      /\*?\[(?:local-name|name)\(\)\s*=\s*['"]([^'"]+)['"](?:\s+and\s+namespace-uri\(\)\s*=\s*['"][^'"]*['"])?\]/g,
      '$1',
    )
    .replace(/\[namespace-uri\(\)\s*=\s*['"][^'"]*['"]\]/g, '')
    .replace(/\/?text\(\)$/, '')
    .replace(/\[1\]|\(1\)/g, '')
    .replace(/\[0\]/g, '');
}
