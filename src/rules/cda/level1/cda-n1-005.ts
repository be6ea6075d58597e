import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { bodyOf } from './body.js';

export const cdaN1005 = defineRule<CdaDocument, CdaContext, 'empty' | 'undecodable'>({
  id: 'CDA-N1-005',
  subject: 'cda/document',
  title: { fr: 'Le fichier contenu se décode', en: 'The file inside decodes' },
  why: {
    fr: 'Un base64 abîmé ou coupé ne s’ouvre pas : le destinataire a l’en-tête et pas le document.',
    en: 'Damaged or cut base64 does not open: the receiver has the header and not the document.',
  },
  repair: {
    fr: 'Encodez le fichier entier en base64 (RFC 4648). Les sauts de ligne sont permis, rien d’autre.',
    en: 'Encode the whole file in base64 (RFC 4648). Line breaks are allowed, nothing else.',
  },
  severity: 'error',
  trust: 'project',
  spec: [own('nonXMLBody/text')],
  messages: {
    empty: {
      fr: '{path} est vide ; le fichier est attendu en base64.',
      en: '{path} is empty; the file is expected in base64.',
    },
    undecodable: {
      fr: '{path} ne se décode pas en base64 ({found}). Vérifiez que le contenu n’a été ni coupé ni modifié.',
      en: '{path} does not decode as base64 ({found}). Check that the content was neither cut nor changed.',
    },
  },
  appliesTo: (document) => document.level === 1 && document.body !== undefined,
  *check(document) {
    const fault = bodyOf(document)?.fault;
    const node = document.body?.node;
    if (!node || fault === undefined) return;
    yield problemAt(fault === 'empty' ? 'empty' : 'undecodable', document, node, { found: fault });
  },
});
