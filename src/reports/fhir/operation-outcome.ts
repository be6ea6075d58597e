import { type Finding, isFailing, type Language, type RunResult } from '../../core/index.js';
import { type Check, type CheckGroup, checksOf, countsAgainst, overallOf } from '../checks.js';
import { placeOf, toldMessage, valuesOf } from '../finding-lines.js';
import { LABELS, OUTCOME_WORDS } from '../labels.js';
import { prepareResult } from '../prepare.js';
import type { ReportOptions } from '../types.js';
import { describeShares, ruleShares, verdictSentence } from '../verdict.js';

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/operationoutcome-issue';

interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: string;
  readonly details?: {
    readonly coding?: readonly { readonly system: string; readonly code: string }[];
    readonly text: string;
  };
  readonly diagnostics?: string;
  readonly location?: readonly string[];
  readonly expression?: readonly string[];
  readonly extension?: readonly { readonly url: string; readonly valueInteger: number }[];
}

/**
 * FHIR R4 OperationOutcome. Its readers call it a success when no issue is an error: so a run that decided nothing, and
 * each check that could not be decided, is an error of code `incomplete`. What passed is told in one issue an item.
 */
export function renderOperationOutcome(result: RunResult, options: ReportOptions): string {
  const { language } = options;
  const shown = prepareResult(result, options);
  const issues = [
    verdictIssue(shown, language),
    ...checksOf(shown, language).flatMap((group) => groupIssues(group, language)),
  ];
  return `${JSON.stringify({ resourceType: 'OperationOutcome', language, issue: issues }, null, 2)}\n`;
}

const VERDICT_CODES = {
  passed: { severity: 'information', code: 'informational' },
  failed: { severity: 'error', code: 'processing' },
  undecided: { severity: 'error', code: 'incomplete' },
} as const;

function verdictIssue(result: RunResult, language: Language): Issue {
  const incomplete = result.incomplete ? ` ${LABELS.incomplete[language]}` : '';
  const text = `${verdictSentence(result, language)}${incomplete}`;
  return { ...VERDICT_CODES[overallOf(result)], details: { text }, diagnostics: `Épreuve ${result.tool.version}` };
}

function groupIssues(group: CheckGroup, language: Language): Issue[] {
  const problems = group.checks.flatMap((check) => [
    ...check.findings.map((finding) => findingIssue(check, finding, language)),
    ...(check.findings.length === 0 ? undecidedIssues(group, check, language) : []),
  ]);
  return [...problems, ...tallyIssues(group, language)];
}

function findingIssue(check: Check, finding: Finding, language: Language): Issue {
  const { severity, location, constraintId, ruleId } = finding;
  const repair = check.rule && `${LABELS.repair[language]}${LABELS.colon[language]}${check.rule.repair[language]}`;
  const isExcused = isFailing(severity) && !countsAgainst(finding);
  return {
    extension: [
      { url: `${EXTENSION}-line`, valueInteger: Math.max(1, location.line) },
      { url: `${EXTENSION}-col`, valueInteger: Math.max(1, location.column) },
    ],
    severity: isExcused ? 'information' : severity,
    code: isExcused ? 'suppressed' : codeOf(check, finding),
    details: {
      coding: [
        { system: 'urn:epreuve:rule', code: ruleId },
        ...(constraintId === undefined ? [] : [{ system: 'urn:epreuve:constraint', code: constraintId }]),
      ],
      text: toldMessage(finding, check.rule, language) || ruleId,
    },
    diagnostics: [placeOf(finding, language), valuesOf(finding, language), repair].filter((part) => part).join(' ; '),
    ...(location.format === 'fhirpath' && { expression: [location.path] }),
    ...(location.format !== 'fhirpath' && location.path !== '' && { location: [location.path] }),
  };
}

/** Table 0357 of HL7 v2 says the kind of fault; a broken row of a pack is an invariant. */
const CODES: Readonly<Record<string, string>> = {
  '100': 'structure',
  '101': 'required',
  '102': 'value',
  '103': 'code-invalid',
  '200': 'not-supported',
  '201': 'not-supported',
  '204': 'not-found',
  '205': 'duplicate',
};

function codeOf({ rule }: Check, { severity, constraintId, messageId }: Finding): string {
  if (severity === 'fatal') return 'invalid';
  const code = rule?.hl7ErrorOf?.[messageId] ?? rule?.hl7Error;
  const byTable = code === undefined ? undefined : CODES[code];
  return byTable ?? (constraintId === undefined ? 'business-rule' : 'invariant');
}

function undecidedIssues(group: CheckGroup, check: Check, language: Language): Issue[] {
  const { outcome, id, title, reason } = check;
  if (outcome !== 'cantTell' && outcome !== 'failed') return [];
  const word = OUTCOME_WORDS[outcome][language];
  const why = reason === word || reason === '' ? '' : ` (${reason})`;
  return [
    {
      severity: 'error',
      code: outcome === 'cantTell' ? 'incomplete' : 'processing',
      details: {
        coding: [{ system: group.kind === 'steps' ? 'urn:epreuve:step' : 'urn:epreuve:rule', code: toCode(id) }],
        text: `${word}${LABELS.colon[language]}${title}${why}`,
      },
      diagnostics: group.title || title || id,
    },
  ];
}

/** No space at the ends, single ones inside (FHIR `code`). */
const toCode = (id: string) => id.trim().replace(/\s+/g, ' ') || 'unnamed';

/** What passed, did not apply or was not tested, in one line an item or for the steps. */
function tallyIssues({ item, kind, title, checks }: CheckGroup, language: Language): Issue[] {
  const quiet = checks.filter(({ outcome }) => outcome !== 'failed' && outcome !== 'cantTell');
  if (quiet.length === 0 || kind === 'others' || kind === 'verdict') return [];
  const listed = quiet.map(({ id, outcome }) => `${id} (${OUTCOME_WORDS[outcome][language].toLowerCase()})`).join(', ');
  const shares = item ? describeShares(ruleShares([item], language)) : '';
  return [
    {
      severity: 'information',
      code: 'informational',
      details: { text: `${title}${LABELS.colon[language]}${shares || listed}` },
      ...(shares !== '' && { diagnostics: listed }),
    },
  ];
}
