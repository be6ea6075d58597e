import { type EpreuveError, isEpreuveError, makeError } from '../../core/index.js';
import type { FhirDocument } from './document.js';
import { DEFAULT_FHIR_LIMITS } from './limits.js';
import { type ReadFhirOptions, readFhirJson } from './read-json.js';

/** One line of an NDJSON file: a resource, or why it cannot be read. Blank lines are passed over. */
export type NdjsonLine = {
  /** 1-based line of the file. */
  readonly line: number;
  /** Byte offset of the line in the file. */
  readonly offset: number;
} & (
  | { readonly document: FhirDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: EpreuveError }
);

type Bounds = Omit<ReadFhirOptions, 'origin'>;

/**
 * Reads NDJSON chunk by chunk; at most one line is held. A line above `maxBytes` is passed over and told as
 * `fhir-too-large`. Errors of a line never stop the file.
 */
export async function* readFhirNdjson(
  chunks: AsyncIterable<Uint8Array>,
  options: Bounds = {},
): AsyncGenerator<NdjsonLine> {
  const cutter = new LineCutter(options);
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

/** The same for bytes at hand. */
export function* splitFhirNdjson(bytes: Uint8Array, options: Bounds = {}): Generator<NdjsonLine> {
  const cutter = new LineCutter(options);
  yield* cutter.push(bytes);
  yield* cutter.end();
}

const LINE_FEED = 10;

class LineCutter {
  readonly #maxBytes: number;
  #held: Uint8Array[] = [];
  /** Bytes of the line so far, those passed over included. */
  #size = 0;
  #line = 1;
  #offset = 0;

  constructor(private readonly options: Bounds) {
    this.#maxBytes = options.maxBytes ?? DEFAULT_FHIR_LIMITS.maxBytes;
  }

  *push(chunk: Uint8Array): Generator<NdjsonLine> {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      this.#hold(chunk.subarray(from, at), false);
      yield* this.#take(1);
      from = at + 1;
    }
    this.#hold(chunk.subarray(from), true);
  }

  *end(): Generator<NdjsonLine> {
    yield* this.#take(0);
  }

  #hold(part: Uint8Array, willWait: boolean): void {
    this.#size += part.byteLength;
    if (part.byteLength === 0) return;
    if (this.#size > this.#maxBytes) this.#held = [];
    // A part that waits for its end is copied: the chunk may be reused, and would be kept whole otherwise.
    else this.#held.push(willWait ? part.slice() : part);
  }

  *#take(lineEnd: number): Generator<NdjsonLine> {
    const place = { line: this.#line, offset: this.#offset };
    const size = this.#size;
    const [first] = this.#held;
    const bytes = this.#held.length === 1 && first ? first : Buffer.concat(this.#held);
    this.#held = [];
    this.#size = 0;
    this.#line += 1;
    this.#offset += size + lineEnd;
    if (size > this.#maxBytes) {
      yield { ...place, error: makeError('fhir-too-large', { size, limit: this.#maxBytes }) };
    } else if (!isBlank(bytes)) yield this.#read(bytes, place);
  }

  #read(bytes: Uint8Array, place: { readonly line: number; readonly offset: number }): NdjsonLine {
    try {
      return { ...place, document: readFhirJson(bytes, { ...this.options, origin: place }) };
    } catch (error) {
      if (!isEpreuveError(error, 'document')) throw error;
      return { ...place, error };
    }
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 13 || byte === 9);
}
