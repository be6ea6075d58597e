import { EXAMPLE, profile, weight } from '../../../src/rules/fhir/generic/example-resources.js';
import { checker } from '../../support/fhir-report.js';

/** One value set of one code, bound to `method` with each strength. */
const VALUE_SET = { resourceType: 'ValueSet', url: `${EXAMPLE}methods`, status: 'active' };
const compose = { include: [{ system: 'urn:s', concept: [{ code: 'a' }] }] };
const bound = (name: string, strength: string, valueSet = VALUE_SET.url) =>
  profile(name, 'Observation', [
    { id: 'Observation.method', path: 'Observation.method', binding: { strength, valueSet } } as never,
  ]);
const definitions = [
  { ...VALUE_SET, compose } as never,
  ...['required', 'extensible', 'preferred', 'example'].map((strength) => bound(strength, strength)),
  bound('unknown-required', 'required', `${EXAMPLE}nowhere`),
  bound('unknown-extensible', 'extensible', `${EXAMPLE}nowhere`),
  bound('unknown-preferred', 'preferred', `${EXAMPLE}nowhere`),
];
const method = (code: string) => ({ coding: [{ system: 'urn:s', code }] });

async function judged(name: string, changes: Record<string, unknown>) {
  const check = await checker(definitions);
  const { problems, doubts } = check(weight(changes), [EXAMPLE + name]);
  const about = problems.filter(({ element }) => element.path.includes('.method'));
  return {
    problems: about.map(({ kind, severity }) => `${kind} ${severity ?? 'own'}`),
    doubts: doubts.map(({ reason }) => reason.en),
  };
}

test.each([
  ['required', ['code-in-value-set own']],
  ['extensible', ['code-in-extensible-value-set own']],
  ['preferred', []],
  ['example', []],
])('a code outside, with strength %s', async (strength, problems) => {
  expect(await judged(strength, { method: method('b') })).toEqual({ problems, doubts: [] });
  expect(await judged(strength, { method: method('a') })).toEqual({ problems: [], doubts: [] });
});

test.each([
  ['unknown-required', ['code-in-value-set']],
  ['unknown-extensible', ['code-in-extensible-value-set']],
  ['unknown-preferred', []],
])('a value set that is not at hand, %s', async (name, kinds) => {
  const { problems, doubts } = await judged(name, { method: method('a') });
  expect(problems).toEqual([]);
  expect(doubts).toHaveLength(kinds.length);
  for (const doubt of doubts) expect(doubt).toContain(`${EXAMPLE}nowhere`);
});
