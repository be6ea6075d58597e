import type { Excerpt, Finding, RunResult } from '../core/index.js';
import { type Piece, rewriteExcerpt } from './excerpt-pieces.js';
import type { LineMark } from './whole-message.js';

/**
 * Characters a document must not bring into a report: controls (they drive terminals and are forbidden in XML),
 * direction marks (they make text read differently from what it is), lone surrogates and non-characters.
 */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Shows unprintable characters as `\x0b` or `\u202e`. */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * The same result with every text printable on one line: for every report but JSON. The whole result is walked, so
 * that a title or a file name chosen by the tested side cannot slip through.
 */
export function printableResult(result: RunResult): RunResult {
  const { findings, ...rest } = result;
  const walker = new Walker();
  return { ...walker.walk(rest), findings: findings.map((finding) => printableFinding(finding, walker)) };
}

function printableFinding(finding: Finding, walker: Walker): Finding {
  const { excerpt, ...rest } = finding;
  return { ...walker.walk(rest), ...(excerpt && { excerpt: printableExcerpt(excerpt) }) };
}

function printableExcerpt(excerpt: Excerpt): Excerpt {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of excerpt.text.matchAll(UNPRINTABLE)) {
    const plain = excerpt.text.slice(last, match.index);
    pieces.push({ raw: plain, shown: plain }, { raw: match[0], shown: escapeCharacter(match[0]) });
    last = match.index + match[0].length;
  }
  const tail = excerpt.text.slice(last);
  return rewriteExcerpt(excerpt, [...pieces, { raw: tail, shown: tail }]);
}

/** A line of a document made printable, its marks moved along. */
export function printableLine(
  text: string,
  marks: readonly LineMark[],
): { readonly text: string; readonly marks: readonly LineMark[] } {
  const moved = marks.map(({ start, length }) => printableExcerpt({ text, start, length }));
  return { text: toPrintable(text), marks: moved.map(({ start, length }) => ({ start, length })) };
}

/**
 * Makes every text of a value printable. What is printable already stays the object it was, and an object met again is
 * not walked again: the result of a file of 100,000 messages holds the same few outcomes and texts in each item.
 */
class Walker {
  readonly #walked = new Map<object, unknown>();

  walk<Value>(value: Value): Value;
  walk(value: unknown): unknown {
    if (typeof value === 'string') return toPrintable(value);
    if (typeof value !== 'object' || value === null) return value;
    const before = this.#walked.get(value);
    if (before !== undefined) return before;
    const walked = Array.isArray(value) ? this.#walkList(value) : this.#walkRecord(value);
    this.#walked.set(value, walked);
    return walked;
  }

  #walkList(list: readonly unknown[]): readonly unknown[] {
    const walked = list.map((each) => this.walk(each));
    return walked.every((each, index) => each === list[index]) ? list : walked;
  }

  #walkRecord(record: object): object {
    const entries = Object.entries(record);
    let isSame = true;
    const walked = entries.map(([key, each]): [string, unknown] => {
      const name = toPrintable(key);
      const printable = this.walk(each);
      const shown = key === 'fr' && typeof printable === 'string' ? toFrenchSpacing(printable) : printable;
      isSame &&= name === key && shown === each;
      return [name, shown];
    });
    return isSame ? record : Object.fromEntries(walked);
  }
}

/** No line may start with a double punctuation mark; texts under a `fr` key are ours, not a document's. */
function toFrenchSpacing(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
}
