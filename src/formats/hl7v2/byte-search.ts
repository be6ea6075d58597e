/** Next places of a byte, asked from offset to offset: as long as offsets do not go back, each byte is looked at once. */
export class ByteSearch {
  readonly #found = new Map<number, number>();

  constructor(readonly bytes: Uint8Array) {}

  /** The first place of the byte from there on; the end when there is none. */
  next(byte: number, from: number): number {
    const known = this.#found.get(byte);
    if (known !== undefined && known >= from) return known;
    const at = this.bytes.indexOf(byte, from);
    const place = at < 0 ? this.bytes.length : at;
    this.#found.set(byte, place);
    return place;
  }
}
