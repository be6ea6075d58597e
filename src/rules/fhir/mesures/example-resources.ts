import type { Example } from '../../examples.js';

/** Valid resources that the examples of the rules start from; every value is synthetic. */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Plain = { [key: string]: Json };

const GUIDE = 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/';
const API = 'https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/';
const UCUM = 'http://unitsofmeasure.org';
const LOINC = 'http://loinc.org';
export const TRE_LOINC = 'https://mos.esante.gouv.fr/NOS/TRE_A04-Loinc/FHIR/TRE-A04-Loinc';
export const TAASIP = 'https://mos.esante.gouv.fr/NOS/TRE_R308-TAASIP/FHIR/TRE-R308-TAASIP';
export const CISIS = 'https://smt.esante.gouv.fr/fhir/CodeSystem/terminologie-cisis';
export const NCIT = 'https://mos.esante.gouv.fr/NOS/TRE_R307-NCIT/FHIR/TRE-R307-NCIT';
export const FMA = 'https://mos.esante.gouv.fr/NOS/TRE_R309-FMA/FHIR/TRE-R309-FMA';
export const EXTENSION = GUIDE;

interface Seed {
  /** Tails of the canonicals: guide, then API where it has one. */
  readonly profile: readonly [string, string?];
  readonly codes: readonly string[];
  readonly value?: readonly [number, string, string?];
}

const SEEDS = {
  weight: {
    profile: ['mesures-fr-observation-body-weight', 'mes-observation-bodyweight'],
    codes: ['29463-7'],
    value: [68.4, 'kg'],
  },
  height: {
    profile: ['mesures-fr-observation-bodyheight', 'mes-observation-bodyheight'],
    codes: ['8302-2'],
    value: [172, 'cm'],
  },
  bmi: { profile: ['mesures-fr-observation-bmi', 'mes-observation-bmi'], codes: ['39156-5'], value: [23.1, 'kg/m2'] },
  temperature: {
    profile: ['mesures-fr-observation-body-temperature', 'mes-observation-bodytemperature'],
    codes: ['8310-5'],
    value: [37.2, 'Cel'],
  },
  bloodPressure: { profile: ['mesures-fr-observation-bp', 'mes-observation-bp'], codes: ['85354-9'] },
  heartRate: {
    profile: ['mesures-fr-observation-heartrate', 'mes-observation-heartrate'],
    codes: ['8867-4'],
    value: [66, '/min'],
  },
  oxygen: { profile: ['mesures-fr-observation-oxygen-sat'], codes: ['2708-6'], value: [97, '%'] },
  respiratoryRate: { profile: ['mesures-fr-observation-resp-rate'], codes: ['9279-1'], value: [15, '/min'] },
  head: {
    profile: ['mesures-observation-head-circumference', 'mes-observation-headcircumference'],
    codes: ['9843-4', '8287-5'],
    value: [41.5, 'cm'],
  },
  waist: {
    profile: ['mesures-observation-waist-circumference', 'mes-observation-waistcircumference'],
    codes: ['8280-0'],
    value: [84, 'cm'],
  },
  pain: {
    profile: ['mesures-observation-pain-severity', 'mes-observation-painseverity'],
    codes: ['72514-3'],
    value: [3, '1', 'Level'],
  },
  steps: {
    profile: ['mesures-observation-steps-by-day', 'mes-observation-stepsbyday'],
    codes: ['41950-7'],
    value: [8450, '1/(24.h)', 'steps/day'],
  },
  glucose: {
    profile: ['mesures-observation-glucose', 'mes-observation-glucose'],
    codes: ['2345-7'],
    value: [94, 'mg/dL'],
  },
  hba1c: { profile: ['mesures-observation-hb1ac'], codes: ['4548-4'], value: [6.1, '%'] },
} satisfies Record<string, Seed>;

export type SeedName = keyof typeof SEEDS;
type Mode = 'guide' | 'api';
/** Path → new value; `undefined` takes the element away. `valueQuantity.code`, `code.coding[0].display`. */
export type Edits = Readonly<Record<string, unknown>>;

const quantity = ([value, code, unit]: readonly [number, string, string?]): Plain => ({
  value,
  unit: unit ?? code,
  system: UCUM,
  code,
});

const component = (code: string, value: number): Plain => ({
  code: { coding: [{ system: LOINC, code }] },
  valueQuantity: quantity([value, 'mm[Hg]', 'mmHg']),
});

/** A measure as its sheet wants it; the API takes one code for the head and the older LOINC system for glucose. */
export function measure(name: SeedName, edits: Edits = {}, mode: Mode = 'guide'): Plain {
  const { profile, codes, value }: Seed = SEEDS[name];
  const [guide, api] = profile;
  const isApi = mode === 'api';
  const system = isApi && name === 'glucose' ? TRE_LOINC : LOINC;
  const used = isApi && name === 'head' ? ['8287-5'] : codes;
  const moment = { coding: [{ system, code: '53049-3' }] };
  const resource: Plain = {
    resourceType: 'Observation',
    meta: { profile: [isApi ? API + (api ?? '') : GUIDE + guide] },
    ...(name === 'glucose' && {
      extension: [{ url: `${GUIDE}mesures-moment-of-measurement`, valueCodeableConcept: moment }],
    }),
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: { coding: used.map((code) => ({ system, code })) },
    subject: { identifier: { system: 'urn:oid:1.2.250.1.999.1.1', value: 'PE-000042' } },
    effectiveDateTime: '2026-03-02T07:40:00+01:00',
    ...(value && { valueQuantity: quantity(value) }),
    ...(name === 'bloodPressure' && { component: [component('8480-6', 124), component('8462-4', 79)] }),
  };
  return edited(resource, edits);
}

const PHD = 'http://hl7.org/fhir/uv/phd/';
export const DEVICE_ID = '5f0c1c7e-2f3a-4e0b-9c5d-0a1b2c3d4e5f';
const EUI64 = '0A-1B-2C-FF-FE-3D-4E-5F';
const SYSID_OID = 'urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680';
const MDC = 'urn:iso:std:iso:11073:10101';

/** A connected scale. */
export function device(edits: Edits = {}): Plain {
  const resource: Plain = {
    resourceType: 'Device',
    id: DEVICE_ID,
    meta: { profile: [`${PHD}StructureDefinition/PhdDevice`] },
    identifier: [
      {
        type: { coding: [{ system: `${PHD}CodeSystem/ContinuaDeviceIdentifiers`, code: 'SYSID' }] },
        system: SYSID_OID,
        value: EUI64,
      },
    ],
    manufacturer: 'SyntheticScales',
    modelNumber: 'SC-1',
    type: { coding: [{ system: MDC, code: '65573' }] },
    specialization: [{ systemType: { coding: [{ system: MDC, code: '528399' }] }, version: '1' }],
  };
  return edited(resource, edits);
}

/** Feed of a weight with the scale that took it, as the API wants it. */
export function feed(edits: Edits = {}, name: SeedName = 'weight', mode: Mode = 'api'): Plain {
  const bundle: Plain = {
    resourceType: 'Bundle',
    ...(mode === 'guide' && { meta: { profile: [`${GUIDE}mesures-bundle-flux-alimentation`] } }),
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10',
        resource: measure(name, { 'device.reference': `Device/${DEVICE_ID}` }, mode),
        request: { method: 'POST', url: 'Observation' },
      },
      {
        fullUrl: `urn:uuid:${DEVICE_ID}`,
        resource: device(),
        request: { method: 'POST', url: 'Device', ifNoneExist: `identifier=${SYSID_OID}|${EUI64}` },
      },
    ],
  };
  return edited(bundle, edits);
}

const FRC = 'https://hl7.fr/ig/fhir/core/StructureDefinition/';

/** The official test patient with a validated test INS. */
export function patient(edits: Edits = {}): Plain {
  const resource: Plain = {
    resourceType: 'Patient',
    meta: { profile: [`${FRC}fr-core-patient-ins`] },
    extension: [
      {
        url: `${FRC}fr-core-identity-reliability`,
        extension: [
          {
            url: 'identityStatus',
            valueCoding: { system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445', code: 'VALI' },
          },
        ],
      },
    ],
    identifier: [
      {
        use: 'official',
        type: {
          coding: [{ system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203', code: 'INS-NIR-TEST' }],
        },
        system: 'urn:oid:1.2.250.1.213.1.4.10',
        value: '279035121518989',
      },
    ],
    name: [{ use: 'official', family: 'PAT-TROIS', given: ['DOMINIQUE'] }],
    gender: 'female',
    birthDate: '1979-03-12',
  };
  return edited(resource, edits);
}

/** A copy with some elements replaced, added (`category[1]`) or taken away. */
export function edited(resource: Plain, edits: Edits): Plain {
  const copy = structuredClone(resource);
  for (const [path, value] of Object.entries(edits)) set(copy, path, value);
  return copy;
}

function set(target: Plain, path: string, value: unknown): void {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
  const last = steps.pop();
  let place: unknown = target;
  for (const [index, step] of steps.entries()) {
    const holder = place as Record<string | number, unknown>;
    const next = steps[index + 1] ?? last;
    holder[step] ??= typeof next === 'number' ? [] : {};
    place = holder[step];
  }
  if (last === undefined) return;
  if (value === undefined && Array.isArray(place)) place.splice(Number(last), 1);
  else if (value === undefined) delete (place as Record<string, unknown>)[last];
  else (place as Record<string, unknown>)[last] = value;
}

type Subject = Pick<Example, 'pack' | 'fhir'>;

/** Examples judged with the pack of the guide, and with that of the API. */
export const guide = (resource: object | string, entry?: number): Subject => subjectOf('mesures', resource, entry);
export const api = (resource: object | string, entry?: number): Subject => subjectOf('mes-api', resource, entry);

function subjectOf(pack: string, resource: object | string, entry: number | undefined): Subject {
  return { pack, fhir: { resource, ...(entry !== undefined && { entry }) } };
}
