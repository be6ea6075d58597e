import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { pdfFactsOf } from '../../../formats/pdf/pdf-facts.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansFormatCodes, ansGuide } from '../sources.js';
import { bytesOf } from './body.js';

export const cdaN1007 = defineRule<CdaDocument, CdaContext, 'notArchival'>({
  id: 'CDA-N1-007',
  subject: 'cda/document',
  title: { fr: 'Le PDF est un PDF/A-1', en: 'The PDF is a PDF/A-1' },
  why: {
    fr: 'Un document de santé se relit dans dix ans : PDF/A-1 garantit que polices et couleurs y sont.',
    en: 'A health document is read again in ten years: PDF/A-1 guarantees that its fonts and colours are there.',
  },
  repair: {
    fr: 'Produisez un PDF/A-1 (métadonnées XMP avec pdfaid:part à 1).',
    en: 'Produce a PDF/A-1 (XMP metadata with pdfaid:part set to 1).',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansGuide('non-structured body'), ansFormatCodes('urn:ihe:iti:xds-sd:pdf:2008')],
  messages: {
    notArchival: {
      fr: '{path} : le PDF ne se déclare pas PDF/A-1 (pdfaid:part vaut « {found} »).',
      en: '{path}: the PDF does not declare itself PDF/A-1 (pdfaid:part is "{found}").',
    },
  },
  appliesTo: (document) => document.level === 1 && isPdf(document),
  *check(document) {
    const bytes = bytesOf(document, 'application/pdf');
    if (!bytes || !document.body) return;
    const { pdfaPart } = pdfFactsOf(bytes);
    if (pdfaPart !== '1')
      yield problemAt('notArchival', document, document.body.node, { found: pdfaPart ?? '', expected: '1' });
  },
});

function isPdf(document: CdaDocument): boolean {
  const bytes = bytesOf(document, 'application/pdf');
  return bytes !== undefined && pdfFactsOf(bytes).isPdf;
}
