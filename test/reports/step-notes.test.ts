import type { RunResult, StepResult } from '../../src/core/index.js';
import { loadReport, REPORT_FORMATS } from '../../src/reports/index.js';
import { stepsByScenario } from '../../src/reports/step-notes.js';
import { goldenResult } from '../support/golden-result.js';

const step = (id: string, more: Partial<StepResult>): StepResult => ({
  id,
  title: { fr: `étape ${id}`, en: `step ${id}` },
  outcome: 'passed',
  evidenceIds: [],
  itemIds: [],
  requirementIds: [],
  ...more,
});

const result: RunResult = {
  ...goldenResult(),
  scenarios: [
    {
      id: 'pack/one',
      title: { fr: 'Premier scénario', en: 'First scenario' },
      digest: 'd',
      seed: 's',
      requirements: [{ id: 'INS 45', trust: 'primary', source: 'FAQ' }],
    },
    { id: 'pack/two', title: { fr: 'Second scénario', en: 'Second scenario' }, digest: 'd', seed: 's' },
  ],
  steps: [
    step('a', { scenario: 'pack/one', attempts: 3, reason: { fr: 'vu', en: 'seen' } }),
    step('b', { scenario: 'pack/one', outcome: 'failed', blame: 'tested-side', reason: { fr: 'non', en: 'no' } }),
    step('c', { scenario: 'pack/two' }),
  ],
};

test('steps are shown by scenario, numbered through the run', () => {
  const groups = stepsByScenario(result).map(({ scenario, from, steps }) => [scenario?.id, from, steps.length]);
  expect(groups).toEqual([
    ['pack/one', 1, 2],
    ['pack/two', 3, 1],
  ]);
});

test.each(['text', 'html', 'md', 'junit'])('%s shows that a step was tried three times', async (format) => {
  expect(REPORT_FORMATS).toContain(format);
  const { render } = await loadReport(format as 'text');
  const rendered = Buffer.from(await render(result, { language: 'en', showValues: true })).toString('utf8');
  expect(rendered).toContain('3 attempts');
});

test.each(['text', 'html', 'md'])('%s names a requirement with its source', async (format) => {
  const { render } = await loadReport(format as 'text');
  const rendered = Buffer.from(await render(result, { language: 'fr', showValues: true })).toString('utf8');
  expect(rendered.replaceAll('\\', '')).toContain('INS 45 (source primaire : FAQ)');
  expect(rendered).toContain('Second scénario');
});
