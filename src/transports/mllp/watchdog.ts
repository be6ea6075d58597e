/** A timer that fires once after `ms` without `feed`; 0 never fires. It does not keep the process alive. */
export class Watchdog {
  readonly #ms: number;
  readonly #onSilence: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number, onSilence: () => void) {
    this.#ms = ms;
    this.#onSilence = onSilence;
  }

  feed(): void {
    if (this.#ms === 0) return;
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#fire(), this.#ms).unref();
    else this.#timer.refresh();
  }

  rest(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #fire(): void {
    this.#timer = undefined;
    this.#onSilence();
  }
}
