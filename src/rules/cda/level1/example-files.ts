/** Tiny files for the examples of level 1 bodies, in base64. */

export function base64(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64');
}

const CATALOG = '1 0 obj\n<</Type/Catalog/Pages 2 0 R{more}>>\nendobj\n';

/** A PDF with these additions to its catalog; enough for what is read of it without rendering. */
export function tinyPdf(more: string, pdfa = '<pdfaid:part>1</pdfaid:part>'): string {
  return base64(`%PDF-1.4\n${CATALOG.replace('{more}', more)}${pdfa}\n%%EOF\n`);
}
