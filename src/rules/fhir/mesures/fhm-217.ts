import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed } from './claimed.js';
import { r4 } from './sources.js';

const messages = {
  target: {
    fr: '{path} : cette référence ne désigne aucune entrée du lot. Ajoutez l’entrée, ou corrigez l’identifiant.',
    en: '{path}: this reference names no entry of the bundle. Add the entry, or correct the identifier.',
  },
};

export const fhm217 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-217',
  subject: 'fhir/resource',
  title: { fr: 'Les références urn: se résolvent dans le lot', en: 'urn: references are found in the bundle' },
  why: {
    fr: 'Une référence urn:uuid désigne une entrée du même lot ; si elle n’y est pas, le lien est perdu.',
    en: 'A urn:uuid reference names an entry of the same bundle; when it is not there, the link is lost.',
  },
  repair: {
    fr: 'Ajoutez l’entrée désignée, ou corrigez l’identifiant.',
    en: 'Add the entry it names, or correct the identifier.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [r4('references.html')],
  messages,
  check: (resource, context) => claimed('FHM-217', messages, resource, context),
});
