import { defineRule } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';
import type { CdaContext } from '../context.js';
import { effectiveVersion, type ModelMatch, modelsOf } from '../models.js';
import { problemAt } from '../problem-at.js';
import { modelSchematron } from '../sources.js';

const PDF_COPY = "cda:component/cda:section[cda:templateId/@root = '1.2.250.1.213.1.1.2.243']";

export const cdaN3017 = defineRule<CdaDocument, CdaContext, 'count'>({
  id: 'CDA-N3-017',
  subject: 'cda/document',
  title: { fr: 'Ces modèles portent une copie PDF', en: 'These models bear a PDF copy' },
  why: {
    fr: 'Depuis 2024, biologie et prescription partent en un seul document : la copie PDF y remplace le niveau 1.',
    en: 'Since 2024 laboratory reports and prescriptions go as one document: the PDF copy replaces the level 1 there.',
  },
  repair: {
    fr: 'Ajoutez une seule section « Copie du document » (1.2.250.1.213.1.1.2.243).',
    en: 'Add exactly one section "Copie du document" (1.2.250.1.213.1.1.2.243).',
  },
  severity: 'warning',
  trust: 'national',
  spec: [modelSchematron('CI-SIS_BIO-CR-BIO_2024.01, CI-SIS_EP-MED-DM_2024.01')],
  messages: {
    count: {
      fr: '{path} : {found} copie(s) PDF trouvée(s) ; le modèle {model} {version} en attend une.',
      en: '{path}: {found} PDF copies found; the model {model} {version} expects one.',
    },
  },
  appliesTo: (document, { content }) => document.level === 3 && modelsOf(document, content).some(demandsCopy),
  *check(document, { content }) {
    const [body] = document.elements('cda:component/cda:structuredBody');
    if (!body) return;
    const found = document.elements(PDF_COPY, body).length;
    if (found === 1) return;
    for (const match of modelsOf(document, content).filter(demandsCopy)) {
      const data = { model: match.model.id, version: effectiveVersion(match) ?? '' };
      yield problemAt('count', document, body, { found: String(found), expected: '1', data });
    }
  },
});

function demandsCopy(match: ModelMatch): boolean {
  const from = match.model.pdfCopyFrom;
  return from !== undefined && (effectiveVersion(match) ?? '') >= from;
}
