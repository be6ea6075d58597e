import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combineOutcomes, OUTCOMES, type RunResult } from '../../src/core/index.js';
import { REPORT_FORMATS, type ReportFormat } from '../../src/reports/index.js';
import { LABELS, OUTCOME_WORDS } from '../../src/reports/labels.js';
import { resultWith } from '../support/cant-tell-result.js';
import { reportText } from '../support/report-text.js';

/** What a reader of each format takes for success: the verdict of the run, as machines and people read it. */
const SAYS_SUCCESS: Readonly<Record<ReportFormat, (text: string) => boolean>> = {
  text: (text) => /^✓ Passed: /m.test(text),
  md: (text) => text.includes('**✓ Passed**'),
  html: (text) => text.includes('class="verdict passed"'),
  csv: (text) => new RegExp(`^\ufeff[^\r]*\r\n${LABELS.verdict.en},,${OUTCOME_WORDS.passed.en},`).test(text),
  json: (text) => JSON.parse(text).outcome === 'passed',
  junit: (text) => !/<(failure|error) /.test(text) && text.includes('<testcase '),
  pdf: (text) => /^✓ {2}Passed$/m.test(text),
  png: (text) => text.includes('✓ Passed'),
  sarif: (text) => {
    const [run] = JSON.parse(text).runs;
    const isOpen = run.results.some(({ kind }: { kind: string }) => kind === 'open' || kind === 'fail');
    return run.invocations[0].executionSuccessful && !isOpen;
  },
  tar: (text) => /<tr:result>(SUCCESS|WARNING)<\/tr:result>/.exec(text.slice(0, text.indexOf('<tr:reports>'))) !== null,
  gazelle: (text) => JSON.parse(text).overallResult === 'PASSED',
  'gazelle-xml': (text) => /<gvr:validationReport [^>]*result="PASSED"/.test(text),
  outcome: (text) => !JSON.parse(text).issue.some(({ severity }: { severity: string }) => /error|fatal/.test(severity)),
  testreport: (text) => JSON.parse(text).result === 'pass',
};

/** The words for each outcome must be found in every format that speaks to people; machines have their own. */
const counts = fc.record(
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, fc.integer({ min: 0, max: 3 })])) as Record<
    (typeof OUTCOMES)[number],
    fc.Arbitrary<number>
  >,
);

function runOf(tally: Record<(typeof OUTCOMES)[number], number>): RunResult {
  const parts = OUTCOMES.flatMap((outcome) => Array.from({ length: tally[outcome] }, () => outcome));
  return resultWith(tally, combineOutcomes(parts));
}

describe('what could not be decided', () => {
  it.each(REPORT_FORMATS)('never reads as success in %s, and a run that passed does', async (format) => {
    const runs = format === 'pdf' || format === 'png' ? 5 : 60;
    await fc.assert(
      fc.asyncProperty(counts, async (tally) => {
        const result = runOf(tally);
        const text = await reportText(result, format, { language: 'en' });
        expect(SAYS_SUCCESS[format](text)).toBe(result.outcome === 'passed');
      }),
      {
        numRuns: runs,
        examples: [
          [{ passed: 0, failed: 0, cantTell: 1, inapplicable: 0, untested: 0 }],
          [{ passed: 2, failed: 0, cantTell: 1, inapplicable: 1, untested: 0 }],
          [{ passed: 2, failed: 0, cantTell: 0, inapplicable: 1, untested: 0 }],
        ],
      },
    );
  });

  it.each(REPORT_FORMATS.filter((format) => format !== 'png'))('every outcome is told in %s', async (format) => {
    const result = runOf({ passed: 1, failed: 1, cantTell: 1, inapplicable: 1, untested: 1 });
    const text = await reportText(result, format, { language: 'en' });
    // A terminal counts what passed or did not apply; the other formats name each rule.
    const named =
      format === 'text' || format === 'md' ? ['test/failed-1', 'test/cantTell-1'] : Object.keys(result.rules);
    for (const id of named) expect(text.replace(/\s+|&#\d+;/g, '')).toContain(id.replace(/[-/]/g, (sign) => sign));
    if (format === 'text' || format === 'md') expect(text).toMatch(/passed 1 .*not applicable 1 .*not tested 1/);
  });
});
