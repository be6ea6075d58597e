/** Tiny files for the examples of level 1 bodies, in base64. */

export function base64(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64');
}

const CATALOG = '1 0 obj\n<</Type/Catalog/Pages 2 0 R{more}>>\nendobj\n';

/** A PDF with these additions to its catalog; enough for what is read of it without rendering. */
export function tinyPdf(more: string, pdfa = '<pdfaid:part>1</pdfaid:part>'): string {
  return base64(`%PDF-1.4\n${CATALOG.replace('{more}', more)}${pdfa}\n%%EOF\n`);
}

/** A PDF of one page with these lines in Helvetica, WinAnsi; `more` stands in its trailer. */
export function textPdf(lines: readonly string[], more = ''): string {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -14 Td`).join('\n');
  const content = `BT /F1 11 Tf 50 780 Td\n${shown}\nET`;
  return base64(
    [
      '%PDF-1.4',
      '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj',
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj',
      '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>\nendobj',
      `4 0 obj\n<</Length ${content.length}>>\nstream\n${content}\nendstream\nendobj`,
      '5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj',
      `trailer\n<</Root 1 0 R${more}>>\n%%EOF\n`,
    ].join('\n'),
  );
}
