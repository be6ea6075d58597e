import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { findList } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';
import { hasNonAscii } from './non-ascii.js';

const FRENCH = ['8859/15', 'UNICODE UTF-8'];
const OLDER = ['8859/1'];

/**
 * Pack parameters `acceptedCharsets` and `toleratedCharsets` (a warning); without them the lists of PAM §6.1. One
 * example of that document still shows 8859/1 (reference §10.1, row 5). A message of ASCII only reads the same in all.
 */
export const pamMsh18 = defineRule<Hl7v2Message, Hl7v2Context, 'several' | 'missing' | 'notAllowed' | 'older'>({
  id: 'PAM-MSH-18',
  subject: 'hl7v2/message',
  title: {
    fr: 'MSH-18 annonce un seul jeu de caractères, admis en France',
    en: 'MSH-18 announces one character set, allowed in France',
  },
  why: {
    fr: 'Sans le bon jeu de caractères, les accents des noms changent à l’arrivée : le patient n’est plus reconnu, ou un doublon est créé.',
    en: 'Without the right character set the accents of names change on arrival: the patient is not recognised, or a duplicate is created.',
  },
  repair: {
    fr: 'Écrivez dans MSH-18 une seule valeur, « UNICODE UTF-8 » ou « 8859/15 », et encodez réellement le message ainsi.',
    en: 'Write one value in MSH-18, "UNICODE UTF-8" or "8859/15", and really encode the message that way.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.1')],
  hl7Error: '103',
  messages: {
    several: {
      fr: '{path} compte {count} valeurs ; une seule est attendue. Gardez celle qui encode vraiment le message.',
      en: '{path} has {count} values; one is expected. Keep the one that really encodes the message.',
    },
    missing: {
      fr: '{path} est vide alors que le message contient des caractères accentués ; attendu {expected}. Annoncez le jeu de caractères utilisé.',
      en: '{path} is empty although the message holds accented characters; expected {expected}. Announce the character set in use.',
    },
    notAllowed: {
      fr: '{path} annonce « {found} » ; attendu {expected}. Vérifiez l’orthographe exacte (table 0211) ou changez d’encodage.',
      en: '{path} announces "{found}"; expected {expected}. Check the exact spelling (table 0211) or change the encoding.',
    },
    older: {
      fr: '{path} annonce « {found} », un jeu plus ancien encore toléré ; attendu {expected}. Passez à l’un d’eux.',
      en: '{path} announces "{found}", an older set still tolerated; expected {expected}. Move to one of them.',
    },
  },
  *check(message, context) {
    const field = message.msh.field(18);
    const count = field.repetitions.length;
    if (count > 1) {
      yield problemAt('several', field, { found: field.text, data: { count } });
      return;
    }
    const found = field.text;
    const accepted = findList(context, 'acceptedCharsets') ?? FRENCH;
    if (accepted.includes(found) || !hasNonAscii(message.raw)) return;
    const expected = accepted.join(', ');
    if (found === '') yield problemAt('missing', field, { expected });
    else if ((findList(context, 'toleratedCharsets') ?? OLDER).includes(found)) {
      yield problemAt('older', field, { found, expected, severity: 'warning' });
    } else yield problemAt('notAllowed', field, { found, expected });
  },
});
