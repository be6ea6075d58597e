import type { Text } from '../../../core/index.js';

/** Which texts a generated measure follows: the guide 3.2.0, or the API v1.5.2 (generation 3.0.1). */
export type MeasureMode = 'guide' | 'api';

export interface MeasureSeed {
  readonly title: Text;
  /** Last step of the canonical, by mode; the API has no profile for some. */
  readonly profile: { readonly guide: string; readonly api?: string };
  readonly codes: { readonly guide: readonly CodeSeed[]; readonly api: readonly CodeSeed[] };
  /** UCUM code, and the text beside it. */
  readonly unit?: readonly [code: string, text: string];
  /** Usual values. */
  readonly range?: readonly [low: number, high: number, decimals: number];
  readonly components?: readonly { readonly code: string; readonly range: readonly [number, number, number] }[];
  /** Methods that each mode lists. */
  readonly methods?: { readonly guide?: readonly CodeSeed[]; readonly api?: readonly CodeSeed[] };
  readonly bodySites?: readonly CodeSeed[];
  /** Extension that goes with it: the moment, or the number of days. */
  readonly extension?: 'moment' | 'days';
  readonly wantsDay?: boolean;
}

export type CodeSeed = readonly [system: string, code: string];

export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';
const NOS = 'https://mos.esante.gouv.fr/NOS/';
export const TRE_LOINC = `${NOS}TRE_A04-Loinc/FHIR/TRE-A04-Loinc`;
export const TAASIP = `${NOS}TRE_R308-TAASIP/FHIR/TRE-R308-TAASIP`;
const NCIT = `${NOS}TRE_R307-NCIT/FHIR/TRE-R307-NCIT`;
const CLADIMED = `${NOS}TRE_R306-CLADIMED/FHIR/TRE-R306-CLADIMED`;
const FMA = `${NOS}TRE_R309-FMA/FHIR/TRE-R309-FMA`;
const LPP = `${NOS}TRE_R312-LPP/FHIR/TRE-R312-LPP`;
const EMDN = 'https://smt.esante.gouv.fr/terminologie-emdn';
export const CISIS = 'https://smt.esante.gouv.fr/fhir/CodeSystem/terminologie-cisis';

const fr = 'mesures-fr-observation-';
const plain = 'mesures-observation-';
const api = 'mes-observation-';
const both = (...codes: readonly string[]) => {
  const list = codes.map((code): CodeSeed => [LOINC, code]);
  return { guide: list, api: list };
};

/** Reference §5: one row a measure, with usual values of an adult (of an infant for the head). */
export const MEASURE_SEEDS = {
  weight: {
    title: { fr: 'Poids', en: 'Weight' },
    profile: { guide: `${fr}body-weight`, api: `${api}bodyweight` },
    codes: both('29463-7'),
    unit: ['kg', 'kg'],
    range: [48, 104, 1],
    methods: { guide: [[EMDN, 'V030210']], api: [[CLADIMED, 'K50BI02']] },
  },
  height: {
    title: { fr: 'Taille', en: 'Height' },
    profile: { guide: `${fr}bodyheight`, api: `${api}bodyheight` },
    codes: both('8302-2'),
    unit: ['cm', 'cm'],
    range: [150, 196, 0],
    methods: {
      guide: [[NCIT, 'C138178']],
      api: [
        [NCIT, 'C81261'],
        [TAASIP, 'MED-872'],
      ],
    },
  },
  bmi: {
    title: { fr: 'Indice de masse corporelle', en: 'Body mass index' },
    profile: { guide: `${fr}bmi`, api: `${api}bmi` },
    codes: both('39156-5'),
    unit: ['kg/m2', 'kg/m2'],
    range: [18, 33, 1],
  },
  temperature: {
    title: { fr: 'Température', en: 'Temperature' },
    profile: { guide: `${fr}body-temperature`, api: `${api}bodytemperature` },
    codes: both('8310-5'),
    unit: ['Cel', '°C'],
    range: [36, 39.5, 1],
    methods: { guide: [[CLADIMED, 'K50BC10']], api: [[CLADIMED, 'K50BC03']] },
    bodySites: [
      [FMA, '52780'],
      [FMA, '49184'],
      [FMA, '24864'],
      [FMA, '63864'],
    ],
  },
  bloodPressure: {
    title: { fr: 'Pression artérielle', en: 'Blood pressure' },
    profile: { guide: `${fr}bp`, api: `${api}bp` },
    codes: both('85354-9'),
    unit: ['mm[Hg]', 'mmHg'],
    components: [
      { code: '8480-6', range: [105, 150, 0] },
      { code: '8462-4', range: [60, 95, 0] },
    ],
    methods: {
      guide: [[NCIT, 'C69319']],
      api: [
        [NCIT, 'C69319'],
        [NCIT, 'C69318'],
      ],
    },
    bodySites: [
      [FMA, '24890'],
      [FMA, '24922'],
    ],
  },
  heartRate: {
    title: { fr: 'Fréquence cardiaque', en: 'Heart rate' },
    profile: { guide: `${fr}heartrate`, api: `${api}heartrate` },
    codes: both('8867-4'),
    unit: ['/min', 'batt/min'],
    range: [52, 110, 0],
    methods: { guide: [[TAASIP, 'MED-873']], api: [[NCIT, 'C49676']] },
  },
  oxygen: {
    title: { fr: 'Saturation en oxygène', en: 'Oxygen saturation' },
    profile: { guide: `${fr}oxygen-sat` },
    codes: both('2708-6'),
    unit: ['%', '%'],
    range: [92, 100, 0],
    methods: { guide: [[CLADIMED, 'K50BF']] },
  },
  respiratoryRate: {
    title: { fr: 'Fréquence respiratoire', en: 'Respiratory rate' },
    profile: { guide: `${fr}resp-rate` },
    codes: both('9279-1'),
    unit: ['/min', '/min'],
    range: [11, 22, 0],
  },
  head: {
    title: { fr: 'Périmètre crânien', en: 'Head circumference' },
    profile: { guide: `${plain}head-circumference`, api: `${api}headcircumference` },
    codes: {
      guide: [
        [LOINC, '9843-4'],
        [LOINC, '8287-5'],
      ],
      api: [[LOINC, '8287-5']],
    },
    unit: ['cm', 'cm'],
    range: [33, 49, 1],
  },
  waist: {
    title: { fr: 'Tour de taille', en: 'Waist circumference' },
    profile: { guide: `${plain}waist-circumference`, api: `${api}waistcircumference` },
    codes: both('8280-0'),
    unit: ['cm', 'cm'],
    range: [66, 118, 0],
  },
  pain: {
    title: { fr: 'Niveau de douleur', en: 'Pain level' },
    profile: { guide: `${plain}pain-severity`, api: `${api}painseverity` },
    codes: both('72514-3'),
    unit: ['1', 'Level'],
    range: [0, 10, 0],
    methods: { guide: [[NCIT, 'C121547']], api: [[NCIT, 'C21082']] },
  },
  steps: {
    title: { fr: 'Pas par jour', en: 'Steps per day' },
    profile: { guide: `${plain}steps-by-day`, api: `${api}stepsbyday` },
    codes: both('41950-7'),
    unit: ['1/(24.h)', 'steps/day'],
    range: [900, 16000, 0],
    methods: {
      guide: [[EMDN, 'Y210905']],
      api: [
        [NCIT, 'C88165'],
        [NCIT, 'C156877'],
      ],
    },
    wantsDay: true,
  },
  glucose: {
    title: { fr: 'Glycémie capillaire', en: 'Capillary blood glucose' },
    profile: { guide: `${plain}glucose`, api: `${api}glucose` },
    codes: { guide: [[LOINC, '2345-7']], api: [[TRE_LOINC, '2345-7']] },
    unit: ['mg/dL', 'mg/dL'],
    range: [72, 180, 0],
    methods: { guide: [[LPP, '1101720']], api: [[LPP, '1101720']] },
    extension: 'moment',
  },
  interstitialGlucose: {
    title: { fr: 'Glucose interstitiel moyen', en: 'Mean interstitial glucose' },
    profile: { guide: `${plain}glucose`, api: `${api}glucose` },
    codes: { guide: [[LOINC, '99504-3']], api: [[TAASIP, 'MED-969']] },
    unit: ['mg/dL', 'mg/dL'],
    range: [95, 190, 0],
    methods: { api: [[NCIT, 'C159776']] },
    extension: 'days',
  },
  glucoseIndex: {
    title: { fr: 'Index de gestion du glucose', en: 'Glucose management index' },
    profile: { guide: `${plain}glucose`, api: `${api}glucose` },
    codes: { guide: [[CISIS, 'MED-972']], api: [[TAASIP, 'MED-972']] },
    unit: ['%', '%'],
    range: [5.6, 8.4, 1],
    extension: 'days',
  },
  hba1c: {
    title: { fr: 'Hémoglobine glyquée (HbA1c)', en: 'HbA1c' },
    profile: { guide: `${plain}hb1ac`, api: `${api}glucose` },
    codes: { guide: [[LOINC, '4548-4']], api: [[TRE_LOINC, '4548-4']] },
    unit: ['%', '%'],
    range: [5, 9.5, 1],
  },
} as const satisfies Record<string, MeasureSeed>;

export type GeneratedMeasureName = keyof typeof MEASURE_SEEDS;

export const GENERATED_MEASURES = Object.keys(MEASURE_SEEDS) as readonly GeneratedMeasureName[];

export function seedOf(name: GeneratedMeasureName): MeasureSeed {
  return MEASURE_SEEDS[name];
}

/** False for the measures the API has no profile for. */
export function isMeasuredIn(name: GeneratedMeasureName, mode: MeasureMode): boolean {
  return seedOf(name).profile[mode] !== undefined;
}
