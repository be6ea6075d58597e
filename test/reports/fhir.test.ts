import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome, RunResult } from '../../src/core/index.js';
import { renderOperationOutcome } from '../../src/reports/fhir/operation-outcome.js';
import { renderTestReport } from '../../src/reports/fhir/test-report.js';
import { resultWith } from '../support/cant-tell-result.js';
import { type Check, checker, told } from '../support/fhir-report.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

const RENDERERS = { OperationOutcome: renderOperationOutcome, TestReport: renderTestReport };
const RESULTS: Readonly<Record<string, RunResult>> = {
  golden: goldenResult(),
  hostile: hostileResult(' \u0000\u000b<&"\ud800'),
  empty: { ...goldenResult(), items: [], steps: [], findings: [], rules: {}, outcome: 'untested' },
  undecided: resultWith({ cantTell: 2 }, 'cantTell'),
};

let check: Check;
beforeAll(async () => {
  check = await checker();
});

/** HL7's own extensions for line and column are not in the base definitions: the engine says it does not know them. */
const faults = (text: string) => told(check(text)).filter((line) => !line.startsWith('extension unknown '));

describe('fhir reports', () => {
  for (const [type, render] of Object.entries(RENDERERS)) {
    it.each(Object.keys(RESULTS))(`${type} of the %s result is valid R4 by our own engine`, (name) => {
      const result = RESULTS[name];
      if (!result) throw new Error(name);
      for (const language of ['fr', 'en'] as const) {
        const text = render(result, { language });
        expect(JSON.parse(text).resourceType).toBe(type);
        expect(faults(text)).toEqual([]);
      }
    });
  }

  it('the engine sees a fault in them', () => {
    const broken = { ...JSON.parse(renderTestReport(goldenResult(), { language: 'fr' })), result: 'perfect' };
    expect(told(check(broken)).length).toBeGreaterThan(0);
  });

  it('an outcome without error means that the run passed', () => {
    const hasError = (result: RunResult) =>
      JSON.parse(renderOperationOutcome(result, { language: 'fr' })).issue.some(({ severity }: { severity: string }) =>
        ['error', 'fatal'].includes(severity),
      );
    expect(hasError(resultWith({ passed: 2, inapplicable: 1 }, 'passed'))).toBe(false);
    for (const outcome of ['failed', 'cantTell', 'inapplicable', 'untested'] as const) {
      expect(hasError(resultWith({ [outcome]: 1 }, outcome))).toBe(true);
    }
  });

  it('a test report passes only when the run passed', () => {
    const told = (counts: Partial<Record<Outcome, number>>, outcome: Outcome) => {
      const report = JSON.parse(renderTestReport(resultWith(counts, outcome), { language: 'en' }));
      const [test] = report.test;
      return [report.result, ...test.action.map((action: { assert: { result: string } }) => action.assert.result)];
    };
    expect(told({ passed: 1, inapplicable: 1 }, 'passed')).toEqual(['pass', 'pass', 'skip']);
    expect(told({ cantTell: 1, passed: 1 }, 'cantTell')).toEqual(['pending', 'pass', 'error']);
    expect(told({ failed: 1, cantTell: 1 }, 'failed')).toEqual(['fail', 'fail', 'error']);
  });
});
