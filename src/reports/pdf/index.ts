/** The PDF toolkit: what every PDF of the project is written with. */
export { writeExcerpt } from './pdf-excerpt.js';
export { type PdfCell, type PdfColumn, writeTable } from './pdf-table.js';
export { SEVERITY_INKS, SIZE, SOFT, TONE_INKS } from './pdf-theme.js';
export { writeShares, writeVerdict } from './pdf-verdict.js';
export { type FontName, type PdfOptions, type PdfTag, PdfWriter, type TextStyle } from './pdf-writer.js';
