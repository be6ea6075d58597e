import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimMessages } from './claimed.js';
import { claimedUnits, unitMessages } from './claimed-units.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = { ...claimMessages('missing', 'value', 'code'), ...unitMessages };

export const fhm503 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-503',
  subject: 'fhir/resource',
  title: { fr: 'L’unité du glucose est mg/dL ou %', en: 'The unit of glucose is mg/dL or %' },
  why: {
    fr: 'La France mesure la glycémie en mg/dL (ou g/L) : une valeur en mmol/L lue en mg/dL serait dix-huit fois trop basse.',
    en: 'France measures glucose in mg/dL (or g/L): a value in mmol/L read in mg/dL would be eighteen times too low.',
  },
  repair: {
    fr: 'Convertissez en mg/dL (mmol/L × 18,02 ; g/L × 100), code UCUM mg/dL, casse comprise.',
    en: 'Convert to mg/dL (mmol/L × 18.02; g/L × 100), UCUM code mg/dL, case included.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-observation-glucose: valueQuantity (J163)')],
  messages,
  appliesTo: isMeasure('glucose'),
  check: (resource, context) => claimedUnits('FHM-503', messages, resource, context),
});
