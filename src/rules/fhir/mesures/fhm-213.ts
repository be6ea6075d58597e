import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { r4 } from './sources.js';

const messages = claimMessages('code');

export const fhm213 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-213',
  subject: 'fhir/resource',
  title: { fr: 'L’interprétation est dans la liste de HL7', en: 'The interpretation is in the HL7 list' },
  why: {
    fr: 'La liste est extensible : un autre code est permis, mais ne sera pas compris de tous.',
    en: 'The list is extensible: another code is allowed, yet not understood by all.',
  },
  repair: {
    fr: 'Préférez un code d’observation-interpretation (N, H, L…).',
    en: 'Prefer a code of observation-interpretation (N, H, L…).',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [r4('valueset-observation-interpretation.html')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-213', messages, resource, context),
});
