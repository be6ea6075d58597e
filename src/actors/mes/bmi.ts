import { bareOid } from './fhir-parts.js';
import type { StoredMeasure } from './measure.js';
import { MEASURE_KINDS } from './measure-kinds.js';

/**
 * Body mass indexes of a patient, computed when asked for (reference §8.4 rule 2, §8.8): one for each weight, with the last
 * height known at its date. Nothing for a weight before any height.
 */
export function computeBmis(measures: readonly StoredMeasure[]): StoredMeasure[] {
  const heights = byDate(measures.filter(({ kind }) => kind === 'height'));
  return byDate(measures.filter(({ kind }) => kind === 'weight')).flatMap((weight) => {
    const height = heights.findLast(({ range }) => range.start <= weight.range.start);
    return height ? (toBmi(weight, height) ?? []) : [];
  });
}

export function byDate(measures: readonly StoredMeasure[]): StoredMeasure[] {
  return [...measures].sort((left, right) => left.range.start - right.range.start);
}

function toBmi(weight: StoredMeasure, height: StoredMeasure): StoredMeasure | undefined {
  const [kilograms = 0] = weight.values;
  const [centimetres = 0] = height.values;
  if (kilograms <= 0 || centimetres <= 0) return undefined;
  const value = Math.round((kilograms / (centimetres / 100) ** 2) * 10) / 10;
  const id = `bmi-${weight.id}`.slice(0, 64);
  const { profile, unitCode } = MEASURE_KINDS.bmi;
  const resource = {
    resourceType: 'Observation',
    id,
    meta: { profile: [profile] },
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '39156-5' }] },
    subject: { identifier: { system: `urn:oid:${bareOid(weight.patient.system)}`, value: weight.patient.value } },
    effectiveDateTime: weight.effective,
    valueQuantity: { value, unit: unitCode, system: 'http://unitsofmeasure.org', code: unitCode },
    derivedFrom: [{ reference: `Observation/${weight.id}` }, { reference: `Observation/${height.id}` }],
  };
  const { patient, effective, range } = weight;
  const text = JSON.stringify(resource);
  return { id, patient, codes: ['39156-5'], kind: 'bmi', effective, range, values: [value], deviceId: undefined, text };
}
