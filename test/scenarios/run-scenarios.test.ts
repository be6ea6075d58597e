import { scenarioBench } from '../support/scenarios.js';

const { play } = scenarioBench();

test('a scenario passes against the reference DMN, and its exchanges are judged', async () => {
  const { result, steps, end } = await play(['dmn-identity/ins-not-validated']);
  expect(end).toEqual({ interrupted: false, defects: [] });
  expect(steps.filter((step) => !step.endsWith(' passed'))).toEqual([]);
  expect(result.outcome).toBe('passed');
  expect(result.scenarios?.[0]).toMatchObject({ id: 'dmn-identity/ins-not-validated', seed: 'test' });
  expect(result.steps[0]?.requirementIds).toEqual(['INS 45']);
  expect(result.items.some(({ subject }) => subject === 'hl7v2/exchange')).toBe(true);
});

test('a DMN that says yes and stores nothing is found out', async () => {
  const { result, steps } = await play(['dmn-identity/ins-not-validated'], { mode: 'accept' });
  expect(steps.slice(0, 2)).toEqual(['create passed', 'created failed tested-side']);
  expect(result.outcome).toBe('failed');
}, 20_000);
