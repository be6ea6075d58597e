import { defineRule, INS_OIDS } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { findWord } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';
import { hasIns, insIdentifiers, isInsOid, isProductionInsOid, oidOf } from './ins.js';

/** Parameter `expectedIns` of the pack: `production`, `test` or `any`, the default. */
export const pamPid3InsOidTest = defineRule<Hl7v2Message, Hl7v2Context, 'production' | 'test'>({
  id: 'PAM-PID-3-INS-OID-TEST',
  subject: 'hl7v2/message',
  title: { fr: 'L’OID de l’INS convient à l’environnement', en: 'The OID of the INS suits the environment' },
  why: {
    fr: 'Un matricule réel sur une plateforme de test est une fuite de données de santé ; un matricule de test en production désigne un patient qui n’existe pas.',
    en: 'A real matricule on a test platform is a leak of health data; a test matricule in production names a patient who does not exist.',
  },
  repair: {
    fr: 'En test, employez les matricules de test avec l’OID .10. En production, seuls les OID .8 et .9 sont admis. Réglez `expectedIns` du pack sur votre environnement.',
    en: 'In test, use test matricules with OID .10. In production only OIDs .8 and .9 are allowed. Set `expectedIns` of the pack to your environment.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.1')],
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
  appliesTo: (message, context) => hasIns(message) && environment(context) !== undefined,
  *check(message, context) {
    const expected = environment(context);
    for (const ins of insIdentifiers(message)) {
      const found = oidOf(ins);
      if (!isInsOid(found)) continue;
      const element = ins.component(4).subcomponent(2);
      const isProduction = isProductionInsOid(ins);
      if (isProduction && expected === 'test') {
        yield problemAt('production', element, { found, expected: INS_OIDS.testNir });
      } else if (!isProduction && expected === 'production') {
        yield problemAt('test', element, { found, expected: `${INS_OIDS.nir}, ${INS_OIDS.nia}` });
      }
    }
  },
});

function environment(context: Hl7v2Context): 'production' | 'test' | undefined {
  const word = findWord(context, 'expectedIns');
  return word === 'production' || word === 'test' ? word : undefined;
}
