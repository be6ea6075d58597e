import type { States } from './encounter-machine.js';

interface Movement {
  readonly event: string;
  /** States of the visit before the movement was inserted: its cancel returns there. */
  readonly before: States;
}

/** The movements of one visit, in constant time for each message however many there are. */
export class MovementLedger {
  readonly #live = new Map<string, Movement>();
  readonly #order: string[] = [];
  readonly #cancelled = new Set<string>();

  /** A movement told in several messages counts once. Without an id nothing can be remembered. */
  insert(id: string, event: string, before: States): void {
    if (id === '' || this.#live.has(id)) return;
    this.#live.set(id, { event, before });
    this.#order.push(id);
  }

  cancel(id: string): void {
    if (id === '') return;
    this.#live.delete(id);
    this.#cancelled.add(id);
    while (this.#order.length > 0 && !this.#live.has(this.#order.at(-1) ?? '')) this.#order.pop();
  }

  stateOf(id: string): 'live' | 'cancelled' | 'unknown' {
    if (this.#live.has(id)) return 'live';
    return this.#cancelled.has(id) ? 'cancelled' : 'unknown';
  }

  statesBefore(id: string): States | undefined {
    return this.#live.get(id)?.before;
  }

  /** Event of the last movement that is not cancelled. */
  get lastEvent(): string | undefined {
    return this.#live.get(this.#order.at(-1) ?? '')?.event;
  }
}
