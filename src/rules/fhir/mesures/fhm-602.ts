import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('extra');

export const fhm602 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-602',
  subject: 'fhir/resource',
  title: { fr: 'La pression artérielle n’a pas de valeur propre', en: 'A blood pressure has no value of its own' },
  why: {
    fr: 'Ses valeurs sont dans les composants ; une valeur à la racine ferait doublon.',
    en: 'Its values are in the components; a value at the root would duplicate them.',
  },
  repair: { fr: 'Retirez valueQuantity à la racine.', en: 'Take valueQuantity away from the root.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-fr-observation-bp: value[x]')],
  messages,
  appliesTo: isMeasure('bp'),
  check: (resource, context) => claimed('FHM-602', messages, resource, context),
});
