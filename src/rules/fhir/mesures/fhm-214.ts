import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide } from './sources.js';

const messages = claimMessages('target');

export const fhm214 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-214',
  subject: 'fhir/resource',
  title: {
    fr: 'Les références désignent les types de ressources admis',
    en: 'References point at resource types that are allowed',
  },
  why: {
    fr: 'Un objet connecté n’est pas un auteur, un professionnel n’est pas un appareil : le récepteur refuserait le lien.',
    en: 'A connected object is no performer, a practitioner no device: the receiver would refuse the link.',
  },
  repair: {
    fr: 'Mettez l’objet dans device, l’auteur dans performer, la venue dans encounter.',
    en: 'Put the object in device, the author in performer, the encounter in encounter.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.performer, encounter, device, partOf, hasMember, derivedFrom')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-214', messages, resource, context),
});
