import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { isTurnedOn } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { acknowledgementCode, inAnswer } from './ack.js';

type Mode = 'original' | 'commit' | 'application';

export const pamAckMode = defineRule<Hl7v2Exchange, Hl7v2Context, 'commitUnasked' | 'commitMissing' | 'twice'>({
  id: 'PAM-ACK-MODE',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'L’acquittement suit le mode demandé par le message',
    en: 'The acknowledgement follows the mode the message asks for',
  },
  why: {
    fr: 'Un émetteur en mode original attend AA, AE ou AR. S’il reçoit CA, il croit le message seulement stocké et attend une seconde réponse qui ne viendra pas.',
    en: 'A sender in original mode waits for AA, AE or AR. Given CA it takes the message as only stored, and waits for a second answer that never comes.',
  },
  repair: {
    fr: 'MSH-15 et MSH-16 vides : répondez une seule fois, par AA, AE ou AR. Le mode étendu (CA, CE, CR) ne s’emploie que s’il a été convenu et que MSH-15 le demande.',
    en: 'MSH-15 and MSH-16 empty: answer once, with AA, AE or AR. Use enhanced mode (CA, CE, CR) only when agreed and asked for by MSH-15.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.3')],
  messages: {
    commitUnasked: {
      fr: '{path} vaut {found} : le message demandait le mode original, où seuls AA, AE et AR ont un sens. Répondez {expected}.',
      en: '{path} is {found}: the message asked for original mode, where only AA, AE and AR have a meaning. Answer {expected}.',
    },
    commitMissing: {
      fr: '{path} vaut {found} : MSH-15 demandait d’abord un accusé de réception CA, CE ou CR. Envoyez-le avant l’acquittement applicatif.',
      en: '{path} is {found}: MSH-15 first asked for an accept acknowledgement CA, CE or CR. Send it before the application acknowledgement.',
    },
    twice: {
      fr: '{count} réponses sont revenues pour un seul message : le mode original n’en admet qu’une. Supprimez les réponses en trop.',
      en: '{count} answers came back for one message: original mode allows one only. Remove the others.',
    },
  },
  appliesTo: ({ sent, answers }, context) => answers.length > 0 && modeOf(sent, context) !== undefined,
  *check({ sent, answers }, context) {
    const mode = modeOf(sent, context);
    const [first] = answers;
    if (first === undefined || mode === undefined) return;
    const code = acknowledgementCode(first);
    const isCommit = code.length === 2 && code.startsWith('C');
    const element = first.message.field('MSA', 1);
    if (mode !== 'commit' && isCommit) {
      const expected = `A${code.slice(1)}`;
      yield inAnswer(first, problemAt('commitUnasked', element, { found: code, expected }));
    }
    if (mode === 'commit' && code.startsWith('A')) {
      yield inAnswer(first, problemAt('commitMissing', element, { found: code, expected: `C${code.slice(1)}` }));
    }
    if (mode === 'original' && answers.length > 1) {
      const second = answers[1] ?? first;
      yield inAnswer(second, problemAt('twice', second.message.msh, { data: { count: answers.length } }));
    }
  },
});

/**
 * Undefined when the sender asks for the enhanced mode without the agreement of the pack: PAM-MSH-15-16 tells the
 * sender, and the receiver may answer either way.
 */
function modeOf(sent: Hl7v2Message, context: Hl7v2Context): Mode | undefined {
  const accept = sent.msh.field(15);
  if (!accept.isValued && !sent.msh.field(16).isValued) return 'original';
  if (!isTurnedOn(context, 'enhancedAcknowledgement')) return undefined;
  // ER and SU leave out the accept acknowledgement in one of the two cases, so only AL surely asks for it.
  if (accept.text === 'AL') return 'commit';
  return accept.isValued && accept.text !== 'NE' ? undefined : 'application';
}
