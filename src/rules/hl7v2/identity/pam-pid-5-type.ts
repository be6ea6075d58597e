import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasCode, missingTable, ownValue } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { dataTypesFr } from '../sources.js';

export const pamPid5Type = defineRule<Hl7v2Message, Hl7v2Context, 'notAllowed'>({
  id: 'PAM-PID-5-TYPE',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le type de chaque nom est dans la table française 0200',
    en: 'The type of each name is in the French table 0200',
  },
  why: {
    fr: 'La France ne garde que quatre types de nom ; un autre (M pour nom marital, A pour alias…) n’est rangé nulle part par le récepteur.',
    en: 'France keeps only four name types; another one (M for maiden, A for alias…) is filed nowhere by the receiver.',
  },
  repair: {
    fr: 'Utilisez L pour le nom de naissance, D pour le nom utilisé, S pour un pseudonyme, U si le type n’est pas précisé.',
    en: 'Use L for the birth name, D for the used name, S for a pseudonym, U when the type is not specified.',
  },
  severity: 'error',
  trust: 'national',
  spec: [dataTypesFr('§N.10')],
  hl7Error: '103',
  french: true,
  messages: {
    notAllowed: {
      fr: '{path} : le type de nom « {found} » n’est pas admis en France ; attendu l’un de {known}. Changez le type.',
      en: '{path}: the name type "{found}" is not allowed in France; expected one of {known}. Change the type.',
    },
  },
  appliesTo: (message) => message.first('PID') !== undefined,
  *check(message, { profile }) {
    const table = ownValue(profile.tables, '0200');
    if (!table) {
      yield missingTable('0200');
      return;
    }
    for (const patient of message.all('PID')) {
      for (const name of patient.field(5).repetitions) {
        const type = name.component(7);
        if (type.isEmpty) continue;
        const found = type.text;
        if (hasCode(table, found)) continue;
        yield problemAt('notAllowed', type, { found, data: { known: Object.keys(table.codes) } });
      }
    }
  },
});
