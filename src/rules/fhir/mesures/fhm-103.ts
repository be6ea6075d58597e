import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  form: {
    fr: '{path} : forme JSON refusée (attendu {expected}, trouvé {found}). Vérifiez guillemets, crochets et accolades.',
    en: '{path}: JSON shape refused (expected {expected}, found {found}). Check quotes, brackets and braces.',
  },
};

export const fhm103 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-103',
  subject: 'fhir/resource',
  title: { fr: 'Les types JSON et les tableaux sont ceux de R4', en: 'JSON types and arrays are those of R4' },
  why: {
    fr: 'Un nombre écrit entre guillemets ou un objet à la place d’un tableau rend la mesure illisible pour un récepteur.',
    en: 'A number in quotes or an object in place of an array makes the measure unreadable for a receiver.',
  },
  repair: {
    fr: 'Écrivez les nombres sans guillemets et les éléments répétables entre crochets.',
    en: 'Write numbers without quotes and repeating elements in brackets.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('json.html#primitive')],
  messages,
  check: (resource, context) => claimed('FHM-103', messages, resource, context),
});
