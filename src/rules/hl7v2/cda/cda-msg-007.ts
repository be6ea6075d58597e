import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { carriedDocuments } from './carried-documents.js';
import { ansTransport, isMdm } from './transport.js';

export const cdaMsg007 = defineRule<Hl7v2Message, Hl7v2Context, 'tooMany'>({
  id: 'CDA-MSG-007',
  subject: 'hl7v2/message',
  title: {
    fr: 'Deux documents au plus dans un ORU, un dans un MDM',
    en: 'At most two documents in an ORU, one in an MDM',
  },
  why: {
    fr: 'Un ORU porte un compte rendu, sous une ou deux formes. Un destinataire ignore les documents suivants ou rejette le message.',
    en: 'An ORU carries one report, in one or two forms. A receiver ignores further documents or rejects the message.',
  },
  repair: {
    fr: 'Envoyez un message par compte rendu ; en MDM, un message par document.',
    en: 'Send one message per report; in MDM, one message per document.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('acteurs-transactions')],
  hl7Error: '102',
  messages: {
    tooMany: {
      fr: '{path} : document de trop ; ce message en porte {found}, {expected} au plus sont attendus.',
      en: '{path}: one document too many; this message carries {found}, at most {expected} expected.',
    },
  },
  appliesTo: (message) => carriedDocuments(message).length > 0,
  *check(message) {
    const documents = carriedDocuments(message);
    const most = isMdm(message) ? 1 : 2;
    const extra = documents[most];
    if (extra) yield problemAt('tooMany', extra.obx, { found: String(documents.length), expected: String(most) });
  },
});
