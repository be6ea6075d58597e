import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { r4 } from './sources.js';

const messages = claimMessages('broken');

export const fhm210 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-210',
  subject: 'fhir/resource',
  title: { fr: 'Un intervalle de référence dit quelque chose', en: 'A reference range says something' },
  why: {
    fr: 'Un intervalle sans borne ni texte n’aide pas à lire la mesure.',
    en: 'A range without limit nor text does not help to read the measure.',
  },
  repair: {
    fr: 'Donnez low, high ou text, ou retirez l’intervalle.',
    en: 'Give low, high or text, or take the range away.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('observation.html (obs-3)')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-210', messages, resource, context),
});
