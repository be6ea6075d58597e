import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  form: {
    fr: '{path} : extension modificatrice inconnue ({found}) : la ressource ne peut être comprise.',
    en: '{path}: unknown modifier extension ({found}): the resource cannot be understood.',
  },
};

export const fhm111 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-111',
  subject: 'fhir/resource',
  title: { fr: 'Aucune extension modificatrice inconnue', en: 'No unknown modifier extension' },
  why: {
    fr: 'Une extension modificatrice change le sens de la mesure : qui ne la connaît pas doit refuser la ressource.',
    en: 'A modifier extension changes the meaning of the measure: who does not know it must refuse the resource.',
  },
  repair: {
    fr: 'Retirez-la, ou convenez de son sens avec le récepteur.',
    en: 'Take it away, or agree on its meaning with the receiver.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('extensibility.html#modifierExtension')],
  messages,
  check: (resource, context) => claimed('FHM-111', messages, resource, context),
});
