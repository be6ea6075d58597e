import { type AttributeRow, isSchemaPrefix, type Occurs, type Particle } from './schema-model.js';

/** Where and why the text of a class is wrong; `at` is the character position, from 0. */
export class ContentTextError extends Error {
  constructor(
    readonly at: number,
    readonly token: string,
  ) {
    super(`unexpected ${token} at ${at}`);
    this.name = 'ContentTextError';
  }
}

const TOKEN =
  /[ \t]*(?:(@[A-Za-z][\w.]*)|([A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)|(\d+\.\.(?:\d+|\*)|[?*+])|([(),|\n]))/y;

interface Token {
  readonly kind: 'group' | 'name' | 'card' | 'mark' | 'end';
  readonly text: string;
  readonly at: number;
}

function* tokens(text: string): Generator<Token> {
  const pattern = new RegExp(TOKEN);
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new ContentTextError(at, text.slice(at).trim().slice(0, 20));
    const [whole, group, name, card, mark] = match;
    const kind = group ? 'group' : name ? 'name' : card ? 'card' : 'mark';
    yield { kind, text: (group ?? name ?? card ?? mark ?? '') as string, at };
    at += whole.length;
  }
  yield { kind: 'end', text: '', at: end };
}

/**
 * Parses the children of a class: `id II *`, `( a A | b B ) ?`, `@group`, separated by commas or new lines.
 * Throws a ContentTextError.
 */
export function parseChildren(text: string): readonly Particle[] {
  const parser = new ContentParser([...tokens(text)]);
  return parser.sequenceToEnd();
}

/** Nesting in the files is 3 at most; a hostile overlay must not exhaust the stack. */
const MAX_DEPTH = 20;

class ContentParser {
  #next = 0;
  #depth = 0;

  constructor(private readonly list: readonly Token[]) {}

  sequenceToEnd(): readonly Particle[] {
    const parts = this.#sequence();
    if (this.#peek().kind !== 'end') throw this.#unexpected();
    return parts;
  }

  #sequence(): Particle[] {
    const parts: Particle[] = [];
    for (;;) {
      while (this.#isMark(',') || this.#isMark('\n')) this.#next += 1;
      if (this.#peek().kind === 'end' || this.#isMark(')') || this.#isMark('|')) return parts;
      parts.push(this.#particle());
      if (!this.#isMark(',') && !this.#isMark('\n') && !this.#isMark(')') && !this.#isMark('|')) {
        if (this.#peek().kind !== 'end') throw this.#unexpected();
      }
    }
  }

  #particle(): Particle {
    const token = this.#take();
    if (token.kind === 'group') return { kind: 'group', name: token.text.slice(1), ...this.#occurs() };
    if (token.kind === 'mark' && token.text === '(') return this.#choice();
    if (token.kind !== 'name') throw new ContentTextError(token.at, token.text);
    const [first = '', second] = token.text.split(':');
    const type = this.#take();
    if (type.kind !== 'name' || (second !== undefined && !isSchemaPrefix(first)))
      throw new ContentTextError(token.at, token.text);
    const prefixed = second !== undefined && isSchemaPrefix(first) ? { name: second, prefix: first } : { name: first };
    return { kind: 'element', ...prefixed, type: type.text, ...this.#occurs() };
  }

  #choice(): Particle {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw this.#unexpected();
    const parts = [this.#alternative()];
    while (this.#isMark('|')) {
      this.#next += 1;
      parts.push(this.#alternative());
    }
    if (!this.#isMark(')')) throw this.#unexpected();
    this.#next += 1;
    this.#depth -= 1;
    return { kind: 'choice', parts, ...this.#occurs() };
  }

  #alternative(): Particle {
    const start = this.#peek();
    const parts = this.#sequence();
    const [only] = parts;
    if (only === undefined) throw new ContentTextError(start.at, start.text);
    return parts.length === 1 ? only : { kind: 'sequence', parts, min: 1, max: 1 };
  }

  #occurs(): Occurs {
    if (this.#peek().kind !== 'card') return { min: 1, max: 1 };
    const card = this.#take();
    if (card.text === '?') return { min: 0, max: 1 };
    if (card.text === '*') return { min: 0, max: null };
    if (card.text === '+') return { min: 1, max: null };
    const [min, max] = card.text.split('..');
    return { min: Number(min), max: max === '*' ? null : Number(max) };
  }

  #peek(): Token {
    return this.list[this.#next] ?? { kind: 'end', text: '', at: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #isMark(text: string): boolean {
    const token = this.#peek();
    return token.kind === 'mark' && token.text === text;
  }

  #unexpected(): ContentTextError {
    const token = this.#peek();
    return new ContentTextError(token.at, token.text === '' ? 'end' : token.text);
  }
}

const FIXED = /^([A-Za-z][\w.-]*)(?:\s+([A-Za-z][\w.:-]*))?\s*=\s*([^\s!]+)\s*(!?)$/;
const ATTRIBUTE = /^([A-Za-z][\w.-]*)\s+([A-Za-z][\w.:-]*)\s*(!?)$/;

/** Parses attributes: `root uid`, `typeCode X!`, `classCode = OBS`, `root uid = 1.2`, `@group`. Throws a ContentTextError. */
export function parseAttributes(text: string): readonly AttributeRow[] {
  const rows: AttributeRow[] = [];
  let at = 0;
  for (const piece of text.split(/[,\n]/)) {
    const written = piece.trim();
    if (written !== '') rows.push(parseAttribute(written, at));
    at += piece.length + 1;
  }
  return rows;
}

function parseAttribute(text: string, at: number): AttributeRow {
  if (/^@[A-Za-z]\w*$/.test(text)) return { kind: 'group', name: text.slice(1) };
  const fixed = FIXED.exec(text);
  if (fixed) {
    const [, name = '', type = 'xs:token', value = '', mark] = fixed;
    return { kind: 'fixed', name, type, value, required: mark === '!' };
  }
  const attribute = ATTRIBUTE.exec(text);
  if (!attribute) throw new ContentTextError(at, text.slice(0, 40));
  const [, name = '', type = '', mark] = attribute;
  return { kind: 'attribute', name, type, required: mark === '!' };
}
