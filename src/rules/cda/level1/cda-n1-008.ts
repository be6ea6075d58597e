import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import { pdfFactsOf } from '../../../formats/pdf/pdf-facts.js';
import type { CdaContext } from '../context.js';
import { problemAt } from '../problem-at.js';
import { own } from '../sources.js';
import { bytesOf } from './body.js';

export const cdaN1008 = defineRule<CdaDocument, CdaContext, 'active'>({
  id: 'CDA-N1-008',
  subject: 'cda/document',
  title: { fr: 'Le PDF ne contient rien d’actif ni de caché', en: 'The PDF holds nothing active or hidden' },
  why: {
    fr: 'Scripts, lancements, fichiers joints et chiffrement font rejeter le document par les filtres de messagerie.',
    en: 'Scripts, launch actions, attached files and encryption make mail filters reject the document.',
  },
  repair: {
    fr: 'Produisez le PDF sans script, sans pièce jointe et sans mot de passe (PDF/A-1 les interdit).',
    en: 'Produce the PDF without script, attachment or password (PDF/A-1 forbids them).',
  },
  severity: 'warning',
  trust: 'project',
  spec: [own('nonXMLBody/text')],
  messages: {
    active: { fr: '{path} : le PDF contient {found}.', en: '{path}: the PDF holds {found}.' },
  },
  appliesTo: (document) => document.level === 1 && bytesOf(document, 'application/pdf') !== undefined,
  *check(document) {
    const bytes = bytesOf(document, 'application/pdf');
    if (!bytes || !document.body) return;
    const { risks } = pdfFactsOf(bytes);
    if (risks.length > 0) yield problemAt('active', document, document.body.node, { found: risks.join(', ') });
  },
});
