import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('missing', 'extra');

export const fhm601 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-601',
  subject: 'fhir/resource',
  title: {
    fr: 'La pression artérielle a sa systolique et sa diastolique, une fois chacune',
    en: 'A blood pressure has its systolic and its diastolic, once each',
  },
  why: {
    fr: 'Les deux chiffres vont ensemble : séparés ou incomplets, ils ne disent plus la pression.',
    en: 'The two figures go together: apart or incomplete they no longer tell the pressure.',
  },
  repair: {
    fr: 'Mettez deux component : 8480-6 (systolique) et 8462-4 (diastolique).',
    en: 'Put two components: 8480-6 (systolic) and 8462-4 (diastolic).',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('mesures-fr-observation-bp: component')],
  messages,
  appliesTo: isMeasure('bp'),
  check: (resource, context) => claimed('FHM-601', messages, resource, context),
});
