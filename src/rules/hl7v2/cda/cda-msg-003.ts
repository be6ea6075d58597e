import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { readDocuments } from './carried-documents.js';
import { ansTransport } from './transport.js';

export const cdaMsg003 = defineRule<Hl7v2Message, Hl7v2Context, 'code' | 'system' | 'order'>({
  id: 'CDA-MSG-003',
  subject: 'hl7v2/message',
  title: { fr: 'OBX-3 et OBR-4 donnent le code du document', en: 'OBX-3 and OBR-4 give the code of the document' },
  why: {
    fr: 'Le type annoncé par le message devient celui des métadonnées : s’il diffère du CDA, le document est rangé ailleurs.',
    en: 'The type announced by the message becomes that of the metadata: if the CDA differs, the document is filed elsewhere.',
  },
  repair: {
    fr: 'Recopiez ClinicalDocument/code/@code en OBX-3.1 et OBR-4.1, avec LN ou TRE_A05 en troisième composant.',
    en: 'Copy ClinicalDocument/code/@code into OBX-3.1 and OBR-4.1, with LN or TRE_A05 as third component.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('OBX-3, OBR-4')],
  hl7Error: '102',
  messages: {
    code: {
      fr: '{path} vaut « {found} » ; le code du document est « {expected} ».',
      en: '{path} is "{found}"; the code of the document is "{expected}".',
    },
    system: {
      fr: '{path} vaut « {found} » ; {expected} est attendu.',
      en: '{path} is "{found}"; {expected} is expected.',
    },
    order: {
      fr: '{path} vaut « {found} » ; le code du document est « {expected} ».',
      en: '{path} is "{found}"; the code of the document is "{expected}".',
    },
  },
  appliesTo: (message) => readDocuments(message).some(({ facts }) => facts?.code !== undefined),
  *check(message) {
    for (const { obx, facts, number } of readDocuments(message)) {
      const expected = facts?.code;
      if (expected === undefined) continue;
      const code = obx.field(3).component(1);
      if (code.text !== expected) yield problemAt('code', code, { found: code.text, expected });
      const system = obx.field(3).component(3);
      if (system.text !== 'LN' && system.text !== 'TRE_A05') {
        yield problemAt('system', system, { found: system.text, expected: 'LN, TRE_A05' });
      }
      const obr = message.all('OBR')[number - 1] ?? message.first('OBR');
      const order = obr?.field(4).component(1);
      if (order && order.text !== expected) yield problemAt('order', order, { found: order.text, expected });
    }
  },
});
