import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { bytesOf } from './body.js';

export const cdaN1009 = defineRule<CdaDocument, CdaContext, 'notUtf8'>({
  id: 'CDA-N1-009',
  subject: 'cda/document',
  title: { fr: 'Le texte contenu est en UTF-8', en: 'The text inside is in UTF-8' },
  why: {
    fr: 'Rien dans le document ne dit l’encodage du texte : hors d’UTF-8, les accents s’affichent mal.',
    en: 'Nothing in the document tells the encoding of the text: outside UTF-8 accents show wrongly.',
  },
  repair: {
    fr: 'Convertissez le texte en UTF-8 avant de le coder en base64.',
    en: 'Convert the text to UTF-8 before coding it in base64.',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('nonXMLBody/text')],
  messages: {
    notUtf8: {
      fr: '{path} : le texte décodé n’est pas de l’UTF-8.',
      en: '{path}: the decoded text is not UTF-8.',
    },
  },
  appliesTo: (document) => document.level === 1 && bytesOf(document, 'text/plain') !== undefined,
  *check(document) {
    const bytes = bytesOf(document, 'text/plain');
    if (bytes && document.body && !isUtf8(bytes)) yield problemAt('notUtf8', document, document.body.node);
  },
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
