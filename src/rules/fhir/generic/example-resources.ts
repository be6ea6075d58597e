import type { FhirDefinition, FhirStructure } from '../../../packs/index.js';

const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';

type Changes = Readonly<Record<string, unknown>>;

/** A synthetic weight; a change of `undefined` takes the property away. */
export function weight(changes: Changes = {}): object {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: { coding: [{ system: LOINC, code: '29463-7' }] },
    subject: { identifier: { system: 'urn:oid:1.2.250.1.999.1.1', value: 'PE-000042' } },
    effectiveDateTime: '2026-03-02T07:40:00+01:00',
    valueQuantity: { value: 68.4, unit: 'kg', system: UCUM, code: 'kg' },
    ...changes,
  };
}

/** The same, declaring a profile. */
export function profiled(url: string, changes: Changes = {}): object {
  return weight({ meta: { profile: [url] }, ...changes });
}

/** A synthetic patient: the official test identity of ANS. */
export function patient(changes: Changes = {}): object {
  return {
    resourceType: 'Patient',
    name: [{ use: 'official', family: 'PAT-TROIS', given: ['DOMINIQUE'] }],
    gender: 'female',
    birthDate: '1979-03-03',
    ...changes,
  };
}

export function component(code: string, value = 80): object {
  return {
    code: { coding: [{ system: LOINC, code }] },
    valueQuantity: { value, unit: 'mmHg', system: UCUM, code: 'mm[Hg]' },
  };
}

export const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
export const EXAMPLE = 'https://epreuve.example/StructureDefinition/';

type Element = NonNullable<FhirStructure['differential']>['element'];

/** A profile by its differential, on a resource or data type of R4. */
export function profile(name: string, type: string, element: NonNullable<Element>): FhirDefinition {
  return {
    resourceType: 'StructureDefinition',
    url: EXAMPLE + name,
    name,
    type,
    kind: type === 'Extension' ? 'complex-type' : 'resource',
    derivation: 'constraint',
    baseDefinition: HL7 + type,
    differential: { element },
  };
}
