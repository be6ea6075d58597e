import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { r4 } from './sources.js';

const messages = claimMessages('code');

export const fhm107 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-107',
  subject: 'fhir/resource',
  title: { fr: 'Les codes imposés par R4 sont respectés', en: 'The codes R4 requires are kept' },
  why: {
    fr: 'Un statut ou un comparateur hors liste ne peut être interprété par aucun récepteur.',
    en: 'A status or comparator outside its list cannot be interpreted by any receiver.',
  },
  repair: { fr: 'Utilisez l’un des codes de la liste de R4.', en: 'Use one of the codes of the R4 list.' },
  severity: 'error',
  trust: 'standard',
  spec: [r4('terminologies.html#required')],
  messages,
  check: (resource, context) => claimed('FHM-107', messages, resource, context),
});
