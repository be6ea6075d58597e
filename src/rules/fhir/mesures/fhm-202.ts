import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isMeasure } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('value');

export const fhm202 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-202',
  subject: 'fhir/resource',
  title: {
    fr: 'Le libellé de la catégorie, s’il est écrit, est celui de la version',
    en: 'The display of the category, when written, is that of the version',
  },
  why: {
    fr: 'Le profil en fait un motif exact : « Signes vitaux » jusqu’à 3.0.1, « vital-signs » à partir de 3.1.0.',
    en: 'The profile makes it an exact pattern: "Signes vitaux" up to 3.0.1, "vital-signs" from 3.1.0 on.',
  },
  repair: {
    fr: 'Retirez display (il est facultatif), ou écrivez celui de la version visée.',
    en: 'Take display away (it is optional), or write that of the version you aim at.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.category:VSCat.coding.display')],
  messages,
  appliesTo: isMeasure('bp', 'oxygensat', 'resprate', 'painseverity', 'glucose', 'hb1ac'),
  check: (resource, context) => claimed('FHM-202', messages, resource, context),
});
