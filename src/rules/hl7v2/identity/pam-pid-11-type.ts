import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasCode, missingTable, ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';

export const pamPid11Type = defineRule<Hl7v2Message, Hl7v2Context, 'unknown'>({
  id: 'PAM-PID-11-TYPE',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le type de chaque adresse est dans la table française 0190',
    en: 'The type of each address is in the French table 0190',
  },
  why: {
    fr: 'Une adresse de type inconnu n’est pas rangée : le courrier part à l’ancienne adresse, ou le lieu de naissance manque.',
    en: 'An address of unknown type is not filed: mail goes to the old address, or the birth place is missing.',
  },
  repair: {
    fr: 'Utilisez H pour le domicile, BDL pour le lieu de naissance, M pour le courrier, ou un autre code de la table 0190.',
    en: 'Use H for home, BDL for the birth place, M for mail, or another code of table 0190.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [dataTypesFr('§N.6')],
  hl7Error: '103',
  french: true,
  messages: {
    unknown: {
      fr: '{path} : le type d’adresse « {found} » n’est pas dans la table 0190 ; attendu l’un de {known}. Corrigez le type.',
      en: '{path}: the address type "{found}" is not in table 0190; expected one of {known}. Correct the type.',
    },
  },
  appliesTo: (message) => message.all('PID').some((patient) => patient.field(11).isValued),
  *check(message, { profile }) {
    const table = ownValue(profile.tables, '0190');
    if (!table) {
      yield missingTable('0190');
      return;
    }
    for (const patient of message.all('PID')) {
      for (const address of patient.field(11).repetitions) {
        const type = address.component(7);
        if (type.isEmpty || type.isNull) continue;
        const found = type.text;
        if (hasCode(table, found)) continue;
        yield problemAt('unknown', type, { found, data: { known: Object.keys(table.codes) } });
      }
    }
  },
});
