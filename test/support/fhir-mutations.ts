import {
  editJson,
  type GeneratedMeasureName,
  generateMeasure,
  type JsonEdits,
  type JsonObject,
  type MeasureMode,
} from '../../src/index.js';
import { device, feed, measure, patient, type SeedName } from '../../src/rules/fhir/mesures/example-resources.js';

/** A mutation of a valid document that one rule must catch, beyond the faults the product itself generates. */
export interface Mutation {
  readonly name: string;
  readonly rule: string;
  readonly pack: 'mesures' | 'mes-api';
  /** The valid document, and the mutated one. */
  readonly valid: JsonObject;
  readonly mutant: JsonObject;
}

const EXTENSION = 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/';
const LOINC = 'http://loinc.org';
const packOf = (mode: MeasureMode) => (mode === 'api' ? 'mes-api' : 'mesures');

function ofMeasure(
  rule: string,
  name: string,
  seed: GeneratedMeasureName,
  edits: JsonEdits,
  mode: MeasureMode = 'guide',
): Mutation {
  const valid = generateMeasure(seed, mode, 5);
  return { name, rule, pack: packOf(mode), valid, mutant: editJson(valid, edits) };
}

/** Several edits that do not fit generated parts start from the bare seeds of the examples. */
function ofSeed(
  rule: string,
  name: string,
  seed: SeedName,
  edits: Record<string, unknown>,
  mode: MeasureMode = 'guide',
): Mutation {
  return {
    name,
    rule,
    pack: packOf(mode),
    valid: measure(seed, {}, mode) as JsonObject,
    mutant: measure(seed, edits, mode) as JsonObject,
  };
}

function ofDevice(rule: string, name: string, edits: Record<string, unknown>): Mutation {
  return { name, rule, pack: 'mesures', valid: device() as JsonObject, mutant: device(edits) as JsonObject };
}

function ofFeed(
  rule: string,
  name: string,
  edits: Record<string, unknown>,
  mode: MeasureMode = 'api',
  seed: SeedName = 'weight',
): Mutation {
  return {
    name,
    rule,
    pack: packOf(mode),
    valid: feed({}, 'weight', mode) as JsonObject,
    mutant: feed(edits, seed, mode) as JsonObject,
  };
}

function ofPatient(rule: string, name: string, edits: Record<string, unknown>): Mutation {
  return { name, rule, pack: 'mesures', valid: patient() as JsonObject, mutant: patient(edits) as JsonObject };
}

const bundle = (type: string, ...resources: readonly object[]): JsonObject =>
  JSON.parse(JSON.stringify({ resourceType: 'Bundle', type, entry: resources.map((resource) => ({ resource })) }));

const component = (code: string, value: number) => ({
  code: { coding: [{ system: LOINC, code }] },
  valueQuantity: { value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
});

const moment = (...coding: readonly object[]) => [
  { url: `${EXTENSION}mesures-moment-of-measurement`, valueCodeableConcept: { coding } },
];
const original = (...extension: readonly object[]) => ({ url: `${EXTENSION}mesures-original-data`, extension });

export const MUTATIONS: readonly Mutation[] = [
  { ...ofSeed('FHM-101', 'another resource type', 'weight', {}), mutant: { resourceType: 'Practitioner', id: 'p' } },
  ofMeasure('FHM-120', 'no meta.profile in guide mode', 'weight', { meta: undefined }),
  ofMeasure('FHM-121', 'the API family in guide mode', 'pain', {
    'meta.profile': ['https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/mes-observation-painseverity'],
  }),
  ofMeasure('FHM-121', 'an unknown profile of the guide', 'steps', {
    'meta.profile': [`${EXTENSION}mesures-observation-pas`],
  }),
  ofMeasure('FHM-123', 'two measure profiles', 'weight', {
    'meta.profile[1]': `${EXTENSION}mesures-fr-observation-bmi`,
  }),
  ofMeasure('FHM-124', 'an older version of the profile', 'height', {
    'meta.profile[0]': `${EXTENSION}mesures-fr-observation-bodyheight|3.1.0`,
  }),
  ofMeasure('FHM-125', 'profile guessed from the code', 'oxygen', { 'meta.profile': undefined }),
  ofMeasure('FHM-104', 'an empty list', 'waist', { performer: [] }),
  ofMeasure('FHM-104', 'null', 'waist', { issued: null }),
  ofMeasure('FHM-105', 'a day that does not exist', 'weight', { effectiveDateTime: '2026-02-30' }),
  ofMeasure('FHM-105', 'a wrong id', 'weight', { id: 'poids du 2 mars' }),
  ofSeed('FHM-108', 'a contained resource nothing points at', 'weight', {
    contained: [{ resourceType: 'Patient', id: 'p' }],
  }),
  ofSeed('FHM-108', 'contained in contained', 'weight', {
    subject: { reference: '#p' },
    contained: [{ resourceType: 'Patient', id: 'p', contained: [{ resourceType: 'Organization', id: 'o' }] }],
  }),
  ofMeasure('FHM-110', 'an extension with neither value nor parts', 'weight', {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo' }],
  }),
  ofMeasure('FHM-201', 'vital-signs of another system', 'heartRate', {
    'category[0].coding[0].system': 'http://snomed.info/sct',
  }),
  ofMeasure('FHM-203', 'the code in another system', 'weight', {
    'code.coding[0].system': 'http://snomed.info/sct',
    'meta.profile': [`${EXTENSION}mesures-fr-observation-body-weight`],
  }),
  ofMeasure('FHM-203', 'pulse oximetry alone', 'oxygen', { 'code.coding': [{ system: LOINC, code: '59408-5' }] }),
  ofMeasure('FHM-203', 'no code at all', 'waist', { code: { text: 'tour de taille' } }),
  ofMeasure('FHM-208', 'issued before it was taken', 'weight', {
    effectiveDateTime: '2026-03-02T10:00:00Z',
    issued: '2026-03-01T10:00:00Z',
  }),
  ofMeasure('FHM-209', 'a reason beside the value', 'weight', { dataAbsentReason: { text: 'x' } }),
  ofMeasure('FHM-210', 'an empty reference range', 'weight', { referenceRange: [{ type: { text: 'normal' } }] }),
  ofMeasure('FHM-212', 'a reason of our own', 'weight', {
    valueQuantity: undefined,
    dataAbsentReason: { coding: [{ system: 'https://example.org/r', code: 'x' }] },
  }),
  ofMeasure('FHM-213', 'an interpretation of our own', 'weight', {
    interpretation: [{ coding: [{ system: 'https://example.org/i', code: 'x' }] }],
  }),
  ofMeasure('FHM-215', 'a connected object without device', 'heartRate', { method: { text: 'montre connectée' } }),
  ofSeed(
    'FHM-218',
    'a population of our own at the API',
    'heartRate',
    { referenceRange: [{ text: 'x', appliesTo: [{ coding: [{ system: 'https://example.org/p', code: 'x' }] }] }] },
    'api',
  ),
  ofMeasure('FHM-219', 'cancelled', 'weight', { status: 'cancelled' }),
  ofMeasure('FHM-302', 'kg/m² as code', 'bmi', { 'valueQuantity.code': 'kg/m²' }),
  ofMeasure('FHM-302', '1/min', 'heartRate', { 'valueQuantity.code': '1/min' }),
  ofMeasure('FHM-302', 'inches for a head', 'head', { 'valueQuantity.code': '[in_i]' }),
  ofMeasure('FHM-302', '{steps}/d', 'steps', { 'valueQuantity.code': '{steps}/d' }),
  ofMeasure('FHM-302', 'another system of units', 'weight', { 'valueQuantity.system': 'https://example.org/units' }),
  ofMeasure('FHM-309', 'too many decimals', 'temperature', { 'valueQuantity.value': 37.23456 }),
  {
    ...ofSeed('FHM-311', 'a BMI that weight and height contradict', 'bmi', {}),
    mutant: bundle('collection', measure('bmi', { 'valueQuantity.value': 30.1 }), measure('weight'), measure('height')),
  },
  ofSeed('FHM-403', 'a reason on the code', 'weight', {
    'code.extension': [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'x' }],
  }),
  ofSeed('FHM-404', 'two codings of the moment', 'heartRate', {
    extension: moment({ system: LOINC, code: '53049-3' }, { system: LOINC, code: '16915-1' }),
  }),
  ofSeed('FHM-405', 'the type of diabetes at 3.2.0', 'glucose', {
    'extension[1]': { url: `${EXTENSION}mesures-diabetis-type`, valueCodeableConcept: { text: 'type 1' } },
  }),
  ofSeed(
    'FHM-405',
    'original data at the API',
    'glucose',
    { 'extension[1]': original({ url: 'has-been-converted', valueBoolean: true }) },
    'api',
  ),
  ofSeed('FHM-406', 'an unknown part of original data', 'glucose', {
    'extension[1]': original({ url: 'origin', valueString: 'x' }),
  }),
  ofSeed('FHM-407', 'a very long reason', 'weight', {
    extension: [{ url: `${EXTENSION}mesures-reason-for-measurement`, valueString: 'x'.repeat(400) }],
  }),
  ofSeed('FHM-501', 'a body site that may be in the list of 3.2.0', 'temperature', {
    bodySite: { coding: [{ system: 'http://snomed.info/sct', code: '123851003' }] },
  }),
  ofSeed('FHM-502', 'a method of our own at 3.2.0', 'weight', {
    method: { coding: [{ system: 'https://example.org/m', code: 'x' }] },
  }),
  ofSeed('FHM-502', 'a method in words for SpO2', 'oxygen', { method: { text: 'au doigt' } }),
  ofSeed('FHM-503', 'mg/dl in lower case', 'glucose', { 'valueQuantity.code': 'mg/dl' }),
  ofSeed('FHM-504', 'a moment of our own', 'glucose', {
    extension: moment({ system: 'https://example.org/m', code: 'x' }),
  }),
  ofSeed(
    'FHM-504',
    'a moment of our own at the API',
    'glucose',
    { extension: moment({ system: 'https://example.org/m', code: 'x' }) },
    'api',
  ),
  ofMeasure(
    'FHM-505',
    'a number of days of our own',
    'interstitialGlucose',
    {
      extension: [
        {
          url: `${EXTENSION}mesures-number-of-days`,
          valueCodeableConcept: { coding: [{ system: 'https://example.org/d', code: '14' }] },
        },
      ],
    },
    'api',
  ),
  ofMeasure('FHM-506', 'the code of mmol/L', 'glucose', { 'code.coding': [{ system: LOINC, code: '15074-8' }] }),
  ofSeed('FHM-509', 'a body site without system', 'bloodPressure', { bodySite: { coding: [{ code: '24890' }] } }),
  ofSeed('FHM-601', 'the same code twice', 'bloodPressure', { 'component[1].code.coding[0].code': '8480-6' }),
  ofSeed('FHM-605', 'two means', 'bloodPressure', {
    'component[2]': component('8478-0', 94),
    'component[3]': component('8478-0', 95),
  }),
  ofSeed('FHM-606', 'a mean outside', 'bloodPressure', { 'component[2]': component('8478-0', 200) }),
  ofSeed('FHM-607', 'a pulse as component', 'bloodPressure', { 'component[2]': component('8867-4', 66) }),
  ofSeed('FHM-613', 'HbA1c in the glucose profile', 'glucose', {
    'code.coding[0].code': '4548-4',
    'valueQuantity.code': '%',
    'valueQuantity.unit': '%',
    'valueQuantity.value': 6.1,
  }),
  ofDevice('FHM-701', 'no manufacturer', { manufacturer: undefined }),
  ofDevice('FHM-701', 'no model', { modelNumber: undefined }),
  ofDevice('FHM-701', 'another type', { 'type.coding[0].code': '1' }),
  ofDevice('FHM-701', 'no specialization', { specialization: undefined }),
  ofDevice('FHM-702', 'a Bluetooth address', { 'identifier[0].value': '0A-1B-2C-3D-4E-5F' }),
  ofDevice('FHM-703', 'an unknown specialization', { 'specialization[0].systemType.coding[0].code': '1234' }),
  ofDevice('FHM-704', 'the code system of PHD 2', {
    'identifier[0].type.coding[0].system': 'http://terminology.hl7.org/CodeSystem/ContinuaDeviceIdentifiers',
  }),
  ofFeed('FHM-217', 'a link to an entry that is not there', {
    'entry[0].resource.device.reference': 'urn:uuid:11111111-2222-4333-8444-555555555555',
  }),
  ofFeed('FHM-801', 'a batch', { type: 'batch' }),
  ofFeed('FHM-801', 'no observation', { 'entry[0]': undefined }),
  ofFeed('FHM-801', 'a batch under the guide', { type: 'batch' }, 'guide'),
  ofFeed('FHM-802', 'an update', { 'entry[0].request.method': 'PUT' }),
  ofFeed('FHM-802', 'no request', { 'entry[1].request': undefined }),
  ofFeed('FHM-802', 'a deletion under the guide', { 'entry[0].request.method': 'DELETE' }, 'guide'),
  ofFeed('FHM-803', 'a device without profile', { 'entry[1].resource.meta': undefined }),
  ofFeed('FHM-804', 'no ifNoneExist', { 'entry[1].request.ifNoneExist': undefined }),
  ofFeed('FHM-804', 'the identifier of another device', {
    'entry[1].request.ifNoneExist': 'identifier=urn:oid:1.2|AB',
  }),
  ofFeed('FHM-805', 'a device nothing names', { 'entry[0].resource.device': undefined }),
  ofFeed('FHM-805', 'another id', { 'entry[1].resource.id': 'other' }),
  ofFeed('FHM-806', 'a BMI in a feed', {}, 'api', 'bmi'),
  ofFeed('FHM-812', 'twice the same fullUrl', { 'entry[1].fullUrl': 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10' }),
  ofFeed('FHM-812', 'no fullUrl', { 'entry[0].fullUrl': undefined }),
  ofFeed('FHM-813', 'a respiratory rate in the vital-signs bundle', {}, 'guide', 'respiratoryRate'),
  ofPatient('FHM-901', 'an INS of another type', { 'identifier[0].type.coding[0].code': 'INS-NIA' }),
  ofPatient('FHM-901', 'no reliability', { extension: undefined }),
  ofPatient('FHM-902', 'validated without INS', {
    'identifier[0].system': 'urn:oid:1.2.250.1.999.2',
    'identifier[0].type': undefined,
  }),
  ofPatient('FHM-903', 'a wrong key', {
    'identifier[0].system': 'urn:oid:1.2.250.1.213.1.4.8',
    'identifier[0].value': '279035121518988',
    'identifier[0].type.coding[0].code': 'INS-NIR',
  }),
  ofPatient('FHM-904', 'gender other', { gender: 'other' }),
  ofPatient('FHM-904', 'no official name', { 'name[0].use': 'usual' }),
  ofPatient('FHM-905', 'a production OID', {
    'identifier[0].system': 'urn:oid:1.2.250.1.213.1.4.8',
    'identifier[0].type.coding[0].code': 'INS-NIR',
  }),
];

/** A change that must not change the verdict. */
export interface Preserving {
  readonly name: string;
  readonly change: (text: string, about: { readonly name: GeneratedMeasureName; readonly mode: MeasureMode }) => string;
}

const edits =
  (changes: JsonEdits) =>
  (text: string): string =>
    JSON.stringify(editJson(JSON.parse(text), changes));

export const PRESERVING: readonly Preserving[] = [
  { name: 'properties in reverse order', change: (text) => JSON.stringify(reversed(JSON.parse(text))) },
  { name: 'indented', change: (text) => JSON.stringify(JSON.parse(text), null, 4) },
  {
    name: 'carriage returns and tabs',
    change: (text) => JSON.stringify(JSON.parse(text), null, '\t').replaceAll('\n', '\r\n'),
  },
  { name: 'escaped characters', change: (text) => text.replaceAll('/', '\\/').replace('"final"', '"\\u0066inal"') },
  { name: 'a decimal with zeros', change: (text) => text.replace(/("value":\d+)(,"unit")/, '$1.0$2') },
  { name: 'another time zone', change: inUtc },
  { name: 'fractions of a second', change: (text) => text.replace('+01:00"', '.125+01:00"') },
  { name: 'an id', change: edits({ id: 'obs-1' }) },
  {
    name: 'a business identifier',
    change: edits({ identifier: [{ system: 'urn:oid:1.2.250.1.999.3', value: 'M-1' }] }),
  },
  { name: 'language and last update', change: edits({ language: 'fr', 'meta.lastUpdated': '2026-12-01T00:00:00Z' }) },
  { name: 'a tag', change: edits({ 'meta.tag': [{ system: 'https://example.org/tags', code: 'demo' }] }) },
  {
    name: 'the HL7 parent declared beside',
    change: hl7Parent,
  },
  {
    name: 'a narrative',
    change: edits({
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Mesure</p></div>' },
    }),
  },
  {
    name: 'a practitioner as performer',
    change: edits({ performer: [{ reference: 'Practitioner/7', display: 'Dr Test' }] }),
  },
  {
    name: 'a contained performer',
    change: edits({
      contained: [{ resourceType: 'Practitioner', id: 'p1', name: [{ family: 'TEST' }] }],
      performer: [{ reference: '#p1' }],
    }),
  },
  {
    name: 'the device by a logical reference',
    change: edits({ device: { identifier: { system: 'urn:oid:1.2.250.1.999.4', value: 'D-1' } } }),
  },
  { name: 'an encounter', change: edits({ encounter: { reference: 'Encounter/1' } }) },
  {
    name: 'the patient by a literal reference too',
    change: edits({ 'subject.reference': 'Patient/42', 'subject.type': 'Patient' }),
  },
  { name: 'issued later', change: edits({ issued: '2026-12-01T00:00:00Z' }) },
  {
    name: 'a further category',
    change: edits({
      'category[1]': {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
      },
    }),
  },
  { name: 'a text of the category', change: edits({ 'category[0].text': 'Constantes' }) },
  { name: 'a translation of the code', change: translation },
  { name: 'a supporting information', change: supporting },
  {
    name: 'an interpretation',
    change: edits({
      interpretation: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'N' }] },
      ],
    }),
  },
  { name: 'a reference range', change: edits({ referenceRange: [{ text: 'usuel' }] }) },
  { name: 'an id on an element', change: edits({ 'code.id': 'c1', _status: { id: 's1' } }) },
];

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inside]) => [key, reversed(inside)]),
  );
}

function inUtc(text: string): string {
  return text.replace(
    /"(\d{4}-\d\d-\d\dT[\d:]+\+01:00)"/,
    (_, moment: string) => `"${new Date(moment).toISOString()}"`,
  );
}

/** The parent of the measures that HL7 has a profile for; vitalsigns itself warns of every other code (reference §10.7). */
function hl7Parent(text: string, { name }: { readonly name: GeneratedMeasureName }): string {
  const parents: Partial<Record<GeneratedMeasureName, string>> = {
    weight: 'bodyweight',
    height: 'bodyheight',
    bmi: 'bmi',
    temperature: 'bodytemp',
    bloodPressure: 'bp',
    heartRate: 'heartrate',
    oxygen: 'oxygensat',
    respiratoryRate: 'resprate',
  };
  const parent = parents[name];
  if (parent === undefined) return text;
  return edits({ 'meta.profile[1]': `http://hl7.org/fhir/StructureDefinition/${parent}` })(text);
}

/** Where every coding must match (steps at the API), a translation is no longer valid: nothing is added. */
function translation(text: string, { name, mode }: { readonly name: string; readonly mode: string }): string {
  if (name === 'steps' && mode === 'api') return text;
  const resource: JsonObject = JSON.parse(text);
  const { coding } = resource.code as { coding: JsonObject[] };
  return JSON.stringify(
    editJson(resource, { [`code.coding[${coding.length}]`]: { system: 'https://example.org/codes', code: 'local-1' } }),
  );
}

function supporting(text: string): string {
  const resource: JsonObject = JSON.parse(text);
  const extension = (resource.extension as JsonObject[] | undefined) ?? [];
  const reference = {
    url: 'http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo',
    valueReference: { display: 'note' },
  };
  return JSON.stringify({ ...resource, extension: [...extension, reference] });
}
