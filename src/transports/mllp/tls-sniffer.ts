/** Recognises a TLS record (handshake or alert) as the first bytes of a connection that should be in plaintext. */
export class TlsSniffer {
  #first: number[] = [];

  /** True at most once, when the third byte of the connection has come. */
  isTls(chunk: Uint8Array): boolean {
    if (this.#first.length >= 3) return false;
    this.#first.push(...chunk.subarray(0, 3 - this.#first.length));
    const [type, major, minor] = this.#first;
    return (type === 0x16 || type === 0x15) && major === 0x03 && minor !== undefined && minor <= 4;
  }
}
