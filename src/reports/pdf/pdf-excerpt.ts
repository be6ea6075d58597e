import type { Excerpt } from '../../core/index.js';
import { CODE_GROUND, INK, MARGIN, MARK, SIZE, SOFT } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

const LINE_HEIGHT = SIZE.code * 1.5;
const GUTTER = 34;

/** A line of a document in a fixed font, its faulty part marked; a long line goes on below. */
export function writeExcerpt(writer: PdfWriter, { text, start, length }: Excerpt, lineNumber: number): void {
  const letter = writer.use({ font: 'mono', size: SIZE.code }).widthOfString('0');
  const perLine = Math.max(20, Math.floor((writer.width - GUTTER - 8) / letter));
  const lines: string[] = [];
  for (let at = 0; at < Math.max(1, text.length); at += perLine) lines.push(text.slice(at, at + perLine));
  const element = writer.open('Code');
  for (const [index, line] of lines.entries()) {
    writer.ensureRoom(LINE_HEIGHT);
    const fault = { start: start - index * perLine, length };
    const number = index === 0 ? String(lineNumber) : '';
    element.add(writer.element('P', () => writeLine(writer, line, number, fault, letter)));
  }
  element.end();
  writer.space(4);
}

/** `fault` counts from the start of this line and may lie outside it. */
function writeLine(
  writer: PdfWriter,
  line: string,
  number: string,
  fault: { readonly start: number; readonly length: number },
  letter: number,
): void {
  const { doc } = writer;
  const { y } = doc;
  const left = MARGIN.left + GUTTER;
  doc.rect(MARGIN.left, y, writer.width, LINE_HEIGHT).fill(CODE_GROUND);
  const from = Math.max(0, fault.start);
  const to = Math.min(line.length, fault.start + fault.length);
  if (to > from) doc.rect(left + from * letter, y + 0.5, (to - from) * letter, LINE_HEIGHT - 1).fill(MARK);
  else if (fault.length === 0 && fault.start >= 0 && fault.start <= line.length) {
    doc.rect(left + fault.start * letter - 0.8, y + 0.5, 1.6, LINE_HEIGHT - 1).fill('#b3261e');
  }
  const textY = y + (LINE_HEIGHT - SIZE.code) / 2 - 1;
  if (number !== '') {
    writer.use({ font: 'mono', size: SIZE.code - 1, colour: SOFT });
    doc.text(number, MARGIN.left, textY + 0.5, { width: GUTTER - 8, align: 'right', lineBreak: false });
  }
  writer.use({ font: 'mono', size: SIZE.code, colour: INK });
  if (line !== '') doc.text(line, left, textY, { lineBreak: false });
  doc.x = MARGIN.left;
  doc.y = y + LINE_HEIGHT;
}
