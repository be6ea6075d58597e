import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { pdfFactsOf } from '../../../formats/pdf/pdf-facts.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';
import { bytesOf } from './body.js';

/** The language of the content is known only when a PDF says its own (`/Lang`). */
export const cdaN1010 = defineRule<CdaDocument, CdaContext, 'unsaid'>({
  id: 'CDA-N1-010',
  subject: 'cda/document',
  title: { fr: 'Un contenu dans une autre langue le dit', en: 'A content in another language says so' },
  why: {
    fr: 'Un lecteur d’écran lit le document dans la langue de l’en-tête s’il n’en connaît pas d’autre.',
    en: 'A screen reader reads the document in the language of the header when it knows no other.',
  },
  repair: {
    fr: 'Ajoutez nonXMLBody/languageCode avec la langue du fichier, ou corrigez celle de l’en-tête.',
    en: 'Add nonXMLBody/languageCode with the language of the file, or correct that of the header.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansGuide('non-structured body')],
  messages: {
    unsaid: {
      fr: '{path} : le PDF est en « {found} », l’en-tête dit « {expected} » et nonXMLBody/languageCode manque.',
      en: '{path}: the PDF is in "{found}", the header says "{expected}" and nonXMLBody/languageCode is missing.',
    },
  },
  appliesTo: (document) => document.level === 1 && contentLanguage(document) !== undefined,
  *check(document) {
    const found = contentLanguage(document);
    const expected = document.header.languageCode?.code ?? '';
    const [body] = document.elements('cda:component/cda:nonXMLBody');
    if (found === undefined || !body || document.test('cda:languageCode', body)) return;
    // Regions do not count: fr is fr-FR.
    if (found.slice(0, 2).toLowerCase() === expected.slice(0, 2).toLowerCase()) return;
    yield problemAt('unsaid', document, body, { found, expected });
  },
});

function contentLanguage(document: CdaDocument): string | undefined {
  const bytes = bytesOf(document, 'application/pdf');
  return bytes && pdfFactsOf(bytes).language;
}
