import { listScenarioPacks, type Scenario } from '../../src/scenarios/index.js';
import { playTogether, scenarioBench } from '../support/scenarios.js';

const { play } = scenarioBench();
const packs = await listScenarioPacks();
/** A capture takes a browser, and a manual scenario a person: they have tests of their own. */
const NEEDS_MORE = new Set(['dmn-identity/create-and-associate']);
const names = new Map(
  packs
    .filter(({ pack }) => pack.id !== 'dmn-manual')
    .map(({ pack, scenarios }) => [
      pack.id,
      scenarios.map(({ reference }) => reference).filter((reference) => !NEEDS_MORE.has(reference)),
    ]),
);
const played = playTogether(new Map([...names].map(([id, references]) => [id, () => play(references)])));

test('the packs are there', () => {
  expect(packs.map(({ pack, scenarios }) => `${pack.id} ${scenarios.length}`)).toEqual([
    'cda-exchange 4',
    'dmn-encounter 5',
    'dmn-identity 11',
    'dmn-manual 9',
    'mes-measures 3',
    'mllp-robustness 4',
    'tls-authentication 2',
  ]);
});

test.each([...names.keys()])('%s passes against the reference DMN', (id) => {
  const { result, end } = played(id);
  expect(end.defects).toEqual([]);
  const wrong = result.steps.filter(({ outcome }) => outcome !== 'passed');
  expect(wrong.map((step) => [step.id, step.outcome, step.reason?.en])).toEqual([]);
  expect(result.outcome).toBe('passed');
});

describe('every scenario', () => {
  const all: readonly Scenario[] = packs.flatMap(({ scenarios }) => scenarios);

  test('names as requirements only those read in a primary source, or says that they were not', () => {
    // The marks [P] of the facts sheet on the référentiel.
    const primary = new Set(['INS 45', 'IEU 1', 'IEU 2', 'IEU 5', 'IEPS 6', 'RGPD 1']);
    const claims = all.flatMap(({ reference, file }) =>
      (file.requirements ?? []).map((one) => ({ reference, ...one })),
    );
    expect(claims.filter(({ id, trust }) => (trust === 'primary') !== primary.has(id))).toEqual([]);
    expect(claims.length).toBeGreaterThan(5);
  });

  test('has a summary of its own', () => {
    expect(new Set(all.map(({ file }) => file.summary.fr)).size).toBe(all.length);
  });
});
