import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure } from './measures.js';
import { problemAt } from './problem-at.js';
import { api } from './sources.js';

export const fhm806 = defineRule<FhirResource, FhirContext, 'fed'>({
  id: 'FHM-806',
  subject: 'fhir/resource',
  title: { fr: 'L’IMC ne s’alimente pas', en: 'The BMI is not fed' },
  why: {
    fr: 'La plateforme calcule elle-même l’IMC : elle refuse (422) celui qu’on lui envoie.',
    en: 'The platform computes the BMI itself: it refuses (422) one that is sent.',
  },
  repair: { fr: 'Envoyez le poids et la taille.', en: 'Send the weight and the height.' },
  severity: 'error',
  trust: 'national',
  spec: [api('Business rules')],
  messages: {
    fed: {
      fr: '{path} : un IMC ne s’alimente pas à l’API, il est calculé. Envoyez poids et taille.',
      en: '{path}: a BMI cannot be fed to the API, it is computed. Send weight and height.',
    },
  },
  appliesTo: isMeasure('bmi'),
  *check(resource) {
    if (resource.bundle?.valueOf('type') !== 'searchset') yield problemAt('fed', resource, resource.element);
  },
});
