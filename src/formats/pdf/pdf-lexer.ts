/** A value of PDF syntax (ISO 32000-1 §7.3), or an operator of a content stream. Strings hold one character a byte. */
export type PdfValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'reference'; readonly value: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> };

/** Arrays and dictionaries inside one another; real files stay far below. */
const MAX_DEPTH = 30;
const BLANK = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads values from text of one character a byte. Whatever the text, it ends and throws nothing. */
export class PdfLexer {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** The next value; undefined at the end. A closing bracket too many is skipped. */
  next(depth = 0): PdfValue | undefined {
    for (;;) {
      this.#skipBlanks();
      if (this.at >= this.text.length) return undefined;
      const value = this.#read(depth);
      if (value) return value;
    }
  }

  #read(depth: number): PdfValue | undefined {
    const { text, at } = this;
    const two = text.slice(at, at + 2);
    if (two === '<<') return this.#dictionary(depth);
    if (two === '>>') return this.#skip(2);
    switch (text[at]) {
      case '(':
        return { kind: 'string', value: this.#literal() };
      case '<':
        return { kind: 'string', value: this.#hexadecimal() };
      case '/':
        return { kind: 'name', value: this.#name() };
      case '[':
        return this.#array(depth);
      case ')':
      case ']':
      case '>':
      case '{':
      case '}':
        return this.#skip(1);
      default:
        return this.#word();
    }
  }

  #skip(count: number): undefined {
    this.at += count;
    return undefined;
  }

  #skipBlanks(): void {
    const { text } = this;
    while (this.at < text.length) {
      const character = text[this.at] ?? '';
      if (character === '%') {
        while (this.at < text.length && !/[\r\n]/.test(text[this.at] ?? '')) this.at += 1;
      } else if (BLANK.test(character)) this.at += 1;
      else return;
    }
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    return { kind: 'array', items: this.#until(']', depth) };
  }

  #dictionary(depth: number): PdfValue {
    this.at += 2;
    const items = this.#until('>>', depth);
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const [key, value] = [items[index], items[index + 1]];
      if (key?.kind === 'name' && value) entries.set(key.value, value);
    }
    return { kind: 'dictionary', entries };
  }

  /** Values up to a closing bracket; `12 0 R` becomes a reference. */
  #until(close: string, depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      this.#skipBlanks();
      if (this.at >= this.text.length) return items;
      if (this.text.startsWith(close, this.at)) {
        this.at += close.length;
        return items;
      }
      const before = this.at;
      const value = depth < MAX_DEPTH ? this.#read(depth + 1) : this.#skip(1);
      if (value?.kind === 'word' && value.value === 'R' && items.length >= 2) {
        items.pop();
        const number = items.pop();
        items.push({ kind: 'reference', value: number?.kind === 'number' ? number.value : -1 });
      } else if (value) items.push(value);
      if (this.at === before) this.at += 1;
    }
  }

  #name(): string {
    const start = this.at + 1;
    this.at = start;
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at] ?? '')) this.at += 1;
    return this.text
      .slice(start, this.at)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  }

  #word(): PdfValue {
    const start = this.at;
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at] ?? '')) this.at += 1;
    const word = this.text.slice(start, this.at);
    return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)
      ? { kind: 'number', value: Number(word) }
      : { kind: 'word', value: word };
  }

  #hexadecimal(): string {
    const end = this.text.indexOf('>', this.at);
    const stop = end < 0 ? this.text.length : end;
    const digits = this.text.slice(this.at + 1, stop).replace(/[^0-9A-Fa-f]/g, '');
    this.at = stop + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
  }

  #literal(): string {
    const { text } = this;
    const parts: string[] = [];
    let open = 1;
    this.at += 1;
    while (this.at < text.length) {
      const character = text[this.at] ?? '';
      this.at += 1;
      if (character === '\\') parts.push(this.#escaped());
      else {
        if (character === '(') open += 1;
        if (character === ')') open -= 1;
        if (open === 0) break;
        parts.push(character);
      }
    }
    return parts.join('');
  }

  #escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    const character = this.text[this.at] ?? '';
    this.at += 1;
    if (character === '\r' && this.text[this.at] === '\n') this.at += 1;
    return ESCAPES[character] ?? character;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
};
