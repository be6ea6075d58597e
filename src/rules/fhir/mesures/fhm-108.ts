import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { r4 } from './sources.js';

const messages = claimMessages('broken');

export const fhm108 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-108',
  subject: 'fhir/resource',
  title: { fr: 'Les ressources incluses suivent dom-2 à dom-5', en: 'Contained resources follow dom-2 to dom-5' },
  why: {
    fr: 'Une ressource incluse que rien ne désigne, ou qui en inclut une autre, est perdue à l’enregistrement.',
    en: 'A contained resource nothing points at, or that contains another, is lost when stored.',
  },
  repair: {
    fr: 'Désignez chaque ressource incluse (« #id »), sans imbrication ni meta.versionId.',
    en: 'Point at each contained resource ("#id"), with no nesting and no meta.versionId.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [r4('domainresource.html')],
  messages,
  check: (resource, context) => claimed('FHM-108', messages, resource, context),
});
