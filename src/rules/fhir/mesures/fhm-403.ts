import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { guide } from './sources.js';

const messages = {
  form: {
    fr: '{path} : extension placée sur {found}, attendue sur {expected}. Déplacez-la.',
    en: '{path}: extension placed on {found}, expected on {expected}. Move it.',
  },
};

export const fhm403 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-403',
  subject: 'fhir/resource',
  title: {
    fr: 'Une extension se place là où sa définition le permet',
    en: 'An extension stands where its definition allows',
  },
  why: {
    fr: 'Les extensions des mesures portent sur l’Observation entière ; ailleurs, elles ne seront pas lues.',
    en: 'The extensions of measures are about the whole Observation; elsewhere they are not read.',
  },
  repair: {
    fr: 'Déplacez l’extension à la racine de l’Observation.',
    en: 'Move the extension to the root of the Observation.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('extensions mesures-*: context')],
  messages,
  check: (resource, context) => claimed('FHM-403', messages, resource, context),
});
