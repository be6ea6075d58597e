import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { HandshakeFacts } from '../../core/index.js';
import { codeOf } from '../errors.js';
import { peerCertificateFacts } from './certificate-facts.js';
import { toHandshakeFailure } from './failure.js';
import { type PeerPolicy, verifyPeer } from './verify-peer.js';

/** How a handshake ends; exactly one of them is called, once. */
export interface HandshakeOutcome {
  /** The peer is verified; nothing of its content has been read. The socket's events are the callee's from now on. */
  secured(socket: TLSSocket, facts: HandshakeFacts): void;
  /** The socket is closed; `facts.failure` says why. */
  failed(facts: HandshakeFacts, cause?: unknown): void;
}

/** The end of one handshake, either side: verifies, closes, times out, and tells the outcome once. */
export class HandshakeEnd {
  readonly #raw: Socket;
  readonly #policy: PeerPolicy;
  readonly #outcome: HandshakeOutcome;
  readonly #timer: NodeJS.Timeout;
  #told = false;

  constructor(raw: Socket, policy: PeerPolicy, outcome: HandshakeOutcome, timeoutMs: number) {
    this.#raw = raw;
    this.#policy = policy;
    this.#outcome = outcome;
    this.#timer = setTimeout(() => this.fail({ code: 'ERR_TLS_HANDSHAKE_TIMEOUT' }), timeoutMs);
    raw.once('close', () => this.fail({ code: 'ECONNRESET' }));
  }

  /** The handshake is done; must be called in the very event that tells so. */
  verify(socket: TLSSocket): void {
    if (this.#told) return;
    const facts = verifyPeer(socket, this.#policy);
    this.#finish();
    if (facts.failure === undefined) this.#outcome.secured(socket, facts);
    else this.#refuse(socket, facts);
  }

  /**
   * Closing in the event that ends the handshake keeps our last flight from leaving, so that the refused peer knows it was not
   * accepted. Only the client of TLS 1.2 has none left; it resets the connection, and later, because a reset under a
   * handshake still on the stack crashes Node 20.
   */
  #refuse(socket: TLSSocket, facts: HandshakeFacts): void {
    socket.on('error', () => {});
    if (this.#policy.role === 'client' && facts.protocol === 'TLSv1.2') {
      setImmediate(() => {
        this.#raw.resetAndDestroy();
        this.#outcome.failed(facts);
      });
    } else {
      socket.destroy();
      this.#outcome.failed(facts);
    }
  }

  /** `socket` is asked what it still knows of the peer. */
  fail(error: unknown, socket?: TLSSocket): void {
    if (this.#told) return;
    const { role, localSubject } = this.#policy;
    const code = codeOf(error);
    const progress = { role, received: this.#raw.bytesRead, sent: this.#raw.bytesWritten };
    const failure = toHandshakeFailure(code, progress);
    const certificate = socket?.getPeerX509Certificate();
    const facts: HandshakeFacts = {
      security: 'mutual-tls',
      role,
      localSubject,
      ...(certificate === undefined ? {} : peerCertificateFacts(certificate)),
      failure,
      cause: code ?? 'unknown',
    };
    this.#finish();
    this.#raw.destroy();
    this.#outcome.failed(facts, error);
  }

  #finish(): void {
    this.#told = true;
    clearTimeout(this.#timer);
  }
}
