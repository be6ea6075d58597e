import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { frCore } from './sources.js';

const messages = claimMessages('missing', 'code');

export const fhm904 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-904',
  subject: 'fhir/resource',
  title: {
    fr: 'L’identité INS a son sexe, sa date de naissance et son nom officiel',
    en: 'An INS identity has its sex, birth date and official name',
  },
  why: {
    fr: 'Ces traits stricts accompagnent toujours l’INS ; le sexe other n’existe pas dans l’INS.',
    en: 'These strict traits always go with the INS; the sex "other" does not exist in the INS.',
  },
  repair: {
    fr: 'Renseignez gender (male, female ou unknown), birthDate et name official avec family et given.',
    en: 'Fill in gender (male, female or unknown), birthDate and the official name with family and given.',
  },
  severity: 'error',
  trust: 'national',
  spec: [frCore('fr-core-patient-ins')],
  messages,
  appliesTo: isResource('Patient'),
  check: (resource, context) => claimed('FHM-904', messages, resource, context),
});
