import type { Language, Outcome, RunResult } from '../../core/index.js';
import { type Check, type CheckGroup, checksOf, overallOf } from '../checks.js';
import { placeOf, toldMessage, valuesOf } from '../finding-lines.js';
import { countOf, LABELS, NOUNS, OUTCOME_WORDS } from '../labels.js';
import { prepareResult } from '../prepare.js';
import { runDate } from '../run-date.js';
import type { ReportOptions } from '../types.js';
import { verdictSentence } from '../verdict.js';

/**
 * FHIR R4 TestReport: one test for the steps and one for each item, an assert for each check. What could not be decided
 * is `error`, and leaves the whole `pending`; what does not apply or was not tested is `skip`.
 */
export function renderTestReport(result: RunResult, options: ReportOptions): string {
  const { language } = options;
  const shown = prepareResult(result, options);
  const overall = overallOf(shown);
  const issued = runDate(shown);
  const report = {
    resourceType: 'TestReport',
    language,
    name: shown.title[language] || 'Épreuve',
    status: shown.incomplete ? 'stopped' : 'completed',
    testScript: { display: shown.title[language] || 'Épreuve' },
    result: overall === 'undecided' ? 'pending' : overall === 'passed' ? 'pass' : 'fail',
    tester: `Épreuve ${shown.tool.version}`,
    ...(issued !== undefined && { issued }),
    participant: [{ type: 'test-engine', uri: 'urn:epreuve', display: verdictSentence(shown, language) }],
    test: checksOf(shown, language).map((group) => testOf(group, language)),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function testOf(group: CheckGroup, language: Language) {
  const { item, title, checks } = group;
  return {
    name: title || group.kind,
    ...(item && item.packs.length > 0 && { description: item.packs.join(', ') }),
    action: checks.map((check) => ({ assert: assertOf(check, language) })),
  };
}

const RESULTS = {
  passed: 'pass',
  failed: 'fail',
  cantTell: 'error',
  inapplicable: 'skip',
  untested: 'skip',
} as const satisfies Record<Outcome, string>;

function assertOf(check: Check, language: Language) {
  const { id, outcome, title, reason, findings, unlisted, rule } = check;
  const isWarned =
    outcome === 'passed' && findings.some((finding) => finding.severity === 'warning' && !finding.suppressed);
  const word = OUTCOME_WORDS[outcome][language];
  const why = outcome === 'passed' || reason === word || reason === '' ? '' : ` (${reason})`;
  const head = `${word}${LABELS.colon[language]}${title || id}${why}`;
  const lines = findings.map((finding) => {
    const place = [placeOf(finding, language), valuesOf(finding, language)].filter((part) => part).join(' ; ');
    return `- ${toldMessage(finding, rule, language)} [${place}]`;
  });
  if (unlisted > 0) lines.push(`- ${countOf(unlisted, NOUNS.more, language)}`);
  return { result: isWarned ? 'warning' : RESULTS[outcome], message: [head, ...lines].join('\n'), detail: id };
}
