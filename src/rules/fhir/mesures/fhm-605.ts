import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { frCore } from './sources.js';

const messages = claimMessages('extra');

export const fhm605 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-605',
  subject: 'fhir/resource',
  title: { fr: 'La pression moyenne apparaît au plus une fois', en: 'The mean pressure appears at most once' },
  why: {
    fr: 'Deux moyennes pour une même mesure se contredisent.',
    en: 'Two means for one measure contradict each other.',
  },
  repair: { fr: 'Gardez une seule composante 8478-0.', en: 'Keep one component 8478-0.' },
  severity: 'error',
  trust: 'national',
  spec: [frCore('fr-core-observation-bp: component:MeanBP')],
  messages,
  appliesTo: isMeasure('bp'),
  check: (resource, context) => claimed('FHM-605', messages, resource, context),
});
