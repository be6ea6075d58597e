/**
 * Finds the next place of one byte in a chunk, walking forward. What was found is kept until it is passed, so that a chunk is
 * searched once however often we ask: no input costs more than its length.
 */
export class NextByte {
  readonly #byte: number;
  #chunk: Uint8Array = new Uint8Array(0);
  #found = 0;

  constructor(byte: number) {
    this.#byte = byte;
  }

  restart(chunk: Uint8Array): void {
    this.#chunk = chunk;
    this.#found = -1;
  }

  /** The first place at or after `at`, else the length of the chunk. */
  from(at: number): number {
    if (this.#found < at) {
      const found = this.#chunk.indexOf(this.#byte, at);
      this.#found = found < 0 ? this.#chunk.length : found;
    }
    return this.#found;
  }
}
