import { type Feed, MEASURE_KINDS, type MeasureKindId } from '../../actors/index.js';

/** Identifiers of nobody: the OID arc 1.2.250.1.999 is nobody's either. */
export const DAY_PATIENT = { system: 'urn:oid:1.2.250.1.999.1.1', value: 'PE-000042' } as const;
export const DAY_SOLUTION = '1.2.250.1.999.7';

const SCALES_ID = '5f0c1c7e-2f3a-4e0b-9c5d-0a1b2c3d4e5f';
const SCALES_SYSTEM = 'urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680';
const SCALES_EUI = '0A-1B-2C-FF-FE-3D-4E-5F';

/** A connected scale (PHD profile 1.0.0, reference §6). */
const SCALES = {
  resourceType: 'Device',
  id: SCALES_ID,
  meta: { profile: ['http://hl7.org/fhir/uv/phd/StructureDefinition/PhdDevice'] },
  identifier: [
    {
      type: {
        coding: [{ system: 'http://hl7.org/fhir/uv/phd/CodeSystem/ContinuaDeviceIdentifiers', code: 'SYSID' }],
      },
      system: SCALES_SYSTEM,
      value: SCALES_EUI,
    },
  ],
  manufacturer: 'Balances de test',
  modelNumber: 'BT-1',
  type: { coding: [{ system: 'urn:iso:std:iso:11073:10101', code: '65573' }] },
  specialization: [
    { systemType: { coding: [{ system: 'urn:iso:std:iso:11073:10101', code: '528399' }] }, version: '1' },
  ],
} as const;

const UCUM = 'http://unitsofmeasure.org';
const LOINC = 'http://loinc.org';
/** LOINC as the terminology of the ANS has it: what the API wants for glucose (reference §4). */
const TRE_LOINC = 'https://mos.esante.gouv.fr/NOS/TRE_A04-Loinc/FHIR/TRE-A04-Loinc';

interface MeasureParts {
  readonly kind: MeasureKindId;
  readonly code: string;
  /** LOINC unless said otherwise. */
  readonly codeSystem?: string;
  readonly at: string;
  readonly [part: string]: unknown;
}

/** An Observation as the API wants it (reference §8.3, §8.4), whatever its value is made of. */
function observation({ kind, code, codeSystem = LOINC, at, ...parts }: MeasureParts): Record<string, unknown> {
  return {
    resourceType: 'Observation',
    meta: { source: `urn:oid:${DAY_SOLUTION}`, profile: [MEASURE_KINDS[kind].profile] },
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: { coding: [{ system: codeSystem, code }] },
    subject: { identifier: DAY_PATIENT },
    effectiveDateTime: at,
    ...parts,
  };
}

const quantity = (value: number, unit: string, code = unit) => ({ value, unit, system: UCUM, code });

function toFeed(name: string, resource: Record<string, unknown>, device?: typeof SCALES): Feed {
  const entry: Record<string, unknown>[] = [
    {
      fullUrl: 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10',
      resource,
      request: { method: 'POST', url: 'Observation' },
    },
  ];
  if (device) {
    const ifNoneExist = `identifier=${SCALES_SYSTEM}|${SCALES_EUI}`;
    entry.push({
      fullUrl: `urn:uuid:${SCALES_ID}`,
      resource: device,
      request: { method: 'POST', url: 'Device', ifNoneExist },
    });
  }
  return { name, type: 'Bundle', json: JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry }) };
}

/** The day before, `YYYY-MM-DD`: whatever the hour of the run, its last measure has been taken. */
export function dayMeasured(now: Date): string {
  return new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
}

/** The measures a patient takes in a day, `day` being `YYYY-MM-DD`. */
export function dayOfMeasures(day: string) {
  const at = (time: string) => `${day}T${time}:00+01:00`;
  const onScales = { device: { reference: `Device/${SCALES_ID}` } };
  const weight = (time: string, value: number) =>
    observation({ kind: 'weight', code: '29463-7', at: at(time), valueQuantity: quantity(value, 'kg'), ...onScales });
  return {
    height: toFeed(
      'taille',
      observation({ kind: 'height', code: '8302-2', at: at('07:00'), valueQuantity: quantity(172, 'cm') }),
    ),
    weight: toFeed('poids', weight('07:40', 68.4), SCALES),
    eveningWeight: toFeed('poids-soir', weight('21:00', 68.9), SCALES),
    glucose: toFeed(
      'glycemie',
      observation({
        kind: 'glucose',
        code: '2345-7',
        codeSystem: TRE_LOINC,
        at: at('07:15'),
        valueQuantity: quantity(94, 'mg/dL'),
        extension: [FASTING],
      }),
    ),
    bloodPressure: toFeed(
      'pression',
      observation({
        kind: 'bloodPressure',
        code: '85354-9',
        at: at('08:10'),
        component: [component('8480-6', 124), component('8462-4', 79)],
      }),
    ),
    heartRate: toFeed(
      'frequence',
      observation({ kind: 'heartRate', code: '8867-4', at: at('08:11'), valueQuantity: quantity(66, '/min') }),
    ),
    temperature: toFeed(
      'temperature',
      observation({ kind: 'temperature', code: '8310-5', at: at('21:05'), valueQuantity: quantity(37.2, 'Cel') }),
    ),
    pain: toFeed(
      'douleur',
      observation({ kind: 'pain', code: '72514-3', at: at('18:30'), valueQuantity: quantity(3, 'Level', '1') }),
    ),
    steps: toFeed(
      'pas',
      observation({
        kind: 'steps',
        code: '41950-7',
        at: at('22:00'),
        valueQuantity: quantity(8450, 'steps/day', '1/(24.h)'),
      }),
    ),
    bmi: toFeed(
      'imc',
      observation({ kind: 'bmi', code: '39156-5', at: at('07:45'), valueQuantity: quantity(23.1, 'kg/m2') }),
    ),
    valueless: toFeed(
      'sans-valeur',
      observation({ kind: 'heartRate', code: '8867-4', at: at('12:00'), dataAbsentReason: ABSENT }),
    ),
    otherPatient: toFeed('autre-patient', {
      ...observation({ kind: 'temperature', code: '8310-5', at: at('12:30'), valueQuantity: quantity(36.8, 'Cel') }),
      subject: { identifier: { ...DAY_PATIENT, value: 'PE-000043' } },
    }),
  } as const satisfies Record<string, Feed>;
}

/** Fasting (J157, generation of the API: reference §4). */
const FASTING = {
  url: 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-moment-of-measurement',
  valueCodeableConcept: {
    coding: [{ system: TRE_LOINC, code: '53049-3' }],
  },
};

const ABSENT = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'not-performed' }],
};

function component(code: string, value: number) {
  return { code: { coding: [{ system: LOINC, code }] }, valueQuantity: quantity(value, 'mmHg', 'mm[Hg]') };
}
