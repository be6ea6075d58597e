import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { tableOfField } from '../field-table.js';
import { hasCode, missingTable } from '../pack-values.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { inAnswer } from './ack.js';

export const pamAckMsa1 = defineRule<Hl7v2Exchange, Hl7v2Context, 'noMsa' | 'empty' | 'unknown'>({
  id: 'PAM-ACK-MSA1',
  subject: 'hl7v2/exchange',
  title: { fr: 'MSA-1 est un code d’acquittement connu', en: 'MSA-1 is a known acknowledgement code' },
  why: {
    fr: 'L’émetteur ne lit que ce code pour savoir s’il peut passer au message suivant. Un code inconnu bloque sa file, ou fait perdre le message.',
    en: 'The sender reads this code alone to know whether it may go on to the next message. An unknown code blocks its queue, or loses the message.',
  },
  repair: {
    fr: 'Mettez dans MSA-1 l’un des codes AA (intégré), AE (erreur de contenu) ou AR (rejeté), en majuscules, sans autre texte.',
    en: 'Put one of AA (integrated), AE (content error) or AR (rejected) in MSA-1, in capitals, without any other text.',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.3.1')],
  messages: {
    noMsa: {
      fr: 'La réponse n’a pas de segment MSA : ce n’est pas un acquittement. Ajoutez MSA|code|identifiant du message reçu.',
      en: 'The answer has no MSA segment: it is not an acknowledgement. Add MSA|code|control id of the message received.',
    },
    empty: {
      fr: '{path} est vide ; AA, AE ou AR est attendu. Renseignez le résultat du traitement.',
      en: '{path} is empty; AA, AE or AR is expected. Fill in the result of the processing.',
    },
    unknown: {
      fr: '{path} vaut « {found} », qui n’est pas un code de la table 0008 (AA, AE, AR ; CA, CE, CR en mode étendu). Corrigez ce code.',
      en: '{path} is "{found}", not a code of table 0008 (AA, AE, AR; CA, CE, CR in enhanced mode). Correct this code.',
    },
  },
  appliesTo: ({ answers }) => answers.length > 0,
  *check({ answers }, context) {
    const table = tableOfField(context, 'MSA', 1, '0008');
    if (table === undefined) {
      yield missingTable('0008');
      return;
    }
    for (const answer of answers) {
      const code = answer.message.field('MSA', 1);
      if (answer.message.first('MSA') === undefined) {
        const missing = answer.message.missingSegment('MSA', answer.message.msh);
        yield inAnswer(answer, problemAt('noMsa', missing));
      } else if (!code.isValued) {
        yield inAnswer(answer, problemAt('empty', code, { expected: 'AA, AE, AR' }));
      } else if (!hasCode(table, code.text)) {
        yield inAnswer(answer, problemAt('unknown', code, { found: code.text, expected: 'AA, AE, AR' }));
      }
    }
  },
});
