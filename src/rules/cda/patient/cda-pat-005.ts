import { defineRule, INS_OIDS } from '../../../core/index.js';
import { type CdaDocument, INS_ROOTS } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { expectedIns } from '../parameters.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { insOf } from './ins.js';

const PRODUCTION = `${INS_OIDS.nir}, ${INS_OIDS.nia}`;

/** The same idea as PAM-PID-3-INS-OID-TEST. */
export const cdaPat005 = defineRule<CdaDocument, CdaContext, 'production' | 'test'>({
  id: 'CDA-PAT-005',
  subject: 'cda/document',
  title: { fr: 'L’OID de l’INS convient à l’environnement', en: 'The OID of the INS fits the environment' },
  why: {
    fr: 'Une vraie INS sur un environnement de test est une fuite de données ; une INS de test en production crée un patient fictif.',
    en: 'A real INS in a test environment is a leak of data; a test INS in production creates a fictional patient.',
  },
  repair: {
    fr: 'En test, employez les matricules de test avec l’OID .10. En production, seuls .8 et .9 sont admis. Réglez expectedIns sur votre environnement.',
    en: 'In test use test matricules with OID .10. In production only .8 and .9 are allowed. Set expectedIns to your environment.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('INS: PAM-PID-3-INS-OID-TEST')],
  messages: {
    production: {
      fr: '{path} vaut {found}, un OID de production, sur un environnement de test ; {expected} est attendu. Vérifiez qu’aucune donnée réelle n’a été envoyée.',
      en: '{path} is {found}, a production OID, in a test environment; {expected} is expected. Check that no real data was sent.',
    },
    test: {
      fr: '{path} vaut {found}, un OID de test ou de démonstration, en production ; {expected} est attendu.',
      en: '{path} is {found}, a test or demonstration OID, in production; {expected} is expected.',
    },
  },
  appliesTo: (document, context) => expectedIns(context) !== 'any' && insOf(document).length > 0,
  *check(document, context) {
    const wanted = expectedIns(context);
    for (const { root = '', node } of insOf(document)) {
      const kind = INS_ROOTS[root] ?? 'test';
      const isProduction = kind === 'nir' || kind === 'nia';
      if (isProduction === (wanted === 'production')) continue;
      yield problemAt(isProduction ? 'production' : 'test', document, node.attr('root') ?? node, {
        found: root,
        expected: isProduction ? INS_OIDS.testNir : PRODUCTION,
        constraintId: 'INS-OID-TEST',
      });
    }
  },
});
