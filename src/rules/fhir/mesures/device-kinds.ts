import type { MeasureName } from './measures.js';

/** ISO/IEEE 11073 specializations, and the measures such a device takes; an empty list: any measure, or none of ours. */
const SPECIALIZATIONS: Readonly<Record<string, readonly MeasureName[]>> = {
  '528388': ['oxygensat', 'heartrate'],
  '528390': ['heartrate', 'resprate'],
  '528391': ['bp', 'heartrate'],
  '528392': ['bodytemperature'],
  '528397': ['resprate'],
  '528399': ['bodyweight', 'bmi'],
  '528401': ['glucose', 'hb1ac'],
  '528402': [],
  '528403': [],
  '528404': ['bodyweight', 'bmi', 'waistcircumference'],
  '528405': [],
  '528408': ['resprate', 'oxygensat', 'heartrate'],
  '528409': ['glucose'],
  '528425': ['heartrate', 'stepsbyday', 'bodyweight'],
  '528426': [],
  '528455': [],
  '528456': [],
  '528457': [],
  '528484': ['stepsbyday'],
};

export function isKnownSpecialization(code: string): boolean {
  return Object.hasOwn(SPECIALIZATIONS, code);
}

/** False when the device is of a kind that takes other measures. */
export function mayMeasure(specialization: string, measure: string): boolean {
  const measures: readonly string[] = isKnownSpecialization(specialization)
    ? (SPECIALIZATIONS[specialization] ?? [])
    : [];
  return measures.length === 0 || measures.includes(measure);
}
