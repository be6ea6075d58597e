/** Stands for evidence that was taken out. It cannot be taken for the evidence itself. */
export const PLACEHOLDER_TEXT = 'EPREUVE: contenu retire avant partage / content removed before sharing\n';

/** The same as a page, for what must hold a PDF. */
export const PLACEHOLDER_PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 60]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 63>>stream',
  'BT /F1 12 Tf 20 25 Td (EPREUVE: contenu retire avant partage) Tj ET',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
  '',
].join('\n');
