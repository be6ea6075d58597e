import {
  expandValueSet,
  type FhirCodeSystem,
  type FhirDefinitions,
  type FhirValueSet,
  loadFhirBase,
} from '../../../src/packs/index.js';

const SYSTEM = 'urn:system';
const tree: FhirCodeSystem = {
  resourceType: 'CodeSystem',
  url: SYSTEM,
  content: 'complete',
  concept: [
    { code: 'a', display: 'A', concept: [{ code: 'a1' }, { code: 'a2', concept: [{ code: 'a21' }] }] },
    { code: 'b', property: [{ code: 'parent', valueCode: 'a' }] },
    { code: 'c' },
  ],
};

type Compose = NonNullable<FhirValueSet['compose']>;

function tableOf(compose: Compose, others: Readonly<Record<string, Compose>> = {}) {
  const sets = new Map(Object.entries({ 'urn:set': compose, ...others }));
  const definitions: FhirDefinitions = {
    structure: () => undefined,
    codeSystem: (url) => (url === SYSTEM ? tree : undefined),
    valueSet: (url) => {
      const found = sets.get(url);
      return found && { resourceType: 'ValueSet', url, compose: found };
    },
  };
  return expandValueSet('urn:set', definitions);
}

test.each([
  [{ property: 'concept', op: 'is-a', value: 'a' }, 'a a1 a2 a21 b'],
  [{ property: 'concept', op: 'descendent-of', value: 'a2' }, 'a21'],
  [{ property: 'concept', op: 'is-not-a', value: 'a' }, 'c'],
  [{ property: 'code', op: '=', value: 'b' }, 'b'],
  [{ property: 'code', op: 'in', value: 'b,c,z' }, 'b c'],
] as const)('filter %j gives %s', (filter, codes) => {
  const table = tableOf({ include: [{ system: SYSTEM, filter: [filter] }] });
  expect(table?.some(20)).toBe(codes.split(' ').join(', '));
  expect(table?.missing).toEqual([]);
});

test('includes meet and excludes take away', () => {
  const table = tableOf(
    { include: [{ system: SYSTEM, valueSet: ['urn:other'] }], exclude: [{ system: SYSTEM, concept: [{ code: 'c' }] }] },
    { 'urn:other': { include: [{ system: SYSTEM, concept: [{ code: 'a' }, { code: 'c' }] }] } },
  );
  expect(table?.has(SYSTEM, 'a')).toBe('yes');
  expect(table?.has(SYSTEM, 'b')).toBe('no');
  expect(table?.has(SYSTEM, 'c')).toBe('no');
  expect(table?.display(SYSTEM, 'a')).toBe('A');
});

test('what is missing makes unknown, never yes nor no', () => {
  const table = tableOf({ include: [{ system: SYSTEM, concept: [{ code: 'a' }] }, { system: 'urn:elsewhere' }] });
  expect(table?.has(SYSTEM, 'a')).toBe('yes');
  expect(table?.has(SYSTEM, 'b')).toBe('no');
  expect(table?.has('urn:elsewhere', 'x')).toBe('unknown');
  expect(table?.has(undefined, 'x')).toBe('unknown');
  expect(tableOf({ include: [{ valueSet: ['urn:nowhere'] }] })?.has(SYSTEM, 'a')).toBe('unknown');
  expect(
    tableOf({ include: [{ system: SYSTEM, filter: [{ property: 'x', op: 'exists', value: 'true' }] }] })?.has(
      SYSTEM,
      'a',
    ),
  ).toBe('unknown');
});

test('value sets that include each other end', () => {
  const table = tableOf(
    { include: [{ valueSet: ['urn:other'] }] },
    { 'urn:other': { include: [{ valueSet: ['urn:set'] }] } },
  );
  expect(table?.has(SYSTEM, 'a')).toBe('unknown');
});

test('the value sets that R4 binds are known', async () => {
  const base = await loadFhirBase();
  const set = (name: string) => expandValueSet(`http://hl7.org/fhir/ValueSet/${name}|4.0.1`, base);
  expect(set('observation-status')?.has(undefined, 'final')).toBe('yes');
  expect(set('observation-status')?.has(undefined, 'fini')).toBe('no');
  expect(set('mimetypes')?.has(undefined, 'application/fhir+json')).toBe('yes');
  expect(set('mimetypes')?.has(undefined, 'pas un type')).toBe('no');
  expect(
    set('data-absent-reason')?.has('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'not-a-number'),
  ).toBe('yes');
  expect(set('jurisdiction')?.has('urn:iso:std:iso:3166', 'FR')).toBe('unknown');
});
