import type { Finding, Language, RunResult } from '../core/index.js';
import { type Check, type CheckGroup, checksOf, countsAgainst, overallOf } from './checks.js';
import { placeOf, toldMessage, valuesOf } from './finding-lines.js';
import { countOf, LABELS, NOUNS, OUTCOME_WORDS } from './labels.js';
import { prepareResult } from './prepare.js';
import { runDate, UNKNOWN_DATE } from './run-date.js';
import type { ReportOptions } from './types.js';
import { verdictSentence } from './verdict.js';
import { writeXml } from './write-xml.js';

type TarResult = 'SUCCESS' | 'FAILURE' | 'WARNING' | 'UNDEFINED';

/** One assertion. The element name carries its weight. */
interface Bar {
  readonly element: 'info' | 'warning' | 'error';
  readonly assertionId: string;
  readonly description: string;
  readonly type: string;
  readonly location?: string;
  readonly test?: string;
  readonly value?: string;
}

/**
 * GITB test assertion report (gitb_tr.xsd 1.29), for the Interoperability Test Bed: a `TestStepReport` of type TAR with a
 * nested TAR for each item. What could not be decided is a warning of type `cantTell`, and makes the result UNDEFINED
 * unless something failed.
 */
export function renderTar(result: RunResult, options: ReportOptions): string {
  const { language } = options;
  const shown = prepareResult(result, options);
  const groups = checksOf(shown, language);
  const bars = groups.map((group) => group.checks.flatMap((check) => barsOf(group, check, language)));
  const date = runDate(shown) ?? UNKNOWN_DATE;
  const overall = tarResult(overallOf(shown), bars.flat());
  return writeXml({
    'tr:TestStepReport': {
      '@xmlns:tr': 'http://www.gitb.com/tr/v1/',
      '@xmlns:gitb': 'http://www.gitb.com/core/v1/',
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:type': 'tr:TAR',
      '@name': shown.title[language],
      'tr:date': date,
      'tr:result': overall,
      'tr:overview': overviewOf(shown, language),
      'tr:counters': countersOf(bars.flat()),
      'tr:context': contextOf(shown),
      'tr:reports': { 'tr:reports': groups.map((group, index) => nested(group, bars[index] ?? [], date)) },
    },
  });
}

function tarResult(overall: ReturnType<typeof overallOf>, bars: readonly Bar[]): TarResult {
  if (overall === 'failed') return 'FAILURE';
  if (overall === 'undecided' || bars.some(({ type }) => type === 'cantTell')) return 'UNDEFINED';
  return bars.some(({ element }) => element === 'warning') ? 'WARNING' : 'SUCCESS';
}

/** The result of a group from what it lists; nothing decided is UNDEFINED. */
function groupResult(bars: readonly Bar[]): TarResult {
  if (bars.some(({ element }) => element === 'error')) return 'FAILURE';
  return tarResult(bars.some(({ type }) => type === 'passed') ? 'passed' : 'undecided', bars);
}

function overviewOf(result: RunResult, language: Language) {
  return {
    'tr:profileID': result.packs.map((pack) => `${pack.id}@${pack.version}`).join(', ') || LABELS.noPack[language],
    'tr:validationServiceName': 'Épreuve',
    'tr:validationServiceVersion': result.tool.version,
    'tr:note': verdictSentence(result, language),
  };
}

/** As the Test Bed counts: assertions are the lines of information. */
function countersOf(bars: readonly Bar[]) {
  const count = (element: Bar['element']) => bars.filter((bar) => bar.element === element).length;
  return { 'tr:nrOfAssertions': count('info'), 'tr:nrOfErrors': count('error'), 'tr:nrOfWarnings': count('warning') };
}

function nested(group: CheckGroup, bars: readonly Bar[], date: string) {
  const listed = (element: Bar['element']) => bars.filter((bar) => bar.element === element).map(barXml);
  return {
    '@xsi:type': 'tr:TAR',
    '@name': group.title,
    'tr:date': date,
    'tr:result': groupResult(bars),
    'tr:counters': countersOf(bars),
    'tr:reports': { 'tr:error': listed('error'), 'tr:warning': listed('warning'), 'tr:info': listed('info') },
  };
}

function barXml({ assertionId, description, location, test, type, value }: Bar) {
  return {
    '@xsi:type': 'tr:BAR',
    'tr:assertionID': assertionId,
    'tr:description': description,
    ...(location !== undefined && { 'tr:location': location }),
    ...(test !== undefined && { 'tr:test': test }),
    'tr:type': type,
    ...(value !== undefined && { 'tr:value': value }),
  };
}

function barsOf(group: CheckGroup, check: Check, language: Language): Bar[] {
  const bars = check.findings.map((finding) => findingBar(check, finding, language));
  if (check.unlisted > 0) {
    const element = check.outcome === 'failed' ? 'error' : 'info';
    const description = countOf(check.unlisted, NOUNS.more, language);
    bars.push({ element, assertionId: check.id, description, type: check.outcome });
  }
  return bars.length > 0 ? bars : [bareBar(group, check, language)];
}

function findingBar(check: Check, finding: Finding, language: Language): Bar {
  const { severity, location, constraintId } = finding;
  const weight = severity === 'warning' && !finding.suppressed && !finding.provoked ? 'warning' : 'info';
  const values = valuesOf(finding, language);
  const repair = check.rule ? ` ${LABELS.repair[language]}${LABELS.colon[language]}${check.rule.repair[language]}` : '';
  const place = `${contextName(finding.evidenceId)}:${Math.max(1, location.line)}:${Math.max(0, location.column)}`;
  return {
    element: countsAgainst(finding) ? 'error' : weight,
    assertionId: constraintId ?? check.id,
    description: `${toldMessage(finding, check.rule, language)}${repair}`,
    type: countsAgainst(finding) ? 'failed' : 'passed',
    // A line inside a carried document is not one of the file.
    ...(location.within ? {} : { location: place }),
    test: placeOf(finding, language),
    ...(values !== '' && { value: values }),
  };
}

function bareBar(group: CheckGroup, check: Check, language: Language): Bar {
  const { outcome, reason, title, id } = check;
  const word = OUTCOME_WORDS[outcome][language];
  const why = reason === word || reason === '' ? '' : ` (${reason})`;
  const element = outcome === 'failed' ? 'error' : outcome === 'cantTell' ? 'warning' : 'info';
  const assertionId = group.kind === 'steps' ? `step/${id}` : id;
  return { element, assertionId, description: `${word}${LABELS.colon[language]}${title}${why}`, type: outcome };
}

/** Locations are split at colons: a name of ours has none. */
const contextName = (evidenceId: string) => evidenceId.replaceAll(':', '_');

/**
 * The documents as far as the result holds them: the lines findings point at, at their own line numbers, so that a
 * location opens the right one. Masked like the rest.
 */
function contextOf(result: RunResult) {
  const items = result.evidence.map((item) => ({
    '@name': contextName(item.id),
    '@embeddingMethod': 'STRING',
    '@mimeType': 'text/plain',
    'gitb:value': quotedLines(result, item.id) || `${item.name} sha256 ${item.sha256}`,
  }));
  return { 'gitb:item': items };
}

/** Beyond it the blank lines would outweigh the report. */
const LAST_LINE = 5000;

function quotedLines({ findings }: RunResult, evidenceId: string): string {
  const lines: string[] = [];
  for (const { evidenceId: id, location, excerpt } of findings) {
    if (id !== evidenceId || location.within || !excerpt || location.line > LAST_LINE) continue;
    while (lines.length < location.line) lines.push('');
    lines[location.line - 1] = excerpt.text;
  }
  return lines.join('\n');
}
