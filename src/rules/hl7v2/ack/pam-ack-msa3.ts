import { defineRule } from '../../../core/index.js';
import type { Hl7v2Context, Hl7v2Exchange } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';
import { inAnswer, knowsErr3 } from './ack.js';

const FIELDS = [3, 6];

/** Before HL7 2.5 the text of an error had no other place than MSA-3 (reference §6.3). */
export const pamAckMsa3 = defineRule<Hl7v2Exchange, Hl7v2Context, 'text'>({
  id: 'PAM-ACK-MSA3',
  subject: 'hl7v2/exchange',
  title: {
    fr: 'Le détail d’une erreur est dans ERR, pas dans MSA',
    en: 'The detail of an error is in ERR, not in MSA',
  },
  why: {
    fr: 'MSA-3 et MSA-6 ne sont plus admis par IHE : un émetteur conforme ne les lit pas, et l’explication de l’erreur est perdue.',
    en: 'IHE no longer allows MSA-3 and MSA-6: a conformant sender does not read them, and the explanation of the error is lost.',
  },
  repair: {
    fr: 'Videz ces champs. Mettez le code dans ERR-3, le texte pour l’utilisateur dans ERR-8 et le diagnostic dans ERR-7.',
    en: 'Empty these fields. Put the code in ERR-3, the text for the user in ERR-8 and the diagnostic in ERR-7.',
  },
  severity: 'warning',
  trust: 'standard',
  spec: [appendixC('§C.2.3.1')],
  messages: {
    text: {
      fr: '{path} est renseigné ; il doit rester vide. Déplacez ce contenu dans un segment ERR (ERR-7 ou ERR-8).',
      en: '{path} is valued; it must stay empty. Move its content to an ERR segment (ERR-7 or ERR-8).',
    },
  },
  appliesTo: ({ sent, answers }) => answers.length > 0 && knowsErr3(sent),
  *check({ answers }) {
    for (const answer of answers) {
      for (const position of FIELDS) {
        const field = answer.message.field('MSA', position);
        if (field.isValued) yield inAnswer(answer, problemAt('text', field, { found: field.text }));
      }
    }
  },
});
