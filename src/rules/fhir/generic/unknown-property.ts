import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { problemsFor } from '../report.js';
import { r4 } from './sources.js';

/** Properties that neither R4 nor the profile has. */
export const unknownProperty = defineRule<FhirResource, FhirContext, 'unknown'>({
  id: 'fhir/unknown-property',
  subject: 'fhir/resource',
  title: { fr: 'Chaque propriété existe dans son type', en: 'Each property exists in its type' },
  why: {
    fr: 'Un destinataire strict refuse la ressource ; un autre perd l’information sans le dire.',
    en: 'A strict receiver refuses the resource; another loses the information silently.',
  },
  repair: {
    fr: 'Corrigez le nom de la propriété, ou portez l’information dans une extension définie.',
    en: 'Correct the name of the property, or carry the information in a defined extension.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('json.html', '2.6.2 JSON Representation of Resources')],
  messages: {
    unknown: {
      fr: '{path} : {name} n’est pas une propriété de {type}',
      en: '{path}: {name} is not a property of {type}',
    },
  },
  check: (resource, context) => problemsFor('fhir/unknown-property', resource, context),
});
