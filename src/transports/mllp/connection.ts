import type { Socket } from 'node:net';
import type { EpreuveError } from '../../core/index.js';
import type { CloseReason } from '../close-reasons.js';
import { closedError, codeOf, formatAddress, timeoutError } from '../errors.js';
import type { FaultListener, Publish, WireEventBody } from '../observers.js';
import type { MllpChannel, MllpEvent, MllpLimits, Peer } from '../types.js';
import { MllpDecoder } from './decoder.js';
import { toBlock } from './framing.js';
import { Inbox } from './inbox.js';
import { TlsSniffer } from './tls-sniffer.js';
import { Watchdog } from './watchdog.js';

/** Framing faults without one good frame between them before we close. */
const VIOLATIONS_IN_A_ROW = 1000;
/** Milliseconds the peer has to close its half after we closed ours. */
const LINGER_MS = 1000;

export type FrameHandler = (channel: MllpChannel, payload: Uint8Array) => Promise<void> | void;

export interface ConnectionSettings {
  readonly id: string;
  readonly peer: Peer;
  readonly limits: MllpLimits;
  readonly publish: Publish;
  readonly onFault: FaultListener;
  /** Gets, one after the other, the frames nobody waits for. */
  readonly handler?: FrameHandler;
  /** Called before the first byte is decoded. */
  readonly onFirstBytes?: () => void;
  /** Asked when the peer ends the connection before its first byte: a better reason, when there is one. */
  readonly explainEarlyEnd?: (code: string | undefined) => EpreuveError | undefined;
}

interface Ending {
  readonly by: 'us' | 'peer' | 'error';
  readonly reason: CloseReason;
  readonly makeError: () => EpreuveError;
}

/** One open MLLP connection on a connected (and, for TLS, verified) socket; either side. */
export class MllpConnection implements MllpChannel {
  readonly id: string;
  readonly peer: Peer;
  /** Resolves when the socket is closed and the last event is published. */
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #settings: ConnectionSettings;
  readonly #decoder: MllpDecoder;
  readonly #inbox: Inbox;
  readonly #idle: Watchdog;
  readonly #stall: Watchdog;
  readonly #sniffer: TlsSniffer | undefined;
  #ending: Ending | undefined;
  #socketError: unknown;
  #anyByte = false;
  #faultsInARow = 0;
  #serving = false;
  #draining = false;

  constructor(socket: Socket, settings: ConnectionSettings) {
    this.id = settings.id;
    this.peer = settings.peer;
    this.#socket = socket;
    this.#settings = settings;
    this.#decoder = new MllpDecoder(settings.limits);
    this.#inbox = new Inbox(settings.limits.maxFrameBytes);
    this.#idle = new Watchdog(settings.limits.idleTimeoutMs, () => this.#onIdle());
    this.#stall = new Watchdog(settings.limits.frameTimeoutMs, () => this.#onStall());
    if (settings.peer.handshake.security === 'plaintext') this.#sniffer = new TlsSniffer();
    // A sender that closes its half after its last message still gets its answers.
    socket.allowHalfOpen = settings.handler !== undefined;
    socket.on('data', (chunk: Buffer) => this.#onData(chunk));
    socket.on('end', () => this.#onPeerEnd());
    socket.on('error', (error) => {
      this.#socketError = error;
    });
    this.closed = new Promise((resolve) => {
      socket.on('close', () => resolve(this.#onClosed()));
    });
    this.#idle.feed();
  }

  /** Why the connection ended; undefined while it is open. */
  get endError(): EpreuveError | undefined {
    return this.#ending?.makeError();
  }

  send(payload: Uint8Array): Promise<void> {
    return asPromise((done) => this.#write(toBlock(payload), { kind: 'frame-sent', payload }, done));
  }

  sendRaw(bytes: Uint8Array, note: string): Promise<void> {
    return asPromise((done) => this.#write(bytes, { kind: 'bytes-sent', bytes, note }, done));
  }

  async receive({ withinMs }: { readonly withinMs: number }): Promise<Uint8Array> {
    if (this.#inbox.isEmpty && this.#ending !== undefined) throw this.#ending.makeError();
    const next = this.#inbox.next({ withinMs, onTimeout: () => timeoutError('receive', this.#address, withinMs) });
    this.#updateFlow();
    return next;
  }

  request(
    payload: Uint8Array,
    { withinMs, isAnswer }: { readonly withinMs: number; readonly isAnswer: (payload: Uint8Array) => boolean },
  ): Promise<Uint8Array> {
    const onTimeout = () => timeoutError('answer', this.#address, withinMs);
    const answer = this.#inbox.answer(isAnswer, { withinMs, onTimeout });
    this.#updateFlow();
    try {
      this.#write(toBlock(payload), { kind: 'frame-sent', payload }, (error) => {
        if (error !== undefined) answer.fail(error);
      });
    } catch (error) {
      answer.fail(error);
    }
    return answer.promise;
  }

  /** Says goodbye, then cuts when the peer does not answer it. Whoever waits gets `closed`. */
  async close(): Promise<void> {
    await this.#closeGently('asked');
  }

  /** Closes as soon as nothing is under way. */
  finish(): void {
    this.#draining = true;
    this.#closeWhenDrained();
  }

  /** Closes at once. */
  cut(reason: CloseReason): void {
    this.#end({ by: 'us', reason, makeError: () => closedError(reason, this.#address) });
    this.#socket.destroy();
  }

  get #address(): string {
    return formatAddress(this.peer.address, this.peer.port);
  }

  /** Throws when nothing can be sent any more. */
  #write(bytes: Uint8Array, event: WireEventBody, done: (error?: EpreuveError) => void): void {
    // A peer that has only closed its half still reads: the answer it waits for must go out.
    if (this.#ending !== undefined && this.#ending.by !== 'peer') throw this.#ending.makeError();
    if (!this.#socket.writable) throw this.#ending?.makeError() ?? closedError('peer-ended', this.#address);
    this.#settings.publish(event);
    // The callback comes when the system has taken the bytes: waiting for it is the back-pressure.
    this.#socket.write(bytes, (error) => {
      this.#idle.feed();
      if (error == null) done();
      else done(this.#ending?.makeError() ?? closedError('peer-reset', this.#address, error));
    });
  }

  #onData(chunk: Buffer): void {
    if (!this.#anyByte) this.#settings.onFirstBytes?.();
    this.#anyByte = true;
    this.#idle.feed();
    for (const event of this.#decoder.push(chunk)) {
      this.#onDecoded(event);
      if (this.#socket.destroyed) return;
    }
    this.#feedStall();
    if (this.#sniffer?.isTls(chunk)) this.cut('peer-speaks-tls');
    else if (this.#inbox.isOverflowing) this.cut('backlog-full');
    this.#updateFlow();
    this.#closeWhenDrained();
  }

  #onDecoded(event: MllpEvent): void {
    if (event.kind === 'frame') {
      const { payload, offset } = event;
      this.#settings.publish({ kind: 'frame-received', payload, offset });
      this.#faultsInARow = 0;
      this.#inbox.put(payload);
      void this.#serve();
    } else {
      this.#settings.publish(event);
      this.#faultsInARow += 1;
      const reason = this.#reasonToCut(event);
      if (reason !== undefined) this.cut(reason);
    }
  }

  #reasonToCut({ code, length }: MllpEvent & { kind: 'violation' }): CloseReason | undefined {
    if (code === 'oversize-frame') return 'oversize-frame';
    if (code === 'bytes-outside-frame' && length >= this.#settings.limits.maxFrameBytes) return 'endless-noise';
    return this.#faultsInARow >= VIOLATIONS_IN_A_ROW ? 'too-many-violations' : undefined;
  }

  /** One frame at a time, so that answers leave in the order of the questions. */
  async #serve(): Promise<void> {
    const { handler, onFault } = this.#settings;
    if (handler === undefined || this.#serving) return;
    this.#serving = true;
    // Frames that arrive in one packet are all in the inbox, and taken by receive() first, before the handler runs.
    await Promise.resolve();
    for (let payload = this.#inbox.take(); payload !== undefined; payload = this.#inbox.take()) {
      try {
        await handler(this, payload);
      } catch (error) {
        onFault(error, 'handler');
      }
      this.#updateFlow();
      if (this.#socket.destroyed) break;
    }
    this.#serving = false;
    if (this.#ending?.by === 'peer') this.#socket.end();
    this.#closeWhenDrained();
  }

  #updateFlow(): void {
    const paused = this.#inbox.isFull && this.#ending === undefined;
    if (paused === this.#socket.isPaused()) return;
    if (paused) {
      this.#socket.pause();
      // While we do not read, the peer cannot be blamed for a frame that does not advance.
      this.#stall.rest();
    } else {
      this.#socket.resume();
      this.#feedStall();
    }
  }

  #feedStall(): void {
    if (this.#decoder.insideFrame) this.#stall.feed();
    else this.#stall.rest();
  }

  #onStall(): void {
    for (const event of this.#decoder.stall()) this.#onDecoded(event);
    this.cut('stalled-frame');
  }

  #onIdle(): void {
    // A handler at work is our own slowness, not the peer's.
    if (this.#serving && this.#ending === undefined) this.#idle.feed();
    else this.cut('idle');
  }

  #onPeerEnd(): void {
    this.#end(this.#endingByPeer('peer', 'peer-ended'));
    this.#stall.rest();
    if (!this.#serving) this.#socket.end();
  }

  #onClosed(): void {
    const failed = this.#socketError !== undefined;
    const reset = codeOf(this.#socketError) === 'ECONNRESET' || codeOf(this.#socketError) === 'EPIPE';
    if (!failed) this.#end(this.#endingByPeer('peer', 'peer-ended'));
    else this.#end(this.#endingByPeer('error', reset ? 'peer-reset' : 'socket-error'));
    this.#idle.rest();
    this.#stall.rest();
    for (const event of this.#decoder.end()) if (event.kind === 'violation') this.#settings.publish(event);
    const { by = 'error', reason = 'socket-error' } = this.#ending ?? {};
    this.#settings.publish({ kind: 'closed', by, reason });
  }

  #endingByPeer(by: 'peer' | 'error', reason: CloseReason): Ending {
    const cause = this.#socketError;
    const asked = this.#ending === undefined && !this.#anyByte;
    const better = asked ? this.#settings.explainEarlyEnd?.(codeOf(cause)) : undefined;
    if (better !== undefined) return { by, reason: 'refused-by-peer', makeError: () => better };
    return { by, reason, makeError: () => closedError(reason, this.#address, cause) };
  }

  async #closeGently(reason: CloseReason): Promise<void> {
    this.#end({ by: 'us', reason, makeError: () => closedError(reason, this.#address) });
    this.#socket.resume();
    this.#socket.end();
    const linger = setTimeout(() => this.#socket.destroy(), LINGER_MS);
    await this.closed;
    clearTimeout(linger);
  }

  #closeWhenDrained(): void {
    const busy = this.#serving || !this.#inbox.isEmpty || this.#decoder.insideFrame;
    if (this.#draining && !busy && this.#ending === undefined) void this.#closeGently('shutdown');
  }

  /** The first reason stays. */
  #end(ending: Ending): void {
    if (this.#ending !== undefined) return;
    this.#ending = ending;
    this.#inbox.fail(ending.makeError);
  }
}

/** What `write` throws, or gives to `done`, is the rejection. */
function asPromise(write: (done: (error?: EpreuveError) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    write((error) => (error === undefined ? resolve() : reject(error)));
  });
}
