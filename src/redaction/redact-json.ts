import { fhirText } from './fhir-text.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { RedactEmbedded } from './redact-bytes.js';
import { decodeUtf8, parseJson, UnredactableError } from './utf8.js';

/** A JSON document: same keys, numbers and spaces, strings replaced. Throws `UnredactableError` for what is no JSON. */
export function redactJson(bytes: Uint8Array, pseudonyms: Pseudonyms, embedded: RedactEmbedded): Uint8Array {
  const text = decodeUtf8(bytes);
  return Buffer.from(rewrite(text, (keys, value, parent) => fhirText({ keys, value, parent }, pseudonyms, embedded)));
}

/** One document a line. */
export function redactNdjson(bytes: Uint8Array, pseudonyms: Pseudonyms, embedded: RedactEmbedded): Uint8Array {
  const lines = decodeUtf8(bytes).split('\n');
  const redacted = lines.map((line) =>
    line.trim() === '' ? line : Buffer.from(redactJson(Buffer.from(line), pseudonyms, embedded)).toString('utf8'),
  );
  return Buffer.from(redacted.join('\n'));
}

/** Facts of ours in JSON: known identities are replaced in them, the rest stays. */
export function redactFacts(bytes: Uint8Array, pseudonyms: Pseudonyms): Uint8Array {
  const text = decodeUtf8(bytes);
  return Buffer.from(rewrite(text, (_keys, value) => pseudonyms.scrub(value)));
}

type Replace = (keys: readonly string[], value: string, parent: Readonly<Record<string, unknown>>) => string;

/** Rewrites the string values of a JSON text in place. */
function rewrite(text: string, replace: Replace): string {
  const lead = text.startsWith('\ufeff') ? 1 : 0;
  return text.slice(0, lead) + new JsonRewriter(text, lead, parseJson(text.slice(lead)), replace).rewrite();
}

const MAX_DEPTH = 200;
const KEY = /^[A-Za-z_$][\w.-]{0,63}$/;

class JsonRewriter {
  readonly #parts: string[] = [];
  #copied: number;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly root: unknown,
    private readonly replace: Replace,
  ) {
    this.#copied = at;
  }

  rewrite(): string {
    this.#value(this.root, [], {});
    return this.#parts.join('') + this.text.slice(this.#copied);
  }

  /** The text is JSON already: only its tokens are walked, beside the parsed value. */
  #value(value: unknown, keys: readonly string[], parent: Readonly<Record<string, unknown>>): void {
    if (keys.length > MAX_DEPTH) throw new UnredactableError('depth');
    this.#space();
    const first = this.text[this.at];
    if (first === '{') this.#object(value as Record<string, unknown>, keys);
    else if (first === '[') this.#array(value as unknown[], keys, parent);
    else if (first === '"') this.#string(keys, parent);
    else this.#literal(keys, parent);
  }

  #object(value: Readonly<Record<string, unknown>>, keys: readonly string[]): void {
    const seen = new Set<string>();
    this.at += 1;
    for (;;) {
      this.#space();
      if (this.text[this.at] === '}') break;
      const key = this.#read();
      // Two values for one key: readers choose differently.
      if (seen.has(key)) throw new UnredactableError('duplicate key');
      // A key that is a value: a register by patient, for instance.
      if (!KEY.test(key)) throw new UnredactableError('key');
      seen.add(key);
      this.#space();
      this.at += 1;
      this.#value(value[key], [...keys, key], value);
      this.#space();
      if (this.text[this.at] === ',') this.at += 1;
    }
    this.at += 1;
  }

  #array(values: readonly unknown[], keys: readonly string[], parent: Readonly<Record<string, unknown>>): void {
    this.at += 1;
    for (let index = 0; ; index += 1) {
      this.#space();
      if (this.text[this.at] === ']') break;
      this.#value(values[index], keys, parent);
      this.#space();
      if (this.text[this.at] === ',') this.at += 1;
    }
    this.at += 1;
  }

  #string(keys: readonly string[], parent: Readonly<Record<string, unknown>>): void {
    const start = this.at;
    const before = this.#read();
    const after = this.replace(keys, before, parent);
    if (after === before) return;
    this.#parts.push(this.text.slice(this.#copied, start), JSON.stringify(after));
    this.#copied = this.at;
  }

  /** A long whole number is an identifier somebody did not quote; other numbers are measures. */
  #literal(keys: readonly string[], parent: Readonly<Record<string, unknown>>): void {
    const start = this.at;
    while (!/[\s,\]}]|^$/.test(this.text[this.at] ?? '')) this.at += 1;
    const token = this.text.slice(start, this.at);
    if (!/^\d{9,}$/.test(token)) return;
    const after = this.replace([...keys, 'id'], token, parent);
    this.#parts.push(this.text.slice(this.#copied, start), after);
    this.#copied = this.at;
  }

  #read(): string {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) if (this.text[this.at] === '\\') this.at += 1;
    this.at += 1;
    return JSON.parse(this.text.slice(start, this.at)) as string;
  }

  #space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}
