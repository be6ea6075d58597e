import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { claimed, claimMessages } from './claimed.js';
import { isResource } from './measures.js';
import { guide, r4 } from './sources.js';

const messages = claimMessages('missing', 'extra');

export const fhm201 = defineRule<FhirResource, FhirContext, keyof typeof messages>({
  id: 'FHM-201',
  subject: 'fhir/resource',
  title: {
    fr: 'La catégorie vital-signs est présente une fois, complète',
    en: 'The category vital-signs is present once, complete',
  },
  why: {
    fr: 'La catégorie range la mesure parmi les constantes ; sans elle, les recherches ne la trouvent pas.',
    en: 'The category files the measure among vital signs; without it searches do not find it.',
  },
  repair: {
    fr: 'Ajoutez category.coding avec system observation-category et code vital-signs, une seule fois.',
    en: 'Add category.coding with system observation-category and code vital-signs, once.',
  },
  severity: 'error',
  trust: 'national',
  spec: [guide('Observation.category:VSCat'), r4('observation-vitalsigns.html')],
  messages,
  appliesTo: isResource('Observation'),
  check: (resource, context) => claimed('FHM-201', messages, resource, context),
});
