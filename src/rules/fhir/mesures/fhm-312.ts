import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { isMeasure, quantitiesOf } from './measures.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm312 = defineRule<FhirResource, FhirContext, 'notACount'>({
  id: 'FHM-312',
  subject: 'fhir/resource',
  title: { fr: 'Un compte est un entier positif', en: 'A count is a positive integer' },
  why: {
    fr: 'Des pas, un niveau de douleur ou des battements se comptent : une fraction ou un négatif vient d’une moyenne ou d’une erreur.',
    en: 'Steps, a pain level or beats are counted: a fraction or a negative comes from a mean or an error.',
  },
  repair: { fr: 'Arrondissez à l’entier, et vérifiez le signe.', en: 'Round to an integer, and check the sign.' },
  severity: 'warning',
  trust: 'project',
  spec: [ours('counts')],
  messages: {
    notACount: {
      fr: '{path} : « {found} » n’est pas un entier positif.',
      en: '{path}: "{found}" is not a positive integer.',
    },
  },
  appliesTo: isMeasure('stepsbyday', 'painseverity', 'heartrate'),
  *check(resource) {
    for (const { element, value, text } of quantitiesOf(resource.element)) {
      if (Number.isInteger(value) && value >= 0) continue;
      yield problemAt('notACount', resource, element.child('value') ?? element, { found: text });
    }
  },
});
