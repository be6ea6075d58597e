import type { TLSSocket } from 'node:tls';
import type { EpreuveError, HandshakeFacts } from '../../core/index.js';
import { isRefusal } from './failure.js';

/** Milliseconds we wait for a sign that the server has accepted us, when it gives none. */
const SIGN_MS = 250;

export interface AcceptanceOutcome {
  accepted(): void;
  /** Returns the error every later call on the connection gets. */
  refused(facts: HandshakeFacts): EpreuveError;
}

/**
 * Tells whether the peer accepted us after our own handshake was done.
 * With TLS 1.3 the client is done before the server has looked at the client's certificate; the first sign of acceptance is a
 * session ticket or a byte of content, the sign of refusal an alert or the end of the connection. A server (and a TLS 1.2 client)
 * is told of nothing: an alert or a reset before the first byte of content is then a refusal, a plain end is not.
 */
export class AcceptanceWatch {
  readonly #socket: TLSSocket;
  readonly #facts: HandshakeFacts;
  readonly #outcome: AcceptanceOutcome;
  #accepted = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: TLSSocket, facts: HandshakeFacts, outcome: AcceptanceOutcome) {
    this.#socket = socket;
    this.#facts = facts;
    this.#outcome = outcome;
  }

  /** What the connection must call. */
  get hooks(): { onFirstBytes(): void; explainEarlyEnd(code: string | undefined): EpreuveError | undefined } {
    return { onFirstBytes: () => this.#accept(), explainEarlyEnd: (code) => this.#explain(code) };
  }

  start(): void {
    if (this.#facts.role === 'client' && this.#facts.protocol === 'TLSv1.3') {
      this.#socket.once('session', () => this.#accept());
      this.#timer = setTimeout(() => this.#accept(), SIGN_MS);
    } else this.#accept();
  }

  #accept(): void {
    clearTimeout(this.#timer);
    if (this.#accepted) return;
    this.#accepted = true;
    this.#outcome.accepted();
  }

  #explain(code: string | undefined): EpreuveError | undefined {
    if (this.#accepted && !isRefusal(code)) return undefined;
    clearTimeout(this.#timer);
    this.#accepted = true;
    return this.#outcome.refused({
      ...this.#facts,
      failure: 'refused-by-peer',
      cause: code ?? 'closed-after-handshake',
    });
  }
}
