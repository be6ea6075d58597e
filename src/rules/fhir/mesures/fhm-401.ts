import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('extra');

export const fhm401 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-401',
  subject: 'fhir/resource',
  title: { fr: 'Chaque extension connue n’apparaît qu’une fois', en: 'Each known extension appears once' },
  why: {
    fr: 'Deux motifs ou deux moments pour une mesure : le récepteur ne peut savoir lequel vaut.',
    en: 'Two reasons or two moments for one measure: the receiver cannot tell which one holds.',
  },
  repair: { fr: 'Gardez une seule occurrence de l’extension.', en: 'Keep one occurrence of the extension.' },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.extension')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-401', messages, resource, context),
});
