import type { Finding } from '../core/index.js';
import type { ReportMessage } from './assets.js';

/** A part of a line that a finding points at, in characters. */
export interface LineMark {
  readonly start: number;
  readonly length: number;
}

/** One line of a document with the places findings point at. */
export interface MarkedLine {
  /** 1-based. */
  readonly number: number;
  /** As the document has it: not yet printable. */
  readonly text: string;
  readonly marks: readonly LineMark[];
}

/**
 * The lines of the document, all faults marked at their own bytes; of a file of messages only the message that the
 * findings point into. Findings inside a carried document are at lines of their own: they are not marked.
 */
export function markedLines({ text, encoding }: ReportMessage, findings: readonly Finding[]): MarkedLine[] {
  const direct = findings.filter(({ location }) => !location.within);
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ number: index + 1, text: line }));
  const [first, last] = spanOf(lines, direct);
  return lines.slice(first, last).map((line) => ({
    ...line,
    marks: direct
      .filter(({ location }) => location.line === line.number)
      .map(({ location: { column, length } }) => {
        const start = Math.min(column - 1, line.text.length);
        return { start, length: charactersIn(line.text.slice(start), length, encoding) };
      }),
  }));
}

const HEADER = /^[\ufeff\v]?MSH[^A-Za-z0-9]/;

function spanOf(lines: readonly { readonly text: string }[], findings: readonly Finding[]): [number, number] {
  if (!findings.some(({ location }) => location.format === 'hl7v2')) return [0, lines.length];
  const at = findings.map(({ location }) => location.line - 1);
  const isHeader = ({ text }: { readonly text: string }) => HEADER.test(text);
  const first = lines.slice(0, Math.min(...at) + 1).findLastIndex(isHeader);
  const after = Math.max(...at, first) + 1;
  const next = lines.slice(after).findIndex(isHeader);
  return [Math.max(0, first), next < 0 ? lines.length : after + next];
}

/** How many characters the first `bytes` bytes of a text are. */
function charactersIn(text: string, bytes: number, encoding: ReportMessage['encoding']): number {
  if (encoding === 'latin1') return Math.min(bytes, text.length);
  let characters = 0;
  let left = bytes;
  for (const character of text) {
    if (left <= 0) break;
    const code = character.codePointAt(0) ?? 0;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    characters += character.length;
  }
  return characters;
}
