import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { r4 } from './sources.js';

const messages = claimMessages('broken');

export const fhm209 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-209',
  subject: 'fhir/resource',
  title: {
    fr: 'Une valeur, ou la raison de son absence, jamais les deux',
    en: 'A value, or the reason for its absence, never both',
  },
  why: {
    fr: 'Sans valeur ni raison, la mesure ne dit rien ; avec les deux, elle se contredit.',
    en: 'With neither value nor reason the measure says nothing; with both it contradicts itself.',
  },
  repair: {
    fr: 'Donnez valueQuantity, ou dataAbsentReason quand la mesure n’a pas abouti.',
    en: 'Give valueQuantity, or dataAbsentReason when the measure failed.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('observation.html (vs-2, obs-6, obs-7)')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-209', messages, resource, context),
});
