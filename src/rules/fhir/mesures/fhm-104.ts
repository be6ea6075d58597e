import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  form: {
    fr: '{path} : élément vide. Retirez-le, ou donnez sa valeur.',
    en: '{path}: empty element. Take it away, or give its value.',
  },
};

export const fhm104 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-104',
  subject: 'fhir/resource',
  title: {
    fr: 'Ni null, ni texte vide, ni objet ou tableau vide',
    en: 'No null, empty text, empty object or empty array',
  },
  why: {
    fr: 'FHIR demande de ne pas écrire un élément sans contenu ; un élément vide est une donnée perdue.',
    en: 'FHIR asks not to write an element without content; an empty element is lost data.',
  },
  repair: { fr: 'Retirez l’élément vide, ou donnez sa valeur.', en: 'Take the empty element away, or give its value.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('json.html')],
  messages,
  check: (resource, context) => claimed('FHM-104', messages, resource, context),
});
