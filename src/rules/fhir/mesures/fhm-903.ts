import { defineRule, insKeyOf } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { productionInsOf } from './ins.js';
import { problemAt } from './problem-at.js';
import { frCore } from './sources.js';

/** Thirteen characters, Corsica with 2A or 2B, then the key. */
const INS = /^[1-478]\d{4}(?:\d{2}|2A|2B)\d{6}\d{2}$/;

export const fhm903 = defineRule<FhirResource, FhirContext, 'form' | 'key'>({
  id: 'FHM-903',
  subject: 'fhir/resource',
  title: { fr: 'Le matricule INS a sa longueur et sa clé', en: 'The INS has its length and its key' },
  why: {
    fr: 'Un chiffre de travers donne l’identité d’une autre personne ; la clé le détecte.',
    en: 'One wrong digit gives the identity of another person; the key detects it.',
  },
  repair: {
    fr: 'Reprenez le matricule rendu par INSi : 13 caractères et 2 chiffres de clé.',
    en: 'Take again the number returned by INSi: 13 characters and a 2-digit key.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [frCore('fr-core-patient-ins'), { standard: 'Référentiel INS', section: 'clé de contrôle' }],
  messages: {
    form: {
      fr: '{path} : le matricule n’a pas la forme attendue (13 caractères et 2 de clé).',
      en: '{path}: the number does not have the expected form (13 characters and 2 of key).',
    },
    key: { fr: '{path} : la clé ne correspond pas au matricule.', en: '{path}: the key does not fit the number.' },
  },
  appliesTo: ({ element }) => element.resourceType === 'Patient' && productionInsOf(element).length > 0,
  *check(resource) {
    for (const identifier of productionInsOf(resource.element)) {
      const value = identifier.child('value');
      const found = value?.text;
      if (!value || found === undefined) continue;
      if (!INS.test(found)) yield problemAt('form', resource, value, { found });
      else if (insKeyOf(found) !== found.slice(13)) yield problemAt('key', resource, value, { found });
    }
  },
});
