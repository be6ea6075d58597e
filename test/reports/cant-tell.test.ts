import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combineOutcomes, OUTCOMES, type RunResult } from '../../src/core/index.js';
import { REPORT_FORMATS } from '../../src/reports/index.js';
import { resultWith } from '../support/cant-tell-result.js';
import { reportText } from '../support/report-text.js';
import { SAYS_SUCCESS } from '../support/says-success.js';

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
