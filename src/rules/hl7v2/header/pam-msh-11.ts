import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasCode, missingTable, ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

export const pamMsh11 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'unknown'>({
  id: 'PAM-MSH-11',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le mode de traitement est production, test ou débogage',
    en: 'The processing id is production, training or debugging',
  },
  why: {
    fr: 'Ce code empêche un message d’essai d’entrer dans un dossier réel, et l’inverse ; un code inconnu fait refuser le message (AR, 202).',
    en: 'This code keeps a test message out of a real record, and the reverse; an unknown code gets the message refused (AR, 202).',
  },
  repair: {
    fr: 'Écrivez P en production, T pour les essais et la formation, D pour le débogage.',
    en: 'Write P in production, T for tests and training, D for debugging.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [ITI_30],
  hl7Error: '202',
  messages: {
    missing: {
      fr: '{path} est vide ; attendu l’un de {known}. Indiquez si l’échange est réel ou un essai.',
      en: '{path} is empty; expected one of {known}. Say whether the exchange is real or a test.',
    },
    unknown: {
      fr: '{path} : « {found} » n’est pas dans la table 0103 ; attendu l’un de {known}. Corrigez le paramétrage de l’interface.',
      en: '{path}: "{found}" is not in table 0103; expected one of {known}. Correct the settings of the interface.',
    },
  },
  *check(message, { profile }) {
    const table = ownValue(profile.tables, '0103');
    if (!table) {
      yield missingTable('0103');
      return;
    }
    const code = message.msh.field(11).component(1);
    const found = code.text;
    if (hasCode(table, found)) return;
    const known = Object.keys(table.codes);
    if (found === '') yield problemAt('missing', message.msh.field(11), { data: { known } });
    else yield problemAt('unknown', code, { found, data: { known } });
  },
});
