import { jsonAt } from './edit-json.js';
import { otherGeneration, reason } from './fault-edits.js';
import {
  always,
  EXTENSIONS,
  fault,
  isGlucose,
  isGlucoseProfile,
  type MeasureFault,
  only,
  where,
} from './fault-parts.js';

/** Mistakes on extensions, terminologies, one kind of measure, and what the API asks for. */
export const KIND_FAULTS: readonly MeasureFault[] = [
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
