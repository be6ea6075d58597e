/** Numbers that only depend on the seed (mulberry32): the same seed gives the same documents for ever. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A number of the range with that many decimals, both ends included. */
  number(low: number, high: number, decimals = 0): number {
    const scale = 10 ** decimals;
    return Math.round((low + this.next() * (high - low)) * scale) / scale;
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}
