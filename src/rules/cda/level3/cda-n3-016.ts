import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { pdfFactsOf } from '../../../formats/pdf/pdf-facts.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { ansGuide } from '../sources.js';

export const cdaN3016 = defineRule<CdaDocument, CdaContext, 'undecodable' | 'notPdf' | 'notArchival' | 'active'>({
  id: 'CDA-N3-016',
  subject: 'cda/document',
  title: { fr: 'La copie du document est un PDF lisible', en: 'The copy of the document is a readable PDF' },
  why: {
    fr: 'C’est la copie que le lecteur montre d’abord : illisible ou refusée, le patient ne voit rien.',
    en: 'It is the copy a viewer shows first: unreadable or refused, the patient sees nothing.',
  },
  repair: {
    fr: 'Mettez un PDF/A-1 entier, en base64, sans script, pièce jointe ni mot de passe.',
    en: 'Put a whole PDF/A-1 in base64, without script, attachment or password.',
  },
  severity: 'warning',
  trust: 'national',
  spec: [ansGuide('PDF copy')],
  messages: {
    undecodable: {
      fr: '{path} ne se décode pas en base64 ({found}).',
      en: '{path} does not decode as base64 ({found}).',
    },
    notPdf: {
      fr: '{path} : le fichier décodé ne commence pas par %PDF-.',
      en: '{path}: the decoded file does not begin with %PDF-.',
    },
    notArchival: {
      fr: '{path} : le PDF ne se déclare pas PDF/A-1 (pdfaid:part vaut « {found} »).',
      en: '{path}: the PDF does not declare itself PDF/A-1 (pdfaid:part is "{found}").',
    },
    active: { fr: '{path} : le PDF contient {found}.', en: '{path}: the PDF holds {found}.' },
  },
  appliesTo: (document) => document.level === 3 && document.pdfCopies.length > 0,
  *check(document) {
    for (const { node, decode } of document.pdfCopies) {
      const { bytes, fault } = decode();
      if (!bytes) {
        yield problemAt('undecodable', document, node, { found: fault ?? '' });
        continue;
      }
      const { isPdf, pdfaPart, risks } = pdfFactsOf(bytes);
      if (!isPdf) yield problemAt('notPdf', document, node);
      else if (pdfaPart !== '1')
        yield problemAt('notArchival', document, node, { found: pdfaPart ?? '', expected: '1' });
      if (risks.length > 0) yield problemAt('active', document, node, { found: risks.join(', ') });
    }
  },
});
