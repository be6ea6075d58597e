import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { pdfFactsOf } from '../../../formats/pdf/pdf-facts.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { bytesOf } from './body.js';

export const cdaN1006 = defineRule<CdaDocument, CdaContext, 'notPdf'>({
  id: 'CDA-N1-006',
  subject: 'cda/document',
  title: { fr: 'Un fichier déclaré PDF est un PDF', en: 'A file declared as PDF is a PDF' },
  why: {
    fr: 'Le destinataire confie le fichier à un lecteur PDF ; si ce n’en est pas un, il n’affiche rien.',
    en: 'The receiver hands the file to a PDF viewer; when it is none, nothing is shown.',
  },
  repair: {
    fr: 'Mettez un vrai PDF, ou corrigez mediaType. Vérifiez aussi que le fichier n’est pas encodé deux fois.',
    en: 'Put a real PDF, or correct mediaType. Check also that the file is not encoded twice.',
  },
  severity: 'error',
  trust: 'project',
  spec: [own('nonXMLBody/text')],
  messages: {
    notPdf: {
      fr: '{path} : le fichier décodé ne commence pas par %PDF- alors que mediaType vaut application/pdf.',
      en: '{path}: the decoded file does not begin with %PDF- although mediaType is application/pdf.',
    },
  },
  appliesTo: (document) => document.level === 1 && bytesOf(document, 'application/pdf') !== undefined,
  *check(document) {
    const bytes = bytesOf(document, 'application/pdf');
    if (bytes && document.body && !pdfFactsOf(bytes).isPdf) yield problemAt('notPdf', document, document.body.node);
  },
});
