import type { Socket } from 'node:net';
import type { EpreuveError, HandshakeFacts } from '../../core/index.js';
import { codeOf, formatAddress } from '../errors.js';
import { nextConnectionId } from '../observers.js';
import { openSocket } from '../open-socket.js';
import { AcceptanceWatch } from '../tls/acceptance.js';
import type { ClientHandshake } from '../tls/client-handshake.js';
import { closedBy, tlsHandshakeError } from '../tls/handshake-error.js';
import type { Endpoint } from '../types.js';
import { createHttpPublisher, type HttpPublish } from './publisher.js';
import type { HttpLimits, HttpOptions } from './types.js';

/** One connection of the client, from the first packet to its end. */
export class ClientConnection {
  readonly id = nextConnectionId();
  readonly publish: HttpPublish;
  /** Why the peer ended it, when that was a refusal of our certificate told late. */
  refusal: EpreuveError | undefined;
  #watch: AcceptanceWatch | undefined;
  #socketError: unknown;
  #closing = false;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly limits: HttpLimits,
    options: HttpOptions,
  ) {
    this.publish = createHttpPublisher(this.id, options);
  }

  /**
   * Connects, and with `handshake` verifies the peer and waits until it has accepted us. Throws as connectMllp.
   * The handshake is new for each connection.
   */
  async open(handshake: ClientHandshake | undefined): Promise<Socket> {
    const { host, port } = this.endpoint;
    const raw = await openSocket(host, port, this.limits.connectTimeoutMs);
    this.publish({ kind: 'opened', peer: { address: raw.remoteAddress ?? host, port } });
    if (handshake !== undefined) return this.#secure(raw, handshake);
    this.publish({ kind: 'handshake', facts: { security: 'plaintext', role: 'client' } });
    this.#follow(raw);
    return raw;
  }

  /** The first bytes of an answer have come: we are accepted. */
  answered(): void {
    this.#watch?.hooks.onFirstBytes();
  }

  /** The next end of the connection is our doing. */
  expectEnd(): void {
    this.#closing = true;
  }

  #secure(raw: Socket, handshake: ClientHandshake): Promise<Socket> {
    const address = formatAddress(this.endpoint.host, this.endpoint.port);
    return new Promise((resolve, reject) => {
      handshake.start(raw, {
        failed: (facts, cause) => {
          this.publish({ kind: 'handshake', facts });
          this.publish({ kind: 'closed', by: closedBy(facts.failure), reason: 'tls-handshake' });
          reject(tlsHandshakeError(facts, address, cause));
        },
        secured: (socket, facts) => {
          this.#watch = new AcceptanceWatch(socket, facts, {
            accepted: () => {
              this.publish({ kind: 'handshake', facts });
              resolve(socket);
            },
            refused: (lateFacts) => this.#refused(lateFacts, address, reject),
          });
          this.#follow(socket);
          this.#watch.start();
        },
      });
    });
  }

  #refused(facts: HandshakeFacts, address: string, reject: (error: Error) => void): EpreuveError {
    this.publish({ kind: 'handshake', facts });
    const error = tlsHandshakeError(facts, address);
    this.refusal = error;
    reject(error);
    return error;
  }

  #follow(socket: Socket): void {
    socket.once('error', (error) => {
      this.#socketError = error;
      this.#explain(codeOf(error));
    });
    socket.once('end', () => this.#explain(undefined));
    socket.once('close', () => {
      if (this.#socketError === undefined) this.#explain(undefined);
      this.publish({ kind: 'closed', ...this.#ending() });
    });
  }

  #explain(code: string | undefined): void {
    if (this.#closing || this.refusal !== undefined) return;
    this.#watch?.hooks.explainEarlyEnd(code);
  }

  #ending(): { by: 'us' | 'peer' | 'error'; reason: string } {
    if (this.refusal !== undefined) return { by: 'peer', reason: 'refused-by-peer' };
    if (this.#closing) return { by: 'us', reason: 'asked' };
    if (this.#socketError === undefined) return { by: 'peer', reason: 'peer-ended' };
    const code = codeOf(this.#socketError);
    const isReset = code === 'ECONNRESET' || code === 'EPIPE';
    return { by: 'error', reason: isReset ? 'peer-reset' : 'socket-error' };
  }
}
