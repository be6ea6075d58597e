import { inflateSync } from 'node:zlib';
import { PdfLexer, type PdfValue } from './pdf-lexer.js';

/** An indirect object: its value and, for a stream, its bytes as stored. */
interface PdfObject {
  readonly value: PdfValue;
  readonly stream?: Buffer;
}

/** Compressed parts are opened up to these many bytes: a document must not be able to fill the memory. */
const MAX_STREAM = 4 * 1024 * 1024;
const MAX_OPENED = 16 * 1024 * 1024;
const MAX_OBJECTS = 100_000;

/**
 * The objects of a PDF, read in one pass over the bytes: neither the cross-reference table nor repairs. An object
 * given twice is the last one, as an incremental update means it. Nothing is thrown, whatever the bytes.
 */
export class PdfFile {
  readonly #objects = new Map<number, PdfObject>();
  #opened = 0;
  readonly isEncrypted: boolean;

  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const text = buffer.toString('latin1');
    this.isEncrypted = /\/Encrypt(?![A-Za-z])/.test(text);
    this.#readObjects(text, buffer);
    if (!this.isEncrypted) for (const object of [...this.#objects.values()]) this.#openObjectStream(object);
  }

  /** Pages in the order of their objects, which is that of the file. */
  get pages(): readonly PdfValue[] {
    return [...this.#objects.values()].map(({ value }) => value).filter((value) => this.#isA(value, 'Page'));
  }

  /** The value a reference names, or the value itself. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let current = value;
    for (let step = 0; current?.kind === 'reference' && step < 10; step++) {
      current = this.#objects.get(current.value)?.value;
    }
    return current?.kind === 'reference' ? undefined : current;
  }

  /** An entry of a dictionary, resolved. */
  get(dictionary: PdfValue | undefined, key: string): PdfValue | undefined {
    const resolved = this.resolve(dictionary);
    return resolved?.kind === 'dictionary' ? this.resolve(resolved.entries.get(key)) : undefined;
  }

  /** Content of the stream a reference names; undefined when it is none, or packed in another way than Flate. */
  streamOf(value: PdfValue | undefined): string | undefined {
    const object = value?.kind === 'reference' ? this.#objects.get(value.value) : undefined;
    return object && this.#open(object);
  }

  #isA(value: PdfValue, type: string): boolean {
    const word = this.get(value, 'Type');
    return word?.kind === 'name' && word.value === type;
  }

  #readObjects(text: string, buffer: Buffer): void {
    const heads = /(\d{1,10})\s+\d{1,5}\s+obj\b/g;
    for (let head = heads.exec(text); head && this.#objects.size < MAX_OBJECTS; head = heads.exec(text)) {
      const lexer = new PdfLexer(text, heads.lastIndex);
      const value = lexer.next();
      if (!value) return;
      const stream = streamAfter(text, lexer.at, value);
      this.#objects.set(Number(head[1]), {
        value,
        ...(stream && { stream: buffer.subarray(stream.start, stream.end) }),
      });
      heads.lastIndex = Math.max(heads.lastIndex, stream?.end ?? lexer.at);
    }
  }

  /** Objects of a PDF 1.5 object stream: `number offset` pairs, then the objects. */
  #openObjectStream(object: PdfObject): void {
    if (!this.#isA(object.value, 'ObjStm')) return;
    const text = this.#open(object);
    const [count, first] = [this.get(object.value, 'N'), this.get(object.value, 'First')];
    if (text === undefined || count?.kind !== 'number' || first?.kind !== 'number') return;
    const head = new PdfLexer(text);
    for (let index = 0; index < count.value && this.#objects.size < MAX_OBJECTS; index++) {
      const [number, offset] = [head.next(), head.next()];
      if (number?.kind !== 'number' || offset?.kind !== 'number') return;
      const value = new PdfLexer(text, first.value + offset.value).next();
      if (value && !this.#objects.has(number.value)) this.#objects.set(number.value, { value });
    }
  }

  #open({ value, stream }: PdfObject): string | undefined {
    if (!stream || this.#opened > MAX_OPENED) return undefined;
    const filter = this.get(value, 'Filter');
    const names = filter?.kind === 'array' ? filter.items.map((item) => this.resolve(item)) : filter ? [filter] : [];
    let bytes: Buffer = stream;
    for (const name of names) {
      if (name?.kind !== 'name' || !/^(FlateDecode|Fl)$/.test(name.value)) return undefined;
      const opened = inflate(bytes);
      if (!opened) return undefined;
      bytes = opened;
    }
    this.#opened += bytes.length;
    return bytes.toString('latin1');
  }
}

function inflate(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_STREAM });
  } catch {
    // Not deflated, damaged or too large: what it holds stays unknown.
    return undefined;
  }
}

/** Where the bytes of a stream lie: by /Length when that ends at `endstream`, else up to the next `endstream`. */
function streamAfter(text: string, at: number, value: PdfValue): { start: number; end: number } | undefined {
  const word = /^\s*stream\r?\n?/.exec(text.slice(at, at + 40))?.[0];
  if (word === undefined || value.kind !== 'dictionary') return undefined;
  const start = at + word.length;
  const length = value.entries.get('Length');
  if (length?.kind === 'number' && /^\s*endstream/.test(text.slice(start + length.value, start + length.value + 20))) {
    return { start, end: start + length.value };
  }
  const end = text.indexOf('endstream', start);
  return end < 0 ? undefined : { start, end };
}
