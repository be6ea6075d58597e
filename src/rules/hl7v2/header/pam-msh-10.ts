import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

const LONGEST = 20;

/** Uniqueness needs several messages: see PAM-MSH-10-UNIQUE. */
export const pamMsh10 = defineRule<Hl7v2Message, Hl7v2Context, 'missing' | 'tooLong'>({
  id: 'PAM-MSH-10',
  subject: 'hl7v2/message',
  title: {
    fr: 'Le message porte un identifiant de contrôle utilisable',
    en: 'The message carries a usable control id',
  },
  why: {
    fr: 'L’acquittement recopie MSH-10 dans MSA-2 : sans identifiant, ou tronqué à l’arrivée, il est impossible de savoir quel message a été accepté.',
    en: 'The acknowledgement copies MSH-10 into MSA-2: without an id, or with one truncated on arrival, nobody knows which message was accepted.',
  },
  repair: {
    fr: 'Donnez à chaque message un identifiant nouveau de 20 caractères au plus, par exemple un compteur précédé d’un préfixe court.',
    en: 'Give each message a new id of at most 20 characters, for instance a counter after a short prefix.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [ITI_30],
  hl7Error: '101',
  messages: {
    missing: {
      fr: '{path} est vide ; un identifiant de contrôle est attendu. Ajoutez-en un, différent pour chaque message.',
      en: '{path} is empty; a control id is expected. Add one, different for each message.',
    },
    tooLong: {
      fr: '{path} compte {length} caractères ; {expected} au plus sont attendus. Raccourcissez l’identifiant (un UUID entier ne tient pas).',
      en: '{path} has {length} characters; at most {expected} are expected. Shorten the id (a whole UUID does not fit).',
    },
  },
  *check(message) {
    const field = message.msh.field(10);
    if (!field.isValued) {
      yield problemAt('missing', field);
      return;
    }
    const found = field.text;
    const { length } = found;
    if (length > LONGEST) yield problemAt('tooLong', field, { found, expected: String(LONGEST), data: { length } });
  },
});
