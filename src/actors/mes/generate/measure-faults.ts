import type { Severity, Text } from '../../../core/index.js';
import { editJson, type Json, type JsonEdits, type JsonObject, jsonAt } from './edit-json.js';
import type { GeneratedMeasureName, MeasureMode } from './measure-seeds.js';

/** One mistake that can be put into a valid measure. */
export interface MeasureFault {
  readonly id: string;
  readonly title: Text;
  /** Rule that must find it. */
  readonly rule: string;
  readonly severity: Severity;
  /** Edits that make the mistake; undefined where it cannot be made. */
  readonly edits: (measure: JsonObject, about: FaultSubject) => JsonEdits | undefined;
}

export interface FaultSubject {
  readonly name: GeneratedMeasureName;
  readonly mode: MeasureMode;
}

const EXTENSIONS = 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/';
const has = (measure: JsonObject, path: string): boolean => jsonAt(measure, path) !== undefined;
const numberAt = (measure: JsonObject, path: string): number | undefined => {
  const value = jsonAt(measure, path);
  return typeof value === 'number' ? value : undefined;
};
const isGlucose = ({ name }: FaultSubject): boolean => /glucose/i.test(name);
const isGlucoseProfile = (about: FaultSubject): boolean =>
  isGlucose(about) || (about.name === 'hba1c' && about.mode === 'api');
/** The quantity of the measure, or of its first component. */
const quantityPath = (measure: JsonObject): string =>
  has(measure, 'valueQuantity') ? 'valueQuantity' : 'component[0].valueQuantity';
const times =
  (factor: number) =>
  (measure: JsonObject): JsonEdits | undefined => {
    const path = `${quantityPath(measure)}.value`;
    const value = numberAt(measure, path);
    return value === undefined ? undefined : { [path]: Number((value * factor).toPrecision(6)) };
  };
const only =
  (names: readonly GeneratedMeasureName[], edits: MeasureFault['edits']): MeasureFault['edits'] =>
  (measure, about) =>
    names.includes(about.name) ? edits(measure, about) : undefined;
const where =
  (test: (about: FaultSubject) => boolean, edits: MeasureFault['edits']): MeasureFault['edits'] =>
  (measure, about) =>
    test(about) ? edits(measure, about) : undefined;
const always = (edits: JsonEdits) => (): JsonEdits => edits;

const fault = (
  id: string,
  rule: string,
  severity: Severity,
  french: string,
  english: string,
  edits: MeasureFault['edits'],
): MeasureFault => ({ id, rule, severity, title: { fr: french, en: english }, edits });

/** Reference §5, « mistakes to catch », and the slips of everyday. */
export const MEASURE_FAULTS: readonly MeasureFault[] = [
  fault(
    'unknown-property',
    'FHM-102',
    'error',
    'Une propriété mal orthographiée',
    'A misspelt property',
    always({ effectiveDate: '2026-03-02' }),
  ),
  fault('value-as-text', 'FHM-103', 'error', 'La valeur écrite entre guillemets', 'The value in quotes', (measure) => {
    const path = `${quantityPath(measure)}.value`;
    return { [path]: String(jsonAt(measure, path)) };
  }),
  fault('empty-text', 'FHM-104', 'error', 'Un texte vide', 'An empty text', always({ 'note[0]': { text: '' } })),
  fault(
    'no-time-zone',
    'FHM-105',
    'error',
    'Une heure sans fuseau',
    'A time without zone',
    always({ effectiveDateTime: '2026-03-02T07:40:00' }),
  ),
  fault('no-status', 'FHM-106', 'error', 'Pas de statut', 'No status', always({ status: undefined })),
  fault(
    'status-unknown',
    'FHM-107',
    'error',
    'Un statut hors liste',
    'A status outside the list',
    always({ status: 'validated' }),
  ),
  fault(
    'modifier-extension',
    'FHM-111',
    'error',
    'Une extension modificatrice inconnue',
    'An unknown modifier extension',
    always({ modifierExtension: [{ url: 'https://example.org/doubt', valueBoolean: true }] }),
  ),
  fault('unknown-extension', 'FHM-112', 'warning', 'Une extension inconnue', 'An unknown extension', (measure) => ({
    [`extension[${listAt(measure, 'extension').length}]`]: { url: 'https://example.org/mood', valueString: 'x' },
  })),
  fault(
    'hybrid-profile',
    'FHM-121',
    'warning',
    'Une URL de profil hybride',
    'A hybrid profile URL',
    only(
      ['weight'],
      always({ 'meta.profile': ['http://esante.gouv.fr/ci-sis/fhir/StructureDefinition/MesFrObservationBodyWeight'] }),
    ),
  ),
  fault(
    'other-profile',
    'FHM-122',
    'error',
    'Le profil d’une autre mesure',
    'The profile of another measure',
    (measure, about) => otherProfile(measure, about),
  ),
  fault(
    'source-not-oid',
    'FHM-126',
    'warning',
    'Une source qui n’est pas un OID',
    'A source that is no OID',
    always({ 'meta.source': 'https://example.org/app' }),
  ),
  fault('no-category', 'FHM-201', 'error', 'Pas de catégorie', 'No category', always({ category: undefined })),
  fault(
    'category-display',
    'FHM-202',
    'error',
    'Un autre libellé de catégorie',
    'Another display of the category',
    where(
      ({ name, mode }) => hasDisplayPattern(name, mode),
      always({ 'category[0].coding[0].display': 'Vital Signs' }),
    ),
  ),
  fault(
    'other-code',
    'FHM-203',
    'error',
    'Un code LOINC voisin',
    'A neighbouring LOINC code',
    where(
      (about) => !isGlucoseProfile(about) && about.name !== 'head',
      always({ 'code.coding': [{ system: 'http://loinc.org', code: '3141-9' }] }),
    ),
  ),
  fault('no-subject', 'FHM-204', 'error', 'Pas de patient', 'No patient', always({ subject: undefined })),
  fault(
    'subject-group',
    'FHM-205',
    'error',
    'Un groupe pour patient',
    'A group as patient',
    always({ 'subject.reference': 'Group/7' }),
  ),
  fault('no-date', 'FHM-206', 'error', 'Pas de date', 'No date', always({ effectiveDateTime: undefined })),
  fault(
    'period',
    'FHM-206',
    'error',
    'Une période où il faut un instant',
    'A period where a moment is needed',
    where(
      (about) => about.name === 'bloodPressure' || about.name === 'pain' || about.name === 'hba1c' || isGlucose(about),
      always({ effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-02' } }),
    ),
  ),
  fault(
    'month-only',
    'FHM-207',
    'error',
    'Une date au mois',
    'A date to the month',
    always({ effectiveDateTime: '2026-03' }),
  ),
  fault(
    'no-value',
    'FHM-209',
    'error',
    'Ni valeur ni raison',
    'Neither value nor reason',
    always({ valueQuantity: undefined, component: undefined }),
  ),
  fault(
    'reason-incomplete',
    'FHM-211',
    'error',
    'Une raison d’absence sans système',
    'A reason for absence without system',
    where(
      ({ name }) => !['bloodPressure', 'head', 'oxygen', 'respiratoryRate', 'bmi'].includes(name),
      always({ valueQuantity: undefined, dataAbsentReason: { coding: [{ code: 'error' }] } }),
    ),
  ),
  fault(
    'device-as-performer',
    'FHM-214',
    'error',
    'L’objet connecté comme auteur',
    'The device as performer',
    always({ performer: [{ reference: 'Device/7' }] }),
  ),
  fault(
    'empty-reference',
    'FHM-216',
    'error',
    'Une référence vide',
    'An empty reference',
    always({ encounter: { type: 'Encounter' } }),
  ),
  fault(
    'integer-value',
    'FHM-301',
    'error',
    'Un entier au lieu d’une quantité',
    'An integer in place of a quantity',
    where(({ name }) => name !== 'bloodPressure', always({ valueQuantity: undefined, valueInteger: 3 })),
  ),
  fault(
    'wrong-unit',
    'FHM-302',
    'error',
    'Une autre unité codée',
    'Another coded unit',
    where(
      (about) => about.name !== 'bloodPressure' && !isGlucoseProfile(about),
      always({ 'valueQuantity.code': '{score}' }),
    ),
  ),
  fault(
    'no-unit-text',
    'FHM-303',
    'error',
    'Pas d’unité en clair',
    'No unit in words',
    only(
      ['weight', 'height', 'bmi', 'temperature', 'heartRate', 'oxygen', 'respiratoryRate', 'head'],
      always({ 'valueQuantity.unit': undefined }),
    ),
  ),
  fault(
    'unit-text',
    'FHM-304',
    'error',
    'Une autre unité en clair',
    'Another unit in words',
    only(['pain', 'steps', 'head'], always({ 'valueQuantity.unit': 'pas/jour' })),
  ),
  fault(
    'unit-words',
    'FHM-305',
    'warning',
    'Une unité en clair qui contredit le code',
    'A unit in words that contradicts the code',
    only(['weight', 'waist'], always({ 'valueQuantity.unit': 'lb' })),
  ),
  fault(
    'implausible',
    'FHM-306',
    'warning',
    'Une valeur impossible',
    'An impossible value',
    where(({ name }) => !['bloodPressure', 'pain'].includes(name), always({ 'valueQuantity.value': 9_000_000 })),
  ),
  fault(
    'unit-slip',
    'FHM-307',
    'warning',
    'Une valeur laissée dans une autre unité',
    'A value left in another unit',
    (measure, { name }) => slipEdits(measure, name),
  ),
  fault('comparator', 'FHM-308', 'warning', 'Un comparateur', 'A comparator', (measure) => ({
    [`${quantityPath(measure)}.comparator`]: '<',
  })),
  fault(
    'no-bmi-value',
    'FHM-310',
    'error',
    'Un IMC sans valeur',
    'A BMI without value',
    only(['bmi'], always({ valueQuantity: undefined, dataAbsentReason: { text: 'x' } })),
  ),
  fault(
    'half-count',
    'FHM-312',
    'warning',
    'Un compte qui n’est pas entier',
    'A count that is not whole',
    only(['steps', 'pain', 'heartRate'], always({ 'valueQuantity.value': 7.5 })),
  ),
  fault(
    'two-reasons',
    'FHM-401',
    'error',
    'Deux motifs',
    'Two reasons',
    where(
      ({ name, mode }) => mode === 'guide' || !['height', 'bmi', 'heartRate'].includes(name),
      always({ extension: [reason('Suivi'), reason('Contrôle')] }),
    ),
  ),
  fault(
    'coded-reason',
    'FHM-402',
    'error',
    'Un motif codé',
    'A coded reason',
    always({ extension: [{ url: `${EXTENSIONS}mesures-reason-for-measurement`, valueCode: 'x' }] }),
  ),
  fault(
    'empty-reason',
    'FHM-407',
    'warning',
    'Un motif sans contenu',
    'A reason without content',
    always({ extension: [reason('-')] }),
  ),
  fault(
    'body-site',
    'FHM-501',
    'error',
    'Un site de mesure hors liste',
    'A body site outside the list',
    where(
      ({ name, mode }) => mode === 'api' && (name === 'temperature' || name === 'bloodPressure'),
      always({ bodySite: { coding: [{ system: 'http://snomed.info/sct', code: '368209003' }] } }),
    ),
  ),
  fault(
    'method',
    'FHM-502',
    'error',
    'Une méthode hors liste',
    'A method outside the list',
    where(
      ({ name, mode }) => mode === 'api' && !['bmi', 'head', 'waist'].includes(name),
      always({ method: { coding: [{ system: 'https://example.org/methods', code: 'm1' }] } }),
    ),
  ),
  fault(
    'mmol',
    'FHM-503',
    'error',
    'Une glycémie en mmol/L',
    'A glucose in mmol/L',
    where(
      isGlucoseProfile,
      always({ 'valueQuantity.code': 'mmol/L', 'valueQuantity.unit': 'mmol/L', 'valueQuantity.value': 5.2 }),
    ),
  ),
  fault(
    'other-generation',
    'FHM-507',
    'warning',
    'Un code de l’autre génération',
    'A code of the other generation',
    (_, { name, mode }) => otherGeneration(name, mode),
  ),
  fault(
    'display',
    'FHM-508',
    'warning',
    'Le libellé d’un autre code',
    'The display of another code',
    where(
      ({ name }) => !['height', 'interstitialGlucose', 'glucoseIndex'].includes(name),
      always({ 'code.coding[0].display': 'Taille' }),
    ),
  ),
  fault(
    'one-component',
    'FHM-601',
    'error',
    'La diastolique manque',
    'The diastolic is missing',
    only(['bloodPressure'], always({ 'component[1]': undefined })),
  ),
  fault(
    'root-value',
    'FHM-602',
    'error',
    'Une valeur à la racine',
    'A value at the root',
    only(
      ['bloodPressure'],
      always({ valueQuantity: { value: 124, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' } }),
    ),
  ),
  fault(
    'mmhg',
    'FHM-603',
    'error',
    'mmHg pour code',
    'mmHg as code',
    only(['bloodPressure'], always({ 'component[0].valueQuantity.code': 'mmHg' })),
  ),
  fault(
    'empty-component',
    'FHM-604',
    'error',
    'Un composant vide',
    'An empty component',
    only(['bloodPressure'], always({ 'component[1].valueQuantity': undefined })),
  ),
  fault(
    'reversed',
    'FHM-606',
    'warning',
    'Systolique et diastolique échangées',
    'Systolic and diastolic exchanged',
    only(['bloodPressure'], (measure) => {
      const [systolic, diastolic] = [0, 1].map((index) => jsonAt(measure, `component[${index}].valueQuantity.value`));
      return { 'component[0].valueQuantity.value': diastolic, 'component[1].valueQuantity.value': systolic };
    }),
  ),
  fault(
    'kind-unit',
    'FHM-611',
    'error',
    'L’unité d’un autre glucose',
    'The unit of another glucose',
    where(isGlucoseProfile, (measure) => {
      const isPercent = jsonAt(measure, 'valueQuantity.code') === '%';
      const unit = isPercent ? 'mg/dL' : '%';
      return { 'valueQuantity.code': unit, 'valueQuantity.unit': unit, 'valueQuantity.value': isPercent ? 94 : 7 };
    }),
  ),
  fault(
    'two-ranges',
    'FHM-612',
    'error',
    'Deux intervalles de référence',
    'Two reference ranges',
    where(
      (about) => about.mode === 'guide' && isGlucose(about),
      always({ referenceRange: [{ text: '70-110' }, { text: '80-120' }] }),
    ),
  ),
  fault(
    'head-code',
    'FHM-614',
    'error',
    'Les codes d’une autre version',
    'The codes of another version',
    only(['head'], (_, { mode }) => ({
      'code.coding': (mode === 'api' ? ['9843-4', '8287-5'] : ['8287-5']).map((code) => ({
        system: 'http://loinc.org',
        code,
      })),
    })),
  ),
  fault(
    'no-profile',
    'FHM-803',
    'error',
    'Pas de profil à l’API',
    'No profile at the API',
    where(({ mode }) => mode === 'api', always({ 'meta.profile': undefined })),
  ),
  fault(
    'value-less',
    'FHM-807',
    'error',
    'Une mesure sans valeur à l’API',
    'A measure without value at the API',
    where(
      ({ mode, name }) => mode === 'api' && name !== 'bloodPressure' && name !== 'bmi',
      always({
        valueQuantity: undefined,
        dataAbsentReason: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'error' }],
        },
      }),
    ),
  ),
  fault(
    'subject-address',
    'FHM-808',
    'error',
    'Le patient par une adresse',
    'The patient by an address',
    where(({ mode }) => mode === 'api', always({ subject: { reference: 'Patient/42' } })),
  ),
  fault(
    'no-moment',
    'FHM-809',
    'error',
    'Le moment manque',
    'The moment is missing',
    where(({ mode, name }) => mode === 'api' && name === 'glucose', always({ extension: undefined })),
  ),
  fault(
    'no-days',
    'FHM-810',
    'error',
    'Le nombre de jours manque',
    'The number of days is missing',
    where(
      ({ mode, name }) => mode === 'api' && (name === 'interstitialGlucose' || name === 'glucoseIndex'),
      always({ extension: undefined }),
    ),
  ),
];

/** The measure with one mistake in it; undefined where that mistake cannot be made. */
export function withFault(measure: JsonObject, fault: MeasureFault, about: FaultSubject): JsonObject | undefined {
  const edits = fault.edits(measure, about);
  return edits && editJson(measure, edits);
}

/** The mistakes that can be made in a measure. */
export function faultsOf(measure: JsonObject, about: FaultSubject): readonly MeasureFault[] {
  return MEASURE_FAULTS.filter((fault) => fault.edits(measure, about) !== undefined);
}

function reason(text: string): JsonObject {
  return { url: `${EXTENSIONS}mesures-reason-for-measurement`, valueString: text };
}

function listAt(measure: JsonObject, path: string): readonly Json[] {
  const value = jsonAt(measure, path);
  return Array.isArray(value) ? value : [];
}

function hasDisplayPattern(name: GeneratedMeasureName, mode: MeasureMode): boolean {
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

function otherProfile(measure: JsonObject, { name }: FaultSubject): JsonEdits {
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
function slipEdits(measure: JsonObject, name: GeneratedMeasureName): JsonEdits | undefined {
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

const NCIT = 'https://mos.esante.gouv.fr/NOS/TRE_R307-NCIT/FHIR/TRE-R307-NCIT';
const EMDN = 'https://smt.esante.gouv.fr/terminologie-emdn';

function otherGeneration(name: GeneratedMeasureName, mode: MeasureMode): JsonEdits | undefined {
  if (name === 'steps') {
    const [system, code] = mode === 'guide' ? [NCIT, 'C88165'] : [EMDN, 'Y210905'];
    return { method: { coding: [{ system, code }] } };
  }
  if (name !== 'glucose') return undefined;
  const system =
    mode === 'guide' ? 'https://mos.esante.gouv.fr/NOS/TRE_A04-Loinc/FHIR/TRE-A04-Loinc' : 'http://loinc.org';
  return { 'code.coding[0].system': system };
}
