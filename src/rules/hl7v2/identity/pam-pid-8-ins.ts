import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { hasIns, insBearers } from '../ins/ins.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

export const pamPid8Ins = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'notFromInsi'>({
  id: 'PAM-PID-8-INS',
  subject: 'hl7v2/message',
  title: { fr: 'Avec l’INS, le sexe est M ou F', en: 'With the INS the sex is M or F' },
  why: {
    fr: 'INSi ne rend que M ou F : un autre sexe à côté d’un matricule prouve que les traits ne sont pas ceux d’INSi, et l’INS ne doit pas être envoyée.',
    en: 'INSi returns only M or F: another sex next to a matricule proves that the traits are not those of INSi, and the INS must not be sent.',
  },
  repair: {
    fr: 'Reprenez le sexe rendu par INSi ; si l’identité n’est pas qualifiée, retirez le matricule de PID-3.',
    en: 'Take the sex that INSi returned; if the identity is not qualified, remove the matricule from PID-3.',
  },
  severity: 'error',
  trust: 'national',
  spec: [pamFr('§6.6.5')],
  hl7Error: '102',
  messages: {
    missing: {
      fr: '{path} est vide alors que le message porte une INS ; attendu {expected}. Ajoutez le sexe rendu par INSi.',
      en: '{path} is empty although the message carries an INS; expected {expected}. Add the sex that INSi returned.',
    },
    notFromInsi: {
      fr: '{path} vaut « {found} » alors que le message porte une INS ; attendu {expected}. Reprenez le sexe rendu par INSi.',
      en: '{path} is "{found}" although the message carries an INS; expected {expected}. Take the sex that INSi returned.',
    },
  },
  appliesTo: (message) => hasIns(message),
  *check(message) {
    for (const patient of insBearers(message)) {
      const field = patient.field(8);
      const found = field.text;
      if (found === 'M' || found === 'F') continue;
      if (found === '') yield problemAt('missing', field, { expected: 'M, F' });
      else yield problemAt('notFromInsi', field, { found, expected: 'M, F' });
    }
  },
});
