/** PEM texts, read in one pass: a hostile text costs no more than its length. */

export interface PemBlock {
  /** E.g. `CERTIFICATE`, `PRIVATE KEY`. */
  readonly label: string;
  /** The whole block with its two marks and a line end. */
  readonly text: string;
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
/** Longest label in use, with room. */
const LABEL_LIMIT = 64;

/** Blocks in the order of the text; anything between them (comments, `openssl x509 -text`) is passed over. */
export function readPemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  let start = text.indexOf(BEGIN);
  while (start !== -1) {
    const labelEnd = text.indexOf(DASHES, start + BEGIN.length);
    const end = text.indexOf(END, start + BEGIN.length);
    if (labelEnd === -1 || end === -1) return blocks;
    const label = text.slice(start + BEGIN.length, Math.min(labelEnd, start + BEGIN.length + LABEL_LIMIT));
    const close = `${END}${label}${DASHES}`;
    if (labelEnd < end && text.startsWith(close, end)) {
      blocks.push({ label, text: `${text.slice(start, end + close.length)}\n` });
    }
    start = text.indexOf(BEGIN, end + END.length);
  }
  return blocks;
}

export function isPem(text: string): boolean {
  return text.includes(BEGIN);
}

/** Writes DER as a PEM block: 64 characters a line, a line end after the last mark. */
export function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`${BEGIN}${label}${DASHES}`, ...lines, `${END}${label}${DASHES}`, ''].join('\n');
}
