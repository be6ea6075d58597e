import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

const COUNTRY = 'FRA';

export const pamMsh17 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'wrong' | 'twoLetters'>({
  id: 'PAM-MSH-17',
  subject: 'hl7v2/message',
  title: { fr: 'Le pays du message est FRA', en: 'The country of the message is FRA' },
  why: {
    fr: 'Le code pays dit au récepteur quelle extension nationale lire et à quelles listes de codes nationales se référer.',
    en: 'The country code tells the receiver which national extension to read and which national code lists apply.',
  },
  repair: {
    fr: 'Écrivez FRA (trois lettres, ISO 3166-1) dans MSH-17.',
    en: 'Write FRA (three letters, ISO 3166-1) in MSH-17.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [ITI_30],
  messages: {
    missing: {
      fr: '{path} est vide ; attendu {expected}. Ajoutez le code du pays.',
      en: '{path} is empty; expected {expected}. Add the country code.',
    },
    twoLetters: {
      fr: '{path} vaut « {found} », le code à deux lettres de HL7 2.3.1 ; attendu {expected}. Passez au code à trois lettres.',
      en: '{path} is "{found}", the two-letter code of HL7 2.3.1; expected {expected}. Move to the three-letter code.',
    },
    wrong: {
      fr: '{path} vaut « {found} » ; attendu {expected}. Corrigez le code du pays.',
      en: '{path} is "{found}"; expected {expected}. Correct the country code.',
    },
  },
  *check(message) {
    const field = message.msh.field(17);
    if (field.raw === COUNTRY) return;
    const found = field.text;
    if (found === '') yield problemAt('missing', field, { expected: COUNTRY });
    else yield problemAt(found === 'FR' ? 'twoLetters' : 'wrong', field, { found, expected: COUNTRY });
  },
});
