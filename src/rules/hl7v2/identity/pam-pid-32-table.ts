import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasCode, missingTable, ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

/** A field that is empty or null is left to PAM-PID-32-PRESENT. */
export const pamPid32Table = defineRule<Hl7v2Message, Hl7v2Context, 'unknown'>({
  id: 'PAM-PID-32-TABLE',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le statut et les attributs sont dans la table française 0445',
    en: 'Status and attributes are in the French table 0445',
  },
  why: {
    fr: 'Un statut que le récepteur ne connaît pas (VAL, AL…) lui fait traiter l’identité comme non validée et écarter l’INS.',
    en: 'A status the receiver does not know (VAL, AL…) makes it treat the identity as not validated and drop the INS.',
  },
  repair: {
    fr: 'Utilisez les codes de la table 0445, en majuscules : PROV, VALI, DOUB, COLP… un code par répétition.',
    en: 'Use the codes of table 0445, in capitals: PROV, VALI, DOUB, COLP… one code for each repetition.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.15')],
  hl7Error: '103',
  french: true,
  messages: {
    unknown: {
      fr: '{path} : « {found} » n’est pas dans la table 0445 ; attendu l’un de {known}. Corrigez le code.',
      en: '{path}: "{found}" is not in table 0445; expected one of {known}. Correct the code.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message, { profile }) {
    const table = ownValue(profile.tables, '0445');
    if (!table) {
      yield missingTable('0445');
      return;
    }
    for (const patient of message.all('PID')) {
      const field = patient.field(32);
      if (field.isNull) continue;
      for (const code of field.repetitions) {
        const found = code.text;
        if (found === '' || hasCode(table, found)) continue;
        yield problemAt('unknown', code, { found, data: { known: Object.keys(table.codes) } });
      }
    }
  },
});
