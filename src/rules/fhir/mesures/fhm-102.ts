import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  form: {
    fr: '{path} : propriété inconnue de {type}. Vérifiez l’orthographe du nom.',
    en: '{path}: property unknown to {type}. Check how the name is written.',
  },
};

export const fhm102 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-102',
  subject: 'fhir/resource',
  title: { fr: 'Aucune propriété inconnue', en: 'No unknown property' },
  why: {
    fr: 'FHIR ne tolère pas de propriété hors de sa définition : un récepteur rejette la ressource ou perd la donnée.',
    en: 'FHIR allows no property outside its definition: a receiver rejects the resource or loses the data.',
  },
  repair: {
    fr: 'Corrigez le nom de la propriété (casse comprise), ou portez l’information par une extension.',
    en: 'Correct the name of the property (upper and lower case included), or carry the information in an extension.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('json.html')],
  messages,
  check: (resource, context) => claimed('FHM-102', messages, resource, context),
});
