import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { pamFr } from '../sources.js';

const PATIENT_ID = 'PI';
const ACCOUNT = 'AN';

export const pamPid21 = defineRule<Hl7v2Message, Hl7v2Context, 'wrongType'>({
  id: 'PAM-PID-21',
  subject: 'hl7v2/message',
  title: {
    fr: 'L’identifiant de la mère est un IPP ou un numéro de dossier',
    en: 'The mother’s identifier is a local patient id or an account number',
  },
  why: {
    fr: 'Le récepteur relie le nouveau-né à sa mère par l’IPP (PI) ou le dossier (AN) ; avec un autre type, le lien n’est pas fait.',
    en: 'The receiver links the newborn to the mother by local patient id (PI) or account (AN); with another type no link is made.',
  },
  repair: {
    fr: 'Envoyez dans PID-21 l’IPP de la mère avec le type PI, ou son numéro de dossier avec le type AN.',
    en: 'Send in PID-21 the mother’s local patient id with type PI, or her account number with type AN.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [pamFr('§6.6.11')],
  hl7Error: '103',
  french: true,
  messages: {
    wrongType: {
      fr: '{path} : le type de l’identifiant de la mère est « {found} » ; attendu {expected}. Corrigez le cinquième composant.',
      en: '{path}: the type of the mother’s identifier is "{found}"; expected {expected}. Correct the fifth component.',
    },
  },
  appliesTo: (message) => message.all('PID').some((patient) => patient.field(21).isValued),
  *check(message) {
    for (const patient of message.all('PID')) {
      for (const identifier of patient.field(21).repetitions) {
        const type = identifier.component(5);
        const found = type.text;
        if (found === PATIENT_ID || found === ACCOUNT || !identifier.isValued) continue;
        yield problemAt('wrongType', type, { found, expected: `${PATIENT_ID}, ${ACCOUNT}` });
      }
    }
  },
});
