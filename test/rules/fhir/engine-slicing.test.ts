import type { FhirDefinition, FhirElementDefinition } from '../../../src/packs/index.js';
import { EXAMPLE, HL7, patient, profile, weight } from '../../../src/rules/fhir/generic/example-resources.js';
import { type Check, checker, told } from '../../support/fhir-report.js';

type Slicing = NonNullable<FhirElementDefinition['slicing']>;
const by = (
  type: 'value' | 'pattern' | 'type' | 'exists' | 'profile',
  path: string,
  more: Partial<Slicing> = {},
): Slicing => ({
  discriminator: [{ type, path }],
  rules: 'open',
  ordered: false,
  ...more,
});
const at = (id: string, more: Partial<FhirElementDefinition> = {}): FhirElementDefinition => {
  const path = id.replace(/:[^.]+/g, '');
  const slice = /:([^.]+)$/.exec(id)?.[1];
  return { id, path, ...(slice !== undefined && { sliceName: slice }), ...more };
};
const concept = (code: string) => ({ coding: [{ system: 'urn:s', code }] });
const part = (code: string, more: object = {}) => ({ code: concept(code), ...more });

const definitions: readonly FhirDefinition[] = [
  profile('pattern', 'Observation', [
    at('Observation.component', { slicing: by('pattern', 'code') }),
    at('Observation.component:a', { min: 1, max: '1' }),
    at('Observation.component:a.code', { patternCodeableConcept: concept('a') }),
  ]),
  profile('exists', 'Observation', [
    at('Observation.component', { slicing: by('exists', 'interpretation') }),
    at('Observation.component:with', { max: '1' }),
    at('Observation.component:with.interpretation', { min: 1 }),
    at('Observation.component:without', { max: '1' }),
    at('Observation.component:without.interpretation', { max: '0' }),
  ]),
  profile('type', 'Observation', [
    at('Observation.performer', { slicing: by('type', 'resolve()') }),
    at('Observation.performer:person', {
      max: '1',
      type: [{ code: 'Reference', targetProfile: [`${HL7}Practitioner`] }],
    }),
  ]),
  profile('by-profile', 'Observation', [
    at('Observation.performer', { slicing: by('profile', 'resolve()') }),
    at('Observation.performer:named', {
      max: '1',
      type: [{ code: 'Reference', targetProfile: [`${EXAMPLE}named`] }],
    }),
  ]),
  profile('named', 'Patient', [at('Patient.name', { min: 1 })]),
  profile('reslice', 'Observation', [
    at('Observation.component', { slicing: by('value', 'code') }),
    at('Observation.component:a', { min: 1 }),
    at('Observation.component:a.code', { patternCodeableConcept: concept('a') }),
    at('Observation.component:a', { slicing: by('value', 'value') }),
    at('Observation.component:a/one', { min: 1, max: '1' }),
    at('Observation.component:a/one.value[x]', { type: [{ code: 'string' }], fixedString: 'one' }),
  ]),
  profile('nested', 'Observation', [
    at('Observation.component', { slicing: by('value', 'code.coding.code') }),
    at('Observation.component:a', { min: 1 }),
    at('Observation.component:a.code.coding', { slicing: by('value', 'code') }),
    at('Observation.component:a.code.coding:c', { min: 1, max: '1' }),
    at('Observation.component:a.code.coding:c.code', { fixedCode: 'a' }),
    at('Observation.component:a.code.coding:c.display', { min: 1 }),
  ]),
  // As the head circumference of ANS 3.0.1: the system is fixed, of the code is only said that it is there.
  profile('half-fixed', 'Observation', [
    {
      ...at('Observation.code.coding'),
      slicing: {
        ...by('value', 'code'),
        discriminator: [...(by('value', 'code').discriminator ?? []), { type: 'value', path: 'system' }],
      },
    },
    at('Observation.code.coding:loinc', { min: 1, max: '1' }),
    at('Observation.code.coding:loinc.system', { min: 1, patternUri: 'http://loinc.org' }),
    at('Observation.code.coding:loinc.code', { min: 1 }),
  ]),
  profile('unknown-extension', 'Observation', [
    at('Observation.extension', { slicing: by('value', 'url') }),
    at('Observation.extension:reason', { max: '1', type: [{ code: 'Extension', profile: [`${EXAMPLE}reason|1.0`] }] }),
  ]),
  profile('impossible', 'Observation', [
    at('Observation.component', { slicing: by('value', 'code') }),
    at('Observation.component:a', { min: 0, max: '1' }),
  ]),
];

let check: Check;
beforeAll(async () => {
  check = await checker(definitions);
});
const tell = (name: string, changes: object) => told(check(weight({ ...changes }), [EXAMPLE + name]));

test('by pattern', () => {
  const other = part('b', { valueString: 'x' });
  expect(tell('pattern', { component: [part('a', { valueString: 'x' }), other] })).toEqual([]);
  expect(tell('pattern', { component: [other] })).toEqual(['slicing tooFew Observation.component']);
  expect(tell('pattern', { component: [part('a'), part('a')] })).toEqual(['slicing tooMany Observation.component[1]']);
});

test('by existence', () => {
  const interpretation = [{ text: 'haut' }];
  expect(tell('exists', { component: [part('a', { interpretation }), part('b')] })).toEqual([]);
  expect(tell('exists', { component: [part('a'), part('b')] })).toEqual(['slicing tooMany Observation.component[1]']);
});

test('by the type of what a reference names', () => {
  const reference = (name: string) => ({ reference: `${name}/1` });
  expect(tell('type', { performer: [reference('Practitioner'), reference('Patient')] })).toEqual([]);
});

test('by the profile of what a reference names', () => {
  const contained = [
    { ...patient(), id: 'a' },
    { resourceType: 'Patient', id: 'b' },
    { ...patient(), id: 'c' },
  ];
  const to = (...ids: string[]) => ids.map((id) => ({ reference: `#${id}` }));
  expect(tell('by-profile', { contained: contained.slice(0, 2), performer: to('a', 'b') })).toEqual([]);
  expect(tell('by-profile', { contained, performer: to('a', 'b', 'c') })).toEqual([
    'slicing tooMany Observation.performer[2]',
  ]);
});

test('slices of slices', () => {
  const one = part('a', { valueString: 'one' });
  expect(tell('reslice', { component: [one, part('a', { valueString: 'two' })] })).toEqual([]);
  expect(tell('reslice', { component: [part('a', { valueString: 'two' })] })).toEqual([
    'slicing tooFew Observation.component',
  ]);
  expect(tell('reslice', { component: [one, one] })).toEqual(['slicing tooMany Observation.component[1]']);
});

test('slices inside slices tell the outer ones apart', () => {
  const coding = (display?: string) => ({
    code: { coding: [{ code: 'x' }, { code: 'a', ...(display && { display }) }] },
  });
  expect(tell('nested', { component: [coding('A')] })).toEqual([]);
  expect(tell('nested', { component: [coding()] })).toEqual([
    'cardinality tooFew Observation.component[0].code.coding[1].display',
  ]);
  expect(tell('nested', { component: [part('b')] })).toEqual(['slicing tooFew Observation.component']);
});

test('a slice that nothing tells apart is a doubt, not a pass', () => {
  const { doubts } = check(weight({ component: [part('a')] }), [`${EXAMPLE}impossible`]);
  expect(doubts.map(({ kind, reason }) => `${kind} ${reason.en}`)).toEqual([
    'slicing Slice whose discriminator cannot be evaluated: Observation.component:a',
  ]);
});

test('a slice that nothing tells apart counts nothing', () => {
  const { problems } = check(weight({ component: [part('a'), part('a')] }), [`${EXAMPLE}impossible`]);
  expect(problems.filter(({ kind }) => kind === 'slicing')).toEqual([]);
});

test('a part that must be there tells a slice, where its value is not fixed', () => {
  const coding = (code?: string) => ({ system: 'http://loinc.org', ...(code !== undefined && { code }) });
  expect(tell('half-fixed', { code: { coding: [coding('8287-5')] } })).toEqual([]);
  expect(tell('half-fixed', { code: { coding: [coding('8287-5'), coding('9843-4')] } })).toEqual([
    'slicing tooMany Observation.code.coding[1]',
  ]);
  expect(tell('half-fixed', { code: { coding: [coding()] } })).toEqual(['slicing tooFew Observation.code.coding']);
});

test('an extension whose definition is not at hand is in its slice, and a doubt', () => {
  const extension = { url: `${EXAMPLE}reason`, valueString: 'a' };
  const { problems, doubts } = check(weight({ extension: [extension, extension] }), [`${EXAMPLE}unknown-extension`]);
  expect(problems.map(({ kind, messageId }) => `${kind} ${messageId}`)).toContain('slicing tooMany');
  expect(problems.filter(({ kind }) => kind === 'extension')).toEqual([]);
  expect(doubts.map(({ reason }) => reason.en)).toContain(`Unknown profile: ${EXAMPLE}reason`);
});
