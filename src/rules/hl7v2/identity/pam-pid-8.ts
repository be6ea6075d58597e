import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasCode, missingTable, ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamPid8 = defineRule<Hl7v2Message, Hl7v2Context, 'notAllowed'>({
  id: 'PAM-PID-8',
  subject: 'hl7v2/message',
  title: { fr: 'Le sexe est codé M, F ou U', en: 'The sex is coded M, F or U' },
  why: {
    fr: 'Le sexe est un trait strict ; un autre code (O a été retiré en 2.11, A et N viennent d’autres pays) n’est pas compris et fausse le rapprochement.',
    en: 'The sex is a strict trait; another code (O was removed in 2.11, A and N come from other countries) is not understood and spoils the matching.',
  },
  repair: {
    fr: 'Envoyez M ou F tel qu’INSi le rend, ou U si le sexe n’est pas connu.',
    en: 'Send M or F as INSi returns it, or U when the sex is not known.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.5')],
  hl7Error: '103',
  french: true,
  messages: {
    notAllowed: {
      fr: '{path} : le code « {found} » n’est pas dans la table 0001 ; attendu l’un de {known}. Convertissez vos codes internes.',
      en: '{path}: the code "{found}" is not in table 0001; expected one of {known}. Convert your internal codes.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message, { profile }) {
    const table = ownValue(profile.tables, '0001');
    if (!table) {
      yield missingTable('0001');
      return;
    }
    for (const patient of message.all('PID')) {
      const field = patient.field(8);
      if (field.isEmpty || field.isNull) continue;
      const found = field.text;
      if (hasCode(table, found)) continue;
      yield problemAt('notAllowed', field, { found, data: { known: Object.keys(table.codes) } });
    }
  },
});
