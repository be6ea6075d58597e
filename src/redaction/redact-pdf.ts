import { pdfFactsOf } from '../formats/pdf/pdf-facts.js';
import { pdfTextOf } from '../formats/pdf/pdf-text.js';
import { PLACEHOLDER_TEXT } from './placeholders.js';
import type { Pseudonyms } from './pseudonyms.js';

const LINES_A_PAGE = 56;
const LINE_LENGTH = 90;
/** Beyond this, a copy says enough. */
const MAX_PAGES = 200;

/**
 * A PDF of text alone in place of a PDF carried by a document: its words hidden but for known identities, which become
 * those of the rest of the copy. Number of pages, language and what it declares of PDF/A stay as they were, so that
 * judging the copy comes to the same end; pictures, fonts and active parts are gone, and its first line says so.
 */
export function redactPdf(bytes: Uint8Array, pseudonyms: Pseudonyms): Uint8Array {
  const { pages, language, pdfaPart } = pdfFactsOf(bytes);
  const read = pdfTextOf(bytes);
  const text = read.unreadable === undefined ? pseudonyms.freeText(read.text) : '';
  // A PDF of pictures stays one without text.
  const lines = text.trim() === '' ? [] : [PLACEHOLDER_TEXT.trim(), ...wrap(text)];
  const count = Math.min(MAX_PAGES, Math.max(1, pages, Math.ceil(lines.length / LINES_A_PAGE)));
  const sheets = Array.from({ length: count }, (_, at) => lines.slice(at * LINES_A_PAGE, (at + 1) * LINES_A_PAGE));
  return writePdf(sheets, { language, pdfaPart });
}

function wrap(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => line.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'gu')) ?? []);
}

interface Declared {
  readonly language: string | undefined;
  readonly pdfaPart: string | undefined;
}

/** Objects in order: catalog, pages, font, metadata, then a page and its content for each sheet. */
function writePdf(sheets: readonly (readonly string[])[], { language, pdfaPart }: Declared): Uint8Array {
  const kids = sheets.map((_, at) => `${5 + at * 2} 0 R`).join(' ');
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${pdfaPart === undefined ? '' : '/Metadata 4 0 R'}${language === undefined ? '' : `/Lang(${language})`}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${sheets.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream(pdfaPart === undefined ? '' : metadata(pdfaPart), '/Type/Metadata/Subtype/XML'),
    ...sheets.flatMap((lines, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${6 + at * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      stream(
        lines.length === 0
          ? ''
          : `BT /F1 10 Tf 14 TL 40 800 Td ${lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')} ET`,
      ),
    ]),
  ];
  return assemble(objects);
}

function assemble(objects: readonly string[]): Uint8Array {
  let text = `%PDF-1.4\n% ${PLACEHOLDER_TEXT}`;
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, 'latin1');
}

function stream(content: string, more = ''): string {
  return `<<${more}/Length ${content.length}>>stream\n${content}\nendstream`;
}

/** Characters Helvetica lacks are not needed: words are hidden, and pseudonyms are Latin. */
function escaped(line: string): string {
  return line.replace(/[^\x20-\x7e\u00a0-\u00ff]/g, '?').replace(/[\\()]/g, '\\$&');
}

function metadata(part: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>`;
}
