import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { frenchVersionOf, isMinorVersion } from './french-version.js';

const VERSION = '2.5';
const COUNTRY = 'FRA';

/** An empty field is left to PAM-MSH-12-VERSION, a minor version such as 2.11.2 to PAM-MSH-12-MINOR. */
export const pamMsh12Profile = defineRule<Hl7v2Message, Hl7v2Context, 'absent' | 'country' | 'profile'>({
  id: 'PAM-MSH-12-PROFILE',
  subject: 'hl7v2/message',
  title: {
    fr: 'MSH-12 annonce l’extension française (FRA et 2.11)',
    en: 'MSH-12 announces the French extension (FRA and 2.11)',
  },
  why: {
    fr: 'Le récepteur choisit les règles françaises (INS, ZBE, tables) d’après MSH-12.2 et MSH-12.3 ; sans eux il peut lire le message comme du PAM international.',
    en: 'The receiver picks the French rules (INS, ZBE, tables) from MSH-12.2 and MSH-12.3; without them it may read the message as international PAM.',
  },
  repair: {
    fr: 'Écrivez 2.5^FRA^2.11 dans MSH-12.',
    en: 'Write 2.5^FRA^2.11 in MSH-12.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.5')],
  hl7Error: '203',
  french: true,
  messages: {
    absent: {
      fr: '{path} : « {found} » n’annonce ni pays, ni version du profil français ; attendu {expected}. Ajoutez les deux composants.',
      en: '{path}: "{found}" announces neither country nor version of the French profile; expected {expected}. Add the two components.',
    },
    country: {
      fr: '{path} : le pays est « {found} » ; attendu {expected}. Ajoutez le code du pays en deuxième composant.',
      en: '{path}: the country is "{found}"; expected {expected}. Add the country code as second component.',
    },
    profile: {
      fr: '{path} : la version du profil français est « {found} » ; attendu {expected}. Ajoutez-la en troisième composant.',
      en: '{path}: the version of the French profile is "{found}"; expected {expected}. Add it as third component.',
    },
  },
  *check(message, context) {
    const field = message.msh.field(12);
    const country = field.component(2);
    const version = field.component(3);
    const found = version.text;
    const expected = frenchVersionOf(context);
    if (country.isEmpty && version.isEmpty) {
      const whole = `${VERSION}^${COUNTRY}^${expected}`;
      if (field.isValued) yield problemAt('absent', field, { found: field.text, expected: whole });
      return;
    }
    if (country.raw !== COUNTRY) yield problemAt('country', country, { found: country.text, expected: COUNTRY });
    if (found !== expected && !isMinorVersion(found, expected)) {
      yield problemAt('profile', version, { found, expected });
    }
  },
});
