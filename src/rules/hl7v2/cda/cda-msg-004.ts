import { defineRule } from '../../../core/index.js';
import type { Hl7v2Message } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Context } from '../context.js';
import { problemAt } from '../problem-at.js';
import { readDocuments } from './carried-documents.js';
import { actOfEvent, ansTransport, type DocumentAct } from './transport.js';

type Fault = 'unknown' | 'event' | 'order' | 'noReplacement' | 'noParent' | 'halves';

export const cdaMsg004 = defineRule<Hl7v2Message, Hl7v2Context, Fault>({
  id: 'CDA-MSG-004',
  subject: 'hl7v2/message',
  title: {
    fr: 'OBX-11 s’accorde avec l’événement, ORC-1 et le document',
    en: 'OBX-11 agrees with the event, ORC-1 and the document',
  },
  why: {
    fr: 'OBX-11 dit au destinataire d’ajouter, de remplacer ou de supprimer. S’il contredit ORC-1, le message est rejeté ; s’il contredit le CDA, le mauvais document disparaît.',
    en: 'OBX-11 tells the receiver to add, replace or delete. If it contradicts ORC-1 the message is rejected; if it contradicts the CDA, the wrong document vanishes.',
  },
  repair: {
    fr: 'Envoi : F, ORC-1 NW, T02. Remplacement : C, ORC-1 RO, T10, et RPLC dans le CDA. Suppression : D, ORC-1 CA, T04. Les deux moitiés d’une paire ont la même valeur.',
    en: 'Sending: F, ORC-1 NW, T02. Replacement: C, ORC-1 RO, T10, and RPLC in the CDA. Deletion: D, ORC-1 CA, T04. Both halves of a pair have the same value.',
  },
  severity: 'error',
  trust: 'national',
  spec: [ansTransport('OBX-11, ORC-1, def-proc-collab')],
  hl7Error: '102',
  messages: {
    unknown: {
      fr: '{path} vaut « {found} » ; {expected} est attendu pour un document.',
      en: '{path} is "{found}"; {expected} is expected for a document.',
    },
    event: {
      fr: '{path} vaut « {found} » ; {expected} est attendu pour cet événement MDM.',
      en: '{path} is "{found}"; {expected} is expected for this MDM event.',
    },
    order: {
      fr: '{path} vaut « {found} » ; {expected} est attendu avec cet OBX-11.',
      en: '{path} is "{found}"; {expected} is expected with this OBX-11.',
    },
    noReplacement: {
      fr: '{path} annonce un remplacement (C), mais le document ne porte pas de relatedDocument RPLC.',
      en: '{path} announces a replacement (C), but the document carries no RPLC relatedDocument.',
    },
    noParent: {
      fr: '{path} annonce un premier envoi (F), mais le document porte un relatedDocument RPLC.',
      en: '{path} announces a first sending (F), but the document carries an RPLC relatedDocument.',
    },
    halves: {
      fr: '{path} vaut « {found} », et {expected} pour l’autre document : une paire est remplacée ou supprimée en entier.',
      en: '{path} is "{found}", and {expected} for the other document: a pair is replaced or deleted as a whole.',
    },
  },
  appliesTo: (message) => readDocuments(message).length > 0,
  *check(message) {
    const documents = readDocuments(message);
    const first = documents[0]?.obx.field(11).text;
    for (const { obx, facts, number } of documents) {
      const status = obx.field(11);
      const found = status.text;
      if (!isAct(found)) {
        yield problemAt('unknown', status, { found, expected: 'F, C, D' });
        continue;
      }
      const due = actOfEvent(message);
      if (due !== undefined && found !== due) yield problemAt('event', status, { found, expected: due });
      if (number > 1 && first !== undefined && found !== first) {
        yield problemAt('halves', status, { found, expected: first });
      }
      const order = (message.all('ORC')[number - 1] ?? message.first('ORC'))?.field(1);
      const expected = ORDER[found];
      if (order && order.text !== expected) yield problemAt('order', order, { found: order.text, expected });
      if (!facts) continue;
      const replaces = facts.related.some(({ typeCode }) => typeCode === 'RPLC');
      if (found === 'C' && !replaces) yield problemAt('noReplacement', status);
      if (found === 'F' && replaces) yield problemAt('noParent', status);
    }
  },
});

const ORDER: Readonly<Record<DocumentAct, string>> = { F: 'NW', C: 'RO', D: 'CA' };

function isAct(text: string): text is DocumentAct {
  return Object.hasOwn(ORDER, text);
}
