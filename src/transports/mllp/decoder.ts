import type { FramingViolation, MllpEvent } from '../types.js';
import { ByteSpan, KEPT_BYTES } from './byte-span.js';
import { CARRIAGE_RETURN, END_BLOCK, START_BLOCK } from './framing.js';
import { NextByte } from './next-byte.js';

/**
 * Where the decoder stands:
 *
 *   outside ──VT──▶ inside ──FS──▶ afterEnd ──CR──▶ outside
 *                   │  ▲ VT: start-inside-frame     any other byte: missing-carriage-return, then as outside
 *                   └─ too long: oversize-frame ──▶ skipping ──FS──▶ afterEnd
 *                                                   skipping ──VT──▶ inside
 */
type State = 'outside' | 'inside' | 'afterEnd' | 'skipping';

const NOTHING = new Uint8Array(0);

/**
 * MLLP bytes in any cutting → frames and violations in the order of the bytes; the cutting never changes the events.
 * A frame is yielded at its FS, without waiting for the CR, so that a sender who forgets the CR still gets an answer.
 * Offsets count from the first byte ever pushed; a frame's offset is the one of its VT.
 * Memory: at most `maxFrameBytes` of content, whatever arrives.
 */
export class MllpDecoder {
  readonly #maxFrameBytes: number;
  readonly #content = new ByteSpan();
  #state: State = 'outside';
  /** Offset of the first byte of the chunk in hand. */
  #base = 0;
  /** Offset of the VT of the open frame, or of the first byte of the noise. */
  #start = 0;
  #noiseLength = 0;
  #noiseHead: number[] = [];
  readonly #nextStart = new NextByte(START_BLOCK);
  readonly #nextEnd = new NextByte(END_BLOCK);

  constructor(options: { readonly maxFrameBytes: number }) {
    this.#maxFrameBytes = options.maxFrameBytes;
  }

  /** True between a VT and its FS: more bytes are due. */
  get insideFrame(): boolean {
    return this.#state === 'inside' || this.#state === 'skipping';
  }

  /** The chunk must not be changed by the caller afterwards. */
  push(chunk: Uint8Array): MllpEvent[] {
    const events: MllpEvent[] = [];
    this.#nextStart.restart(chunk);
    this.#nextEnd.restart(chunk);
    let at = 0;
    while (at < chunk.length) at = this.#step(chunk, at, events);
    this.#nextStart.restart(NOTHING);
    this.#nextEnd.restart(NOTHING);
    this.#base += chunk.length;
    return events;
  }

  /** The connection has ended. */
  end(): MllpEvent[] {
    const events: MllpEvent[] = [];
    this.#flushNoise(events);
    if (this.#state === 'inside') this.#abandon('unterminated-frame', events);
    if (this.#state === 'afterEnd') events.push(violation('missing-carriage-return', this.#base, 0, NOTHING));
    this.#state = 'outside';
    return events;
  }

  /** The sender has stopped inside a frame; nothing is reported when no frame is open. */
  stall(): MllpEvent[] {
    const events: MllpEvent[] = [];
    if (this.#state === 'inside') this.#abandon('stalled-frame', events);
    if (this.insideFrame) this.#state = 'skipping';
    return events;
  }

  #step(chunk: Uint8Array, at: number, events: MllpEvent[]): number {
    switch (this.#state) {
      case 'outside':
        return this.#outside(chunk, at, events);
      case 'inside':
        return this.#inside(chunk, at, events);
      case 'afterEnd':
        return this.#afterEnd(chunk, at, events);
      case 'skipping':
        return this.#skipping(chunk, at);
    }
  }

  #outside(chunk: Uint8Array, at: number, events: MllpEvent[]): number {
    const end = this.#nextStart.from(at);
    this.#noise(chunk, at, end, events);
    if (end === chunk.length) return end;
    this.#flushNoise(events);
    this.#open(end);
    return end + 1;
  }

  #inside(chunk: Uint8Array, at: number, events: MllpEvent[]): number {
    const room = this.#maxFrameBytes - this.#content.length;
    const end = this.#nextDelimiter(at);
    if (end - at > room) return this.#tooLong(chunk, at, at + room + 1, events);
    const piece = chunk.subarray(at, end);
    if (end === chunk.length) {
      this.#content.append(piece);
      return end;
    }
    if (chunk[end] === START_BLOCK) {
      this.#content.append(piece);
      this.#abandon('start-inside-frame', events);
      this.#open(end);
    } else this.#close(piece, events);
    return end + 1;
  }

  #afterEnd(chunk: Uint8Array, at: number, events: MllpEvent[]): number {
    this.#state = 'outside';
    if (chunk[at] === CARRIAGE_RETURN) return at + 1;
    events.push(violation('missing-carriage-return', this.#base + at, 0, NOTHING));
    return at;
  }

  #skipping(chunk: Uint8Array, at: number): number {
    const end = this.#nextDelimiter(at);
    if (end === chunk.length) return end;
    if (chunk[end] === START_BLOCK) this.#open(end);
    else this.#state = 'afterEnd';
    return end + 1;
  }

  /** Index of the first VT or FS from there on, else the length of the chunk. */
  #nextDelimiter(at: number): number {
    return Math.min(this.#nextStart.from(at), this.#nextEnd.from(at));
  }

  #open(at: number): void {
    this.#state = 'inside';
    this.#start = this.#base + at;
  }

  #close(last: Uint8Array, events: MllpEvent[]): void {
    this.#state = 'afterEnd';
    const payload = this.#content.finish(last);
    if (payload.length > 0) events.push({ kind: 'frame', payload, offset: this.#start });
    else events.push(violation('empty-frame', this.#start, 2, Uint8Array.of(START_BLOCK, END_BLOCK)));
  }

  #tooLong(chunk: Uint8Array, at: number, end: number, events: MllpEvent[]): number {
    this.#content.append(chunk.subarray(at, end));
    this.#abandon('oversize-frame', events);
    this.#state = 'skipping';
    return end;
  }

  #abandon(code: FramingViolation, events: MllpEvent[]): void {
    events.push(violation(code, this.#start, this.#content.length + 1, this.#content.head(START_BLOCK)));
    this.#content.clear();
  }

  /** Noise without end is reported in parts of `maxFrameBytes`. */
  #noise(chunk: Uint8Array, from: number, to: number, events: MllpEvent[]): void {
    for (let at = from; at < to; ) {
      if (this.#noiseLength === 0) this.#start = this.#base + at;
      const taken = Math.min(to - at, this.#maxFrameBytes - this.#noiseLength);
      this.#noiseLength += taken;
      this.#noiseHead.push(...chunk.subarray(at, at + Math.min(taken, KEPT_BYTES - this.#noiseHead.length)));
      if (this.#noiseLength === this.#maxFrameBytes) this.#flushNoise(events);
      at += taken;
    }
  }

  #flushNoise(events: MllpEvent[]): void {
    if (this.#noiseLength === 0) return;
    const bytes = Uint8Array.from(this.#noiseHead);
    events.push(violation('bytes-outside-frame', this.#start, this.#noiseLength, bytes));
    this.#noiseLength = 0;
    this.#noiseHead = [];
  }
}

function violation(code: FramingViolation, offset: number, length: number, bytes: Uint8Array): MllpEvent {
  return { kind: 'violation', code, offset, length, bytes };
}
