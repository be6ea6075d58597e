import { type Json, type JsonEdits, type JsonObject, jsonAt } from './edit-json.js';
import { EXTENSIONS, type FaultSubject, numberAt, times } from './fault-parts.js';
import type { GeneratedMeasureName, MeasureMode } from './measure-seeds.js';

export function reason(text: string): JsonObject {
  return { url: `${EXTENSIONS}mesures-reason-for-measurement`, valueString: text };
}

export function listAt(measure: JsonObject, path: string): readonly Json[] {
  const value = jsonAt(measure, path);
  return Array.isArray(value) ? value : [];
}

export function hasDisplayPattern(name: GeneratedMeasureName, mode: MeasureMode): boolean {
  const always: readonly GeneratedMeasureName[] = [
    'bloodPressure',
    'pain',
    'glucose',
    'interstitialGlucose',
    'glucoseIndex',
    'hba1c',
  ];
  return always.includes(name) || (mode === 'guide' && (name === 'oxygen' || name === 'respiratoryRate'));
}

export function otherProfile(measure: JsonObject, { name }: FaultSubject): JsonEdits {
  const profile = String(jsonAt(measure, 'meta.profile[0]'));
  const [tail, other] =
    name === 'waist' ? ['painseverity', 'pain-severity'] : ['waistcircumference', 'waist-circumference'];
  const root = profile.slice(0, profile.lastIndexOf('/') + 1);
  return {
    'meta.profile[0]':
      root + (root.includes('monespacesante') ? `mes-observation-${tail}` : `mesures-observation-${other}`),
  };
}

/** The usual wrong unit of each measure, by the factor it leaves in the value. */
export function slipEdits(measure: JsonObject, name: GeneratedMeasureName): JsonEdits | undefined {
  switch (name) {
    case 'weight':
      return times(1000)(measure);
    case 'height':
    case 'waist':
    case 'head':
    case 'oxygen':
      return times(0.01)(measure);
    case 'glucose':
    case 'interstitialGlucose':
      return times(1 / 18.0156)(measure);
    case 'bloodPressure':
      return times(0.1)(measure);
    case 'temperature': {
      const value = numberAt(measure, 'valueQuantity.value');
      return value === undefined ? undefined : { 'valueQuantity.value': Number((value * 1.8 + 32).toFixed(1)) };
    }
    default:
      return undefined;
  }
}

export const NCIT = 'https://mos.esante.gouv.fr/NOS/TRE_R307-NCIT/FHIR/TRE-R307-NCIT';
export const EMDN = 'https://smt.esante.gouv.fr/terminologie-emdn';

export function otherGeneration(name: GeneratedMeasureName, mode: MeasureMode): JsonEdits | undefined {
  if (name === 'steps') {
    const [system, code] = mode === 'guide' ? [NCIT, 'C88165'] : [EMDN, 'Y210905'];
    return { method: { coding: [{ system, code }] } };
  }
  if (name !== 'glucose') return undefined;
  const system =
    mode === 'guide' ? 'https://mos.esante.gouv.fr/NOS/TRE_A04-Loinc/FHIR/TRE-A04-Loinc' : 'http://loinc.org';
  return { 'code.coding[0].system': system };
}
