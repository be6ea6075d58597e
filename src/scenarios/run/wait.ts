import { setTimeout as sleep } from 'node:timers/promises';

/** Thrown inside a step when the user stops the run: the step is left unended. */
export class Interrupted extends Error {}

export function throwIfInterrupted(signal: AbortSignal): void {
  if (signal.aborted) throw new Interrupted();
}

/** Throws `Interrupted` as soon as the user stops the run, whatever is under way. */
export async function orInterrupted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  throwIfInterrupted(signal);
  let stop = () => undefined as undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    const listener = () => reject(new Interrupted());
    signal.addEventListener('abort', listener);
    stop = () => {
      signal.removeEventListener('abort', listener);
      return undefined;
    };
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    stop();
  }
}

export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await orInterrupted(sleep(milliseconds, undefined, { ref: true }), signal);
}

/** Asks again and again until there is an answer or the time is over. */
export async function poll<Value>(
  ask: () => Promise<Value | undefined> | Value | undefined,
  options: { readonly withinMs: number; readonly everyMs: number; readonly signal: AbortSignal },
): Promise<Value | undefined> {
  const end = performance.now() + options.withinMs;
  for (;;) {
    const value = await orInterrupted(Promise.resolve(ask()), options.signal);
    if (value !== undefined) return value;
    const left = end - performance.now();
    if (left <= 0) return undefined;
    await pause(Math.min(options.everyMs, left), options.signal);
  }
}
