import { SIZE, SOFT } from '../../reports/pdf/index.js';
import { type Declaration, writeDeclaration } from '../declarations.js';
import { openPage, type PageContext } from './pdf-parts.js';

/** A declaration to print and sign: one page, the place for date and signature left free. */
export function renderDeclarationPdf(declaration: Declaration, context: PageContext): Uint8Array {
  const { assessed, language } = context;
  const { title, body, basis, signature } = writeDeclaration(declaration, assessed, language);
  const fr = language === 'fr';
  const mark = declaration.state === 'signed' ? '' : fr ? 'À SIGNER' : 'TO SIGN';
  const writer = openPage(context, title, mark);
  writer.heading(title, 1);
  writer.space(12);
  for (const part of body) writer.paragraph(part, { size: 11, after: 12 });
  writer.space(18);
  for (const part of signature) writer.paragraph(part, { size: 11, after: 22 });
  writer.space(70);
  writer.rule();
  writer.paragraph(basis, { size: SIZE.small, colour: SOFT });
  const words = fr
    ? 'Modèle d’Épreuve : le modèle de l’ANS, s’il en existe un, le remplace.'
    : 'Template of Épreuve: that of ANS, when there is one, replaces it.';
  writer.paragraph(words, { size: SIZE.small, colour: SOFT });
  return writer.toBytes();
}
