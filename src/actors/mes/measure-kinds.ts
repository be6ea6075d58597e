import type { Text } from '../../core/index.js';

/** A measure the Mon espace santé API knows (reference §8.6: codes; §1.2: profiles, family C). */
export interface MeasureKind {
  /** Bare codes a search may ask for; both generations where they differ (reference §4, J154). */
  readonly codes: readonly string[];
  readonly title: Text;
  /** Unit as people read it. */
  readonly unit: string;
  /** Canonical the API lists. */
  readonly profile: string;
  /** Unit code (UCUM) of the quantity. */
  readonly unitCode: string;
}

const API_PROFILES = 'https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/';

const kind = (codes: string, fr: string, en: string, unit: string, unitCode: string, tail: string): MeasureKind => ({
  codes: codes.split(' '),
  title: { fr, en },
  unit,
  unitCode,
  profile: `${API_PROFILES}mes-observation-${tail}`,
});

/** In the order the page shows them. */
export const MEASURE_KINDS = {
  weight: kind('29463-7', 'Poids', 'Weight', 'kg', 'kg', 'bodyweight'),
  height: kind('8302-2', 'Taille', 'Height', 'cm', 'cm', 'bodyheight'),
  bmi: kind('39156-5', 'Indice de masse corporelle', 'Body mass index', 'kg/m²', 'kg/m2', 'bmi'),
  bloodPressure: kind('85354-9', 'Pression artérielle', 'Blood pressure', 'mmHg', 'mm[Hg]', 'bp'),
  heartRate: kind('8867-4', 'Fréquence cardiaque', 'Heart rate', '/min', '/min', 'heartrate'),
  temperature: kind('8310-5', 'Température', 'Temperature', '°C', 'Cel', 'bodytemperature'),
  glucose: kind('2345-7', 'Glycémie', 'Blood glucose', 'mg/dL', 'mg/dL', 'glucose'),
  interstitialGlucose: kind(
    'MED-969 99504-3',
    'Glucose interstitiel (moyenne)',
    'Interstitial glucose (mean)',
    'mg/dL',
    'mg/dL',
    'glucose',
  ),
  hba1c: kind('4548-4', 'Hémoglobine glyquée (HbA1c)', 'HbA1c', '%', '%', 'glucose'),
  glucoseIndex: kind('MED-972', 'Indice de gestion du glucose', 'Glucose management index', '%', '%', 'glucose'),
  pain: kind('72514-3', 'Niveau de douleur', 'Pain level', '/10', '1', 'painseverity'),
  steps: kind('41950-7', 'Pas par jour', 'Steps per day', 'pas/j', '1/(24.h)', 'stepsbyday'),
  waist: kind('8280-0', 'Tour de taille', 'Waist circumference', 'cm', 'cm', 'waistcircumference'),
  head: kind('8287-5', 'Périmètre crânien', 'Head circumference', 'cm', 'cm', 'headcircumference'),
} as const satisfies Record<string, MeasureKind>;

export type MeasureKindId = keyof typeof MEASURE_KINDS;

const BY_CODE: ReadonlyMap<string, MeasureKindId> = new Map(
  (Object.keys(MEASURE_KINDS) as MeasureKindId[]).flatMap((id) => MEASURE_KINDS[id].codes.map((code) => [code, id])),
);

export function kindOfCode(code: string): MeasureKindId | undefined {
  return BY_CODE.get(code);
}

export const SYSTOLIC = '8480-6';
export const DIASTOLIC = '8462-4';
