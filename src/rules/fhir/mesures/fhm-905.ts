import { defineRule } from '../../../core/index.js';
import type { FhirContext, FhirResource } from '../context.js';
import { productionInsOf } from './ins.js';
import { problemAt } from './problem-at.js';
import { ours } from './sources.js';

export const fhm905 = defineRule<FhirResource, FhirContext, 'production'>({
  id: 'FHM-905',
  subject: 'fhir/resource',
  title: { fr: 'Des données d’essai n’emploient pas d’INS réel', en: 'Test data use no real INS' },
  why: {
    fr: 'Un INS de production dans un fichier d’essai est peut-être celui d’une vraie personne.',
    en: 'A production INS in a test file may be that of a real person.',
  },
  repair: {
    fr: 'Utilisez les OID d’essai (.4.10) ou de démonstration (.4.11).',
    en: 'Use the OIDs of test (.4.10) or demonstration (.4.11).',
  },
  severity: 'information',
  trust: 'project',
  spec: [ours('test data')],
  messages: {
    production: {
      fr: '{path} : INS sous un OID de production. Est-ce une donnée d’essai ?',
      en: '{path}: INS under a production OID. Is this test data?',
    },
  },
  appliesTo: ({ element }) => element.resourceType === 'Patient' && productionInsOf(element).length > 0,
  *check(resource, { pack }) {
    if (pack.parameters.acceptProductionIns === true) return;
    for (const identifier of productionInsOf(resource.element)) {
      yield problemAt('production', resource, identifier.child('system') ?? identifier);
    }
  },
});
