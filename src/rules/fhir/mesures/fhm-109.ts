import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  broken: {
    fr: '{path} : pas de texte lisible (dom-6). Ajoutez text.div, ou laissez cette règle éteinte.',
    en: '{path}: no narrative (dom-6). Add text.div, or leave this rule off.',
  },
};

export const fhm109 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-109',
  subject: 'fhir/resource',
  title: { fr: 'La ressource porte un texte lisible', en: 'The resource has a narrative' },
  why: {
    fr: 'Bonne pratique de R4 (dom-6), sans objet pour des mesures : règle éteinte par défaut.',
    en: 'Best practice of R4 (dom-6), of no use for measures: off by default.',
  },
  repair: {
    fr: 'Ajoutez text.div si vos lecteurs affichent la ressource telle quelle.',
    en: 'Add text.div if your readers show the resource as it is.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [r4('domainresource.html')],
  messages,
  check: (resource, context) => claimed('FHM-109', messages, resource, context),
});
