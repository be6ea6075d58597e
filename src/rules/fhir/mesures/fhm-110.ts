import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { r4 } from './sources.js';

const messages = claimMessages('broken');

export const fhm110 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-110',
  subject: 'fhir/resource',
  title: {
    fr: 'Un élément a un contenu ; une extension a une valeur ou des parties',
    en: 'An element has content; an extension has a value or parts',
  },
  why: {
    fr: 'Un élément qui n’a qu’un identifiant, ou une extension à la fois simple et complexe, ne dit rien de lisible.',
    en: 'An element with only an id, or an extension both simple and complex, says nothing that can be read.',
  },
  repair: {
    fr: 'Retirez l’élément sans contenu ; dans une extension, gardez la valeur ou les sous-extensions.',
    en: 'Take away the element without content; in an extension keep either the value or the parts.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('element.html')],
  messages,
  check: (resource, context) => claimed('FHM-110', messages, resource, context),
});
