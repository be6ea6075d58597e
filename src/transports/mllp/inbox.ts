import type { EpreuveError } from '../../core/index.js';

/** From here on reading is paused until somebody takes a frame. */
const FULL_FRAMES = 64;
/** From here on the connection is closed: the peer floods us while we must read on to find an answer. */
const OVERFLOW_FRAMES = 10_000;
/** Node takes a longer time for none at all. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface Wait {
  readonly withinMs: number;
  readonly onTimeout: () => EpreuveError;
}

/** Somebody who waits for a frame. */
class Waiter {
  readonly promise: Promise<Uint8Array>;
  #resolve: (payload: Uint8Array) => void = () => {};
  #reject: (reason: unknown) => void = () => {};

  constructor(
    readonly among: Set<Waiter>,
    readonly accepts: (payload: Uint8Array) => boolean,
    /** On the clock of `performance`. */
    readonly deadline: number,
    readonly onTimeout: () => EpreuveError,
  ) {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    among.add(this);
  }

  settle(payload: Uint8Array): void {
    this.among.delete(this);
    this.#resolve(payload);
  }

  fail(error: unknown): void {
    this.among.delete(this);
    this.#reject(error);
  }
}

/** Frames received, and those who wait for one. A frame goes to the first request it answers, else to receive(), else it is kept. */
export class Inbox {
  readonly #fullBytes: number;
  readonly #requests = new Set<Waiter>();
  readonly #receivers = new Set<Waiter>();
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #alarm: NodeJS.Timeout | undefined;
  #alarmAt = Number.POSITIVE_INFINITY;

  constructor(maxFrameBytes: number) {
    this.#fullBytes = maxFrameBytes;
  }

  get isEmpty(): boolean {
    return this.#kept.length === 0;
  }

  /** Nobody waits and enough is kept: no need to read on. */
  get isFull(): boolean {
    if (this.#requests.size + this.#receivers.size > 0) return false;
    return this.#kept.length >= FULL_FRAMES || this.#keptBytes >= this.#fullBytes;
  }

  get isOverflowing(): boolean {
    return this.#kept.length > OVERFLOW_FRAMES || this.#keptBytes > 4 * this.#fullBytes;
  }

  put(payload: Uint8Array): void {
    const waiter = findWaiter(this.#requests, payload) ?? findWaiter(this.#receivers, payload);
    if (waiter !== undefined) {
      waiter.settle(payload);
      return;
    }
    this.#kept.push(payload);
    this.#keptBytes += payload.length;
  }

  /** The oldest frame kept. */
  take(): Uint8Array | undefined {
    const payload = this.#kept.shift();
    this.#keptBytes -= payload?.length ?? 0;
    return payload;
  }

  next(wait: Wait): Promise<Uint8Array> {
    const kept = this.take();
    return kept === undefined ? this.#wait(this.#receivers, ANYTHING, wait).promise : Promise.resolve(kept);
  }

  /** `fail` ends the wait with that error. */
  answer(
    isAnswer: (payload: Uint8Array) => boolean,
    wait: Wait,
  ): { readonly promise: Promise<Uint8Array>; fail(error: unknown): void } {
    return this.#wait(this.#requests, isAnswer, wait);
  }

  /** Nothing more will come: everybody who waits gets an error of their own. */
  fail(makeReason: () => EpreuveError): void {
    for (const waiter of this.#waiters()) waiter.fail(makeReason());
    this.#setAlarm(Number.POSITIVE_INFINITY);
  }

  #waiters(): Waiter[] {
    return [...this.#requests, ...this.#receivers];
  }

  #wait(among: Set<Waiter>, accepts: (payload: Uint8Array) => boolean, { withinMs, onTimeout }: Wait): Waiter {
    const waiter = new Waiter(among, accepts, performance.now() + withinMs, onTimeout);
    if (waiter.deadline < this.#alarmAt) this.#setAlarm(waiter.deadline);
    return waiter;
  }

  /**
   * One timer for all who wait: it is left alone when somebody is served, and set anew when it goes off, so that a round
   * trip costs no timer. It ends with the connection.
   */
  #setAlarm(at: number): void {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    this.#alarmAt = at;
    if (at === Number.POSITIVE_INFINITY) return;
    const ms = Math.min(LONGEST_TIMER_MS, Math.max(1, Math.ceil(at - performance.now())));
    this.#alarm = setTimeout(() => this.#onAlarm(), ms);
  }

  /** In the order of their deadlines, however late the timer is. */
  #onAlarm(): void {
    const now = performance.now();
    const waiters = this.#waiters().sort((left, right) => left.deadline - right.deadline);
    for (const waiter of waiters) if (waiter.deadline <= now) waiter.fail(waiter.onTimeout());
    this.#setAlarm(waiters.find(({ deadline }) => deadline > now)?.deadline ?? Number.POSITIVE_INFINITY);
  }
}

const ANYTHING = () => true;

/** A predicate that throws fails its own request and nobody else's. */
function findWaiter(waiters: Iterable<Waiter>, payload: Uint8Array): Waiter | undefined {
  for (const waiter of waiters) {
    try {
      if (waiter.accepts(payload)) return waiter;
    } catch (error) {
      waiter.fail(error);
    }
  }
  return undefined;
}
