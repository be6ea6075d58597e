import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { inAnswer } from './ack.js';

/** Field of the answer and the field of the message it must repeat (reference §7.2). */
const ECHOES: readonly (readonly [answer: number, sent: number])[] = [
  [3, 5],
  [4, 6],
  [5, 3],
  [6, 4],
  [11, 11],
];

export const pamAckHeader = defineRule<Hl7v2Exchange, Hl7v2Context, 'notSwapped' | 'processing' | 'version' | 'noId'>({
  id: 'PAM-ACK-HEADER',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'L’en-tête de la réponse est celui d’une réponse',
    en: 'The header of the answer is that of an answer',
  },
  why: {
    fr: 'Une plateforme d’échange (EAI) route l’acquittement d’après MSH-3 à MSH-6. Si l’émetteur et le destinataire n’y sont pas échangés, l’acquittement repart vers celui qui l’a produit.',
    en: 'An integration engine routes the acknowledgement by MSH-3 to MSH-6. If sender and receiver are not swapped there, the acknowledgement goes back to whoever made it.',
  },
  repair: {
    fr: 'Dans la réponse, recopiez MSH-5 et MSH-6 reçus dans MSH-3 et MSH-4, MSH-3 et MSH-4 reçus dans MSH-5 et MSH-6 ; reprenez MSH-11 et la version ; donnez un MSH-10 nouveau.',
    en: 'In the answer, copy received MSH-5 and MSH-6 into MSH-3 and MSH-4, received MSH-3 and MSH-4 into MSH-5 and MSH-6; keep MSH-11 and the version; give a new MSH-10.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [appendixC('§C.2.3')],
  messages: {
    notSwapped: {
      fr: '{path} vaut « {found} » ; « {expected} » est attendu, c’est-à-dire {source} du message reçu.',
      en: '{path} is "{found}"; "{expected}" is expected, that is {source} of the message received.',
    },
    processing: {
      fr: '{path} vaut « {found} » ; « {expected} » est attendu, comme dans le message reçu. Une réponse de production à un message de test peut être filtrée.',
      en: '{path} is "{found}"; "{expected}" is expected, as in the message received. A production answer to a test message may be filtered out.',
    },
    version: {
      fr: '{path} vaut « {found} » ; « {expected} » est attendu : répondez dans la version HL7 du message reçu.',
      en: '{path} is "{found}"; "{expected}" is expected: answer in the HL7 version of the message received.',
    },
    noId: {
      fr: '{path} est vide : donnez à la réponse un identifiant qui lui est propre.',
      en: '{path} is empty: give the answer a control id of its own.',
    },
  },
  appliesTo: ({ answers }) => answers.length > 0,
  *check({ sent, answers }) {
    for (const answer of answers) {
      const { msh } = answer.message;
      for (const [position, source] of ECHOES) {
        const field = msh.field(position);
        const expected = sent.msh.field(source).text;
        if (expected === '' || field.text === expected) continue;
        const messageId = position === 11 ? 'processing' : 'notSwapped';
        const data = { source: `MSH-${source}` };
        yield inAnswer(answer, problemAt(messageId, field, { found: field.text, expected, data }));
      }
      if (!msh.field(10).isValued) yield inAnswer(answer, problemAt('noId', msh.field(10)));
      const version = msh.field(12).component(1);
      if (sent.version !== '' && version.text !== sent.version) {
        yield inAnswer(answer, problemAt('version', version, { found: version.text, expected: sent.version }));
      }
    }
  },
});
