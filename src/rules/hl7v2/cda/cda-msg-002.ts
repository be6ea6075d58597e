import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { carriedDocuments } from './carried-documents.js';
import { ansTransport, isMdm } from './transport.js';

export const cdaMsg002 = defineRule<Hl7v2Message, Hl7v2Context, 'type' | 'form' | 'letterCase'>({
  id: 'CDA-MSG-002',
  subject: 'hl7v2/message',
  title: { fr: 'OBX-2 et OBX-5 ont la forme prévue', en: 'OBX-2 and OBX-5 have the agreed form' },
  why: {
    fr: 'Le destinataire choisit son décodage d’après OBX-2 et les composants d’OBX-5 : une autre forme lui cache le document.',
    en: 'The receiver chooses how to decode by OBX-2 and the components of OBX-5: another form hides the document from it.',
  },
  repair: {
    fr: 'OBX-2 : ED. OBX-5 : ^TEXT^XML^Base64^… en ORU, ^text^XML^Base64^… en MDM.',
    en: 'OBX-2: ED. OBX-5: ^TEXT^XML^Base64^… in ORU, ^text^XML^Base64^… in MDM.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('OBX-2, OBX-5')],
  hl7Error: '102',
  messages: {
    type: {
      fr: '{path} vaut « {found} » ; {expected} est attendu pour un document.',
      en: '{path} is "{found}"; {expected} is expected for a document.',
    },
    form: {
      fr: '{path} vaut « {found} » ; « {expected} » est attendu.',
      en: '{path} is "{found}"; "{expected}" is expected.',
    },
    letterCase: {
      fr: '{path} vaut « {found} » ; « {expected} » est attendu, avec ces majuscules.',
      en: '{path} is "{found}"; "{expected}" is expected, in this letter case.',
    },
  },
  appliesTo: (message) => carriedDocuments(message).length > 0,
  *check(message) {
    for (const { obx } of carriedDocuments(message)) {
      const type = obx.field(2);
      if (type.text !== 'ED') yield problemAt('type', type, { found: type.text, expected: 'ED' });
      const expected = [isMdm(message) ? 'text' : 'TEXT', 'XML', 'Base64'];
      for (const [index, word] of expected.entries()) {
        const component = obx.field(5).component(index + 2);
        const found = component.text;
        if (found === word) continue;
        const same = found.toLowerCase() === word.toLowerCase();
        const facts = { found, expected: word };
        yield same
          ? problemAt('letterCase', component, { ...facts, severity: 'warning' })
          : problemAt('form', component, facts);
      }
    }
  },
});
