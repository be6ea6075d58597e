import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { codingsOf, isMeasure } from './measures.js';
import { problemAt } from './problem-at.js';
import { guide } from './sources.js';

export const fhm613 = defineRule<FhirResource, FhirContext, 'hba1c'>({
  id: 'FHM-613',
  subject: 'fhir/resource',
  title: { fr: 'L’HbA1c suit son propre profil (3.2.0)', en: 'HbA1c follows its own profile (3.2.0)' },
  why: {
    fr: 'Depuis 3.1.1, l’HbA1c a quitté le profil du glucose pour le sien.',
    en: 'Since 3.1.1 HbA1c left the glucose profile for its own.',
  },
  repair: { fr: 'Déclarez mesures-observation-hb1ac.', en: 'Declare mesures-observation-hb1ac.' },
  severity: 'warning',
  trust: 'national',
  spec: [guide('mesures-observation-hb1ac')],
  messages: {
    hba1c: {
      fr: '{path} : code de l’HbA1c dans le profil du glucose. Déclarez mesures-observation-hb1ac.',
      en: '{path}: code of HbA1c in the glucose profile. Declare mesures-observation-hb1ac.',
    },
  },
  appliesTo: isMeasure('glucose'),
  *check(resource) {
    const hba1c = codingsOf(resource.element.child('code')).find(({ code }) => code === '4548-4');
    if (hba1c) yield problemAt('hba1c', resource, hba1c.element);
  },
});
