import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { appendixC } from '../sources.js';

const FIELD_SEPARATOR = '|';
const ENCODING_CHARACTERS = '^~\\&';

/** Appendix C §C.2.2: every IHE actor supports the recommended separators; others need an agreement. */
export const pamMsh12 = defineRule<Hl7v2Message, Hl7v2Context, 'fieldSeparator' | 'encodingCharacters'>({
  id: 'PAM-MSH-1-2',
  subject: 'hl7v2/message',
  title: { fr: 'Les séparateurs sont ceux recommandés par HL7', en: 'The separators are those HL7 recommends' },
  why: {
    fr: 'Beaucoup de récepteurs ne savent lire que les séparateurs usuels : avec d’autres, ils découpent mal le message ou le rejettent.',
    en: 'Many receivers only read the usual separators: with others they split the message wrongly or reject it.',
  },
  repair: {
    fr: 'Commencez le message par MSH|^~\\& et échappez ces caractères dans les valeurs (\\F\\, \\S\\, \\T\\, \\R\\, \\E\\).',
    en: 'Start the message with MSH|^~\\& and escape these characters inside values (\\F\\, \\S\\, \\T\\, \\R\\, \\E\\).',
  },
  severity: 'error',
  trust: 'standard',
  spec: [appendixC('§C.2.2')],
  hl7Error: '102',
  messages: {
    fieldSeparator: {
      fr: '{path} : le séparateur de champs est « {found} » ; attendu « {expected} ». Écrivez MSH| au début du message.',
      en: '{path}: the field separator is "{found}"; expected "{expected}". Write MSH| at the start of the message.',
    },
    encodingCharacters: {
      fr: '{path} : les caractères d’encodage sont « {found} » ; attendu « {expected} ». Corrigez MSH-2, puis les séparateurs du message.',
      en: '{path}: the encoding characters are "{found}"; expected "{expected}". Correct MSH-2, then the separators of the message.',
    },
  },
  *check(message) {
    const separator = message.msh.field(1);
    if (separator.raw !== FIELD_SEPARATOR) {
      yield problemAt('fieldSeparator', separator, { found: separator.raw, expected: FIELD_SEPARATOR });
    }
    const encoding = message.msh.field(2);
    if (encoding.raw !== ENCODING_CHARACTERS) {
      yield problemAt('encodingCharacters', encoding, { found: encoding.raw, expected: ENCODING_CHARACTERS });
    }
  },
});
