import type { TLSSocket } from 'node:tls';
import type { EpreuveError, HandshakeFacts } from '../../core/index.js';
import { isAlert, isReset } from './failure.js';

/** Milliseconds we wait for a sign that the server has accepted us, when it gives none. */
const SIGN_MS = 250;
/** Milliseconds after the handshake in which a reset may still be its refusal. */
const LATE_MS = 1000;

export interface AcceptanceOutcome {
  accepted(): void;
  /** Returns the error every later call on the connection gets. */
  refused(facts: HandshakeFacts): EpreuveError;
}

/**
 * Tells whether the peer accepted us after our own handshake was done.
 *
 * With TLS 1.3 the client is done before the server has looked at the client's certificate: acceptance shows by a session ticket
 * or a byte of content, refusal by an alert or the end of the connection. With TLS 1.2 it is the server that is done before the
 * client may have looked. An alert before the first byte of content is always a refusal; a reset only shortly after a
 * handshake whose acceptance has not shown; a plain end only while we still wait for the sign.
 */
export class AcceptanceWatch {
  readonly #socket: TLSSocket;
  readonly #facts: HandshakeFacts;
  readonly #outcome: AcceptanceOutcome;
  readonly #lateUntil = performance.now() + LATE_MS;
  #told = false;
  #shown: boolean;
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: TLSSocket, facts: HandshakeFacts, outcome: AcceptanceOutcome) {
    this.#socket = socket;
    this.#facts = facts;
    this.#outcome = outcome;
    this.#shown = (facts.role === 'client') !== (facts.protocol === 'TLSv1.3');
  }

  /** What the connection must call. */
  get hooks(): { onFirstBytes(): void; explainEarlyEnd(code: string | undefined): EpreuveError | undefined } {
    return { onFirstBytes: () => this.#show(), explainEarlyEnd: (code) => this.#explain(code) };
  }

  start(): void {
    if (this.#facts.role === 'client' && !this.#shown) {
      // Later, because Node tells of the ticket in the middle of reading: what is written there is never sent (Node 20).
      this.#socket.once('session', () => setImmediate(() => this.#show()));
      this.#timer = setTimeout(() => this.#tell(), SIGN_MS);
    } else this.#tell();
  }

  #show(): void {
    this.#shown = true;
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    if (this.#told) return;
    this.#told = true;
    this.#outcome.accepted();
  }

  #explain(code: string | undefined): EpreuveError | undefined {
    if (this.#told && !isAlert(code) && !this.#isLateReset(code)) return undefined;
    clearTimeout(this.#timer);
    this.#told = true;
    const cause = code ?? 'closed-after-handshake';
    return this.#outcome.refused({ ...this.#facts, failure: 'refused-by-peer', cause });
  }

  #isLateReset(code: string | undefined): boolean {
    return isReset(code) && !this.#shown && performance.now() < this.#lateUntil;
  }
}
