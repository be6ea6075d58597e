import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { goesToDmp } from '../parameters.js';
import { problemAt } from '../problem-at.js';
import { ansTransport } from '../sources.js';

export const cdaHdr011 = defineRule<CdaDocument, CdaContext, 'extension'>({
  id: 'CDA-HDR-011',
  subject: 'cda/document',
  title: {
    fr: 'Vers le DMP, l’id du document tient en un root',
    en: 'Towards the DMP, the id of the document is a root alone',
  },
  why: {
    fr: 'Le DMP ne gère pas aujourd’hui un identifiant fait d’un root et d’une extension : le dépôt ou le remplacement échoue.',
    en: 'The DMP does not handle an identifier made of root and extension today: registration or replacement fails.',
  },
  repair: {
    fr: 'Donnez au document un OID ou un UUID entier en @root, sans @extension.',
    en: 'Give the document a whole OID or UUID in @root, without @extension.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansTransport('profils-messages, TXA-12')],
  messages: {
    extension: {
      fr: '{path} est présent alors que le document va au DMP ; un @root seul est attendu.',
      en: '{path} is present although the document goes to the DMP; a @root alone is expected.',
    },
  },
  appliesTo: (document, context) => goesToDmp(context) && document.header.id !== undefined,
  *check(document) {
    const extension = document.header.id?.node.attr('extension');
    if (extension) yield problemAt('extension', document, extension);
  },
});
