import type { EpreuveError } from '../../core/index.js';

/** From here on reading is paused until somebody takes a frame. */
const FULL_FRAMES = 64;
/** From here on the connection is closed: the peer floods us while we must read on to find an answer. */
const OVERFLOW_FRAMES = 10_000;

interface Waiter {
  readonly accepts: (payload: Uint8Array) => boolean;
  settle(payload: Uint8Array): void;
  fail(error: unknown): void;
}

export interface Wait {
  readonly withinMs: number;
  readonly onTimeout: () => EpreuveError;
}

/** Frames received, and those who wait for one. A frame goes to the first request it answers, else to receive(), else it is kept. */
export class Inbox {
  readonly #fullBytes: number;
  readonly #requests = new Set<Waiter>();
  readonly #receivers = new Set<Waiter>();
  #kept: Uint8Array[] = [];
  #keptBytes = 0;

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
    return kept === undefined ? this.#wait(this.#receivers, () => true, wait).promise : Promise.resolve(kept);
  }

  /** `abort` ends the wait with that error. */
  answer(
    isAnswer: (payload: Uint8Array) => boolean,
    wait: Wait,
  ): { promise: Promise<Uint8Array>; abort(error: unknown): void } {
    return this.#wait(this.#requests, isAnswer, wait);
  }

  /** Nothing more will come: everybody who waits gets an error of their own. */
  fail(makeReason: () => EpreuveError): void {
    for (const waiter of [...this.#requests, ...this.#receivers]) waiter.fail(makeReason());
  }

  #wait(among: Set<Waiter>, accepts: (payload: Uint8Array) => boolean, { withinMs, onTimeout }: Wait) {
    const { promise, resolve, reject } = withResolvers();
    const leave = () => {
      clearTimeout(timer);
      among.delete(waiter);
    };
    const waiter: Waiter = {
      accepts,
      settle: (payload) => {
        leave();
        resolve(payload);
      },
      fail: (error) => {
        leave();
        reject(error);
      },
    };
    const timer = setTimeout(() => waiter.fail(onTimeout()), withinMs);
    among.add(waiter);
    return { promise, abort: waiter.fail };
  }
}

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

function withResolvers() {
  let resolve: (payload: Uint8Array) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Uint8Array>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
