import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context, Hl7v2Sequence } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ITI_30 } from '../sources.js';

/**
 * The part of reference rule PAM-MSH-10 that needs several messages: an id seen before from the same MSH-3. Sending the
 * very same bytes again is allowed as long as the first sending was not accepted.
 */
export const pamMsh10Unique = defineRule<Hl7v2Sequence, Hl7v2Context, 'reused' | 'sentAgain'>({
  id: 'PAM-MSH-10-UNIQUE',
  subject: 'hl7v2/sequence',
  title: {
    fr: 'Chaque message d’un émetteur a son propre identifiant de contrôle',
    en: 'Each message of a sender has a control id of its own',
  },
  why: {
    fr: 'Un récepteur qui a déjà vu l’identifiant prend le message pour un doublon et l’écarte : la mise à jour est perdue sans erreur visible.',
    en: 'A receiver that has seen the id takes the message for a duplicate and drops it: the update is lost without a visible error.',
  },
  repair: {
    fr: 'Tirez MSH-10 d’un compteur qui survit au redémarrage ; ne renvoyez un message à l’identique que s’il n’a pas été accepté.',
    en: 'Draw MSH-10 from a counter that survives a restart; send a message again unchanged only if it was not accepted.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [ITI_30],
  hl7Error: '205',
  messages: {
    reused: {
      fr: '{path} : l’identifiant « {found} » a déjà servi à un autre message de cet émetteur (message {first} de la suite) ; un identifiant neuf est attendu.',
      en: '{path}: the id "{found}" was already used for another message of this sender (message {first} of the sequence); a new id is expected.',
    },
    sentAgain: {
      fr: '{path} : le message « {found} », déjà accepté (message {first} de la suite), est renvoyé à l’identique ; un seul envoi est attendu.',
      en: '{path}: the message "{found}", already accepted (message {first} of the sequence), is sent again unchanged; one sending is expected.',
    },
  },
  appliesTo: (sequence) => sequence.messages.length > 1,
  *check(sequence) {
    const seen = new Map<string, number>();
    for (const [index, { message, item }] of sequence.messages.entries()) {
      const key = keyOf(message);
      message.forgetParts();
      if (key === undefined) continue;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
        continue;
      }
      const earlier = sequence.messages[first];
      const isSame = earlier?.message.raw === message.raw;
      if (isSame && earlier?.accepted !== true) continue;
      const field = message.msh.field(10);
      const facts = { found: field.text, data: { first: first + 1 } };
      yield { ...problemAt(isSame ? 'sentAgain' : 'reused', field, facts), evidenceId: item.id };
    }
  },
});

/** MSH-3 and MSH-10 together; undefined without an id (PAM-MSH-10 says so). */
function keyOf(message: Hl7v2Message): string | undefined {
  const id = message.controlId;
  return id === '' ? undefined : `${message.msh.field(3).raw}\r${id}`;
}
