/** Characters between two checkpoints of the byte table. */
const STEP = 2048;

/**
 * Places in a text by character index, told in bytes, lines and columns of the original UTF-8. Tables are built when
 * first asked for: documents without findings never pay for them.
 */
export class TextPositions {
  #lineStarts: readonly number[] | undefined;
  #byteTable: readonly number[] | undefined;
  readonly #isAscii: boolean;

  constructor(
    private readonly text: string,
    byteLength: number,
    /** Bytes before the text: a byte order mark. */
    private readonly lead: number,
  ) {
    this.#isAscii = text.length === byteLength - lead;
  }

  byteOffset(index: number): number {
    if (this.#isAscii) return this.lead + index;
    this.#byteTable ??= tableOf(this.text);
    const row = Math.floor(index / STEP);
    const before = this.#byteTable[row] ?? 0;
    return this.lead + before + Buffer.byteLength(this.text.slice(row * STEP, index));
  }

  /** 1-based line and column, in characters. */
  lineAndColumn(index: number): { line: number; column: number } {
    this.#lineStarts ??= lineStartsOf(this.text);
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (this.#lineStarts[low] ?? 0) + 1 };
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Bytes before each checkpoint. A surrogate pair cut by a checkpoint is counted as its two halves would be. */
function tableOf(text: string): number[] {
  const table = [0];
  let bytes = 0;
  for (let at = STEP; at < text.length; at += STEP) {
    bytes += bytesOf(text, at - STEP, at);
    table.push(bytes);
  }
  return table;
}

function bytesOf(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
