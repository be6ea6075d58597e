import type { Session } from './io.js';
import { readNumber } from './options.js';

/** When to stop listening: Ctrl-C, `--count` messages dealt with, or `--for` seconds gone. */
export class Ending {
  readonly #interrupted: Promise<void>;
  readonly #seconds: number | undefined;
  readonly #counted: Promise<void>;
  #left: number;
  #resolve: () => void = () => undefined;

  constructor(options: Record<string, unknown>, command: string, session: Session) {
    const read = (name: string, highest: number) =>
      options[name] === undefined ? undefined : readNumber(options, name, command, [1, highest]);
    this.#left = read('count', 1_000_000) ?? Number.POSITIVE_INFINITY;
    this.#seconds = read('for', 86_400);
    this.#interrupted = session.io.interrupted;
    this.#counted = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  countMessage(): void {
    this.#left -= 1;
    if (this.#left === 0) this.#resolve();
  }

  async reached(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const elapsed = new Promise<void>((resolve) => {
      if (this.#seconds !== undefined) timer = setTimeout(resolve, this.#seconds * 1000);
    });
    await Promise.race([this.#interrupted, this.#counted, elapsed]);
    clearTimeout(timer);
  }
}
