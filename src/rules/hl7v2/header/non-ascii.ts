const BEYOND_ASCII = /[\x80-\xff]/;

/** True when some byte of a message (`raw`, one character per byte) is not ASCII. */
export function hasNonAscii(raw: string): boolean {
  return BEYOND_ASCII.test(raw);
}
