/** Bytes of a violation kept for evidence. */
export const KEPT_BYTES = 4096;

const EMPTY = new Uint8Array(0);
const SMALL_PIECE = 1024;
const LARGEST_BLOCK = 64 * 1024;

/**
 * Bytes of one frame as they arrive. Large pieces are kept by reference; small ones are packed into blocks,
 * because a peer that sends one byte per packet would otherwise make us hold one object per byte.
 * The pieces are joined once, by `finish`.
 */
export class ByteSpan {
  #parts: Uint8Array[] = [];
  #block: Uint8Array = EMPTY;
  #used = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The bytes must not be changed by the caller afterwards. */
  append(piece: Uint8Array): void {
    this.#length += piece.length;
    if (piece.length < SMALL_PIECE) this.#pack(piece);
    else {
      this.#closeBlock();
      this.#parts.push(piece);
    }
  }

  /** Everything appended followed by `last`; the span is empty afterwards. What is returned holds at most twice its size. */
  finish(last: Uint8Array): Uint8Array {
    if (this.#length === 0) return kept(last);
    const whole = new Uint8Array(this.#length + last.length);
    whole.set(last, this.#copyTo(whole));
    this.clear();
    return whole;
  }

  /** The first bytes, at most `KEPT_BYTES`, after the `prefix` byte. */
  head(prefix: number): Uint8Array {
    const head = new Uint8Array(Math.min(this.#length + 1, KEPT_BYTES));
    head[0] = prefix;
    this.#copyTo(head.subarray(1));
    return head;
  }

  clear(): void {
    if (this.#length === 0) return;
    this.#parts = [];
    this.#block = EMPTY;
    this.#used = 0;
    this.#length = 0;
  }

  #pack(piece: Uint8Array): void {
    if (this.#used + piece.length > this.#block.length) {
      const size = Math.min(LARGEST_BLOCK, Math.max(SMALL_PIECE, this.#length * 2));
      this.#closeBlock();
      this.#block = new Uint8Array(size);
    }
    this.#block.set(piece, this.#used);
    this.#used += piece.length;
  }

  #closeBlock(): void {
    if (this.#used > 0) this.#parts.push(this.#block.subarray(0, this.#used));
    this.#block = EMPTY;
    this.#used = 0;
  }

  /** Copies as much as fits; returns how much that was. */
  #copyTo(target: Uint8Array): number {
    let at = 0;
    for (const part of [...this.#parts, this.#block.subarray(0, this.#used)]) {
      const fitting = part.subarray(0, target.length - at);
      target.set(fitting, at);
      at += fitting.length;
      if (at === target.length) break;
    }
    return at;
  }
}

/**
 * Most frames fill the packet they came in: a view of it costs no copy. A small frame in a large packet is copied, because
 * whoever keeps the frame would keep the packet.
 */
function kept(piece: Uint8Array): Uint8Array {
  const isMost = piece.length * 2 >= piece.buffer.byteLength;
  return isMost ? new Uint8Array(piece.buffer, piece.byteOffset, piece.length) : new Uint8Array(piece);
}
