import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { inAnswer } from './ack.js';

/** An answer without MSA is PAM-ACK-MSA1's. */
export const pamAckMsa2 = defineRule<Hl7v2Exchange, Hl7v2Context, 'empty' | 'other'>({
  id: 'PAM-ACK-MSA2',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'MSA-2 reprend l’identifiant du message reçu',
    en: 'MSA-2 repeats the control id of the message received',
  },
  why: {
    fr: 'C’est le seul lien entre un acquittement et son message. S’il est faux, l’émetteur croit un autre message acquitté et renvoie celui-ci.',
    en: 'It is the only link between an acknowledgement and its message. If it is wrong, the sender takes another message as acknowledged and sends this one again.',
  },
  repair: {
    fr: 'Recopiez MSH-10 du message reçu dans MSA-2 sans rien changer : ni casse, ni zéros de tête, ni espaces.',
    en: 'Copy MSH-10 of the message received into MSA-2 unchanged: same case, leading zeros and spaces.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.3.1')],
  messages: {
    empty: {
      fr: '{path} est vide ; l’identifiant du message, {expected}, est attendu.',
      en: '{path} is empty; the control id of the message, {expected}, is expected.',
    },
    other: {
      fr: '{path} vaut {found} ; l’identifiant du message envoyé est {expected}. Recopiez MSH-10 tel quel.',
      en: '{path} is {found}; the control id of the message sent is {expected}. Copy MSH-10 as it is.',
    },
  },
  appliesTo: ({ answers }) => answers.some(({ message }) => message.first('MSA') !== undefined),
  *check({ sent, answers }) {
    const expected = sent.controlId;
    for (const answer of answers) {
      if (answer.message.first('MSA') === undefined) continue;
      const echoed = answer.message.field('MSA', 2);
      if (echoed.text === expected) continue;
      const problem = echoed.isValued
        ? problemAt('other', echoed, { found: echoed.text, expected })
        : problemAt('empty', echoed, { expected });
      yield inAnswer(answer, problem);
    }
  },
});
