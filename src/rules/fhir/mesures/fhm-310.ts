import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing');

export const fhm310 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-310',
  subject: 'fhir/resource',
  title: { fr: 'Un IMC a toujours une valeur', en: 'A BMI always has a value' },
  why: {
    fr: 'L’IMC est calculé : s’il n’a pas de valeur, il n’y a rien à transmettre.',
    en: 'The BMI is computed: when it has no value there is nothing to send.',
  },
  repair: { fr: 'Donnez la valeur, ou n’envoyez pas la mesure.', en: 'Give the value, or do not send the measure.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-fr-observation-bmi: value[x]')],
  messages,
  appliesTo: isMeasure('bmi'),
  check: (resource, context) => claimed('FHM-310', messages, resource, context),
});
