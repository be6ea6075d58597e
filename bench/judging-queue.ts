import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, type Worker } from 'node:worker_threads';
import { frenchJudgeAll, type JudgeAll } from './judged.js';
import { admission } from './message.js';

/**
 * Messages judged together: enough for the code of judging to stay in the caches of the processor, and few enough that most
 * of what a batch makes is garbage when V8 collects the young: with 64 it learned to allocate parts of messages among the
 * old, and every collection of the thread then took ten times longer.
 */
export const BATCH = 16;
/** Messages handed to another thread at once: waking it and copying them costs little for each. */
const PARCEL = 4 * BATCH;
/** Parcels that wait or are judged: beyond, the receiver reads no further message. */
const MOST_PARCELS = 4;
/** Messages judged before the first round trip: each thread has its own compiled code. */
const WARM_UP = 30_000;

/** Judges messages that were already acknowledged, each once and in their order, with bounded memory. */
export interface JudgingQueue {
  /** Resolves when there is room for the next message. */
  put(message: Uint8Array): Promise<void> | void;
  /** Judges the rest of `count` messages that were acknowledged. Resolves to the number judged since the last time. */
  drain(count: number): Promise<number>;
}

/** Turns of the event loop the last acknowledged message may take to be put here. */
const TURNS = 100;

/** In the thread that acknowledges, whenever a batch is full. */
export function judgeHere(judgeAll: JudgeAll): JudgingQueue {
  let waiting: Uint8Array[] = [];
  let judged = 0;
  const flush = () => {
    if (waiting.length > 0) judgeAll(waiting);
    judged += waiting.length;
    waiting = [];
  };
  return {
    put: (message) => {
      if (waiting.push(message) === BATCH) flush();
    },
    drain: async (count) => {
      for (let turn = 0; turn < TURNS && judged + waiting.length < count; turn++) await nextTurn();
      flush();
      const done = judged;
      judged = 0;
      return done;
    },
  };
}

/** Messages one after the other, and where each ends. */
interface Parcel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: readonly number[];
}

/** In a thread of its own, while the next messages are received. */
export async function judgeBeside(worker: Worker): Promise<JudgingQueue> {
  let waiting: Uint8Array[] = [];
  let judged = 0;
  let put = 0;
  let open = 0;
  await once(worker, 'message');
  worker.on('message', (count: number) => {
    judged += count;
    open -= 1;
  });
  const flush = () => {
    if (waiting.length === 0) return;
    const parcel = pack(waiting);
    worker.postMessage(parcel, [parcel.bytes.buffer]);
    open += 1;
    waiting = [];
  };
  const until = async (most: number) => {
    while (open > most) await once(worker, 'message');
  };
  return {
    put: (message) => {
      put += 1;
      if (waiting.push(message) < PARCEL) return;
      flush();
      if (open === MOST_PARCELS) return until(MOST_PARCELS - 1);
    },
    drain: async (count) => {
      for (let turn = 0; turn < TURNS && put < count; turn++) await nextTurn();
      flush();
      await until(0);
      const done = judged;
      judged = 0;
      put = 0;
      return done;
    },
  };
}

function pack(messages: readonly Uint8Array[]): Parcel {
  const bytes = new Uint8Array(messages.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const ends = messages.map((message) => {
    bytes.set(message, end);
    end += message.length;
    return end;
  });
  return { bytes, ends };
}

/** The thread of `judgeBeside`: answers each parcel with its length, when all of it was judged and is valid. */
export async function serveJudge(): Promise<void> {
  const judgeAll = await warmJudge();
  parentPort?.on('message', ({ bytes, ends }: Parcel) => {
    const messages = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
    for (let at = 0; at < messages.length; at += BATCH) judgeAll(messages.slice(at, at + BATCH));
    parentPort?.postMessage(messages.length);
  });
  parentPort?.postMessage(0);
}

/** A judge whose code is compiled. */
export async function warmJudge(): Promise<JudgeAll> {
  const judgeAll = await frenchJudgeAll();
  const batch = Array.from({ length: BATCH }, admission);
  for (let count = 0; count < WARM_UP; count += BATCH) judgeAll(batch);
  return judgeAll;
}
