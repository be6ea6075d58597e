import type { Socket } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import type { TlsSettings } from '../types.js';
import { HandshakeEnd, type HandshakeOutcome } from './handshake-outcome.js';
import { clientTlsOptions, localSubjectOf } from './tls-options.js';
import type { PeerPolicy } from './verify-peer.js';

/** Mutual TLS as the one who calls. Making it throws `tls-material`; nothing else does. */
export class ClientHandshake {
  readonly #options: ConnectionOptions;
  readonly #policy: PeerPolicy;
  readonly #timeoutMs: number;

  constructor(settings: TlsSettings, host: string, timeoutMs: number) {
    this.#options = clientTlsOptions(settings, host);
    const expectedName = settings.peerName ?? host;
    this.#policy = {
      role: 'client',
      settings,
      localSubject: localSubjectOf(settings),
      ...(expectedName === false ? {} : { expectedName }),
    };
    this.#timeoutMs = timeoutMs;
  }

  /** `raw` is connected. */
  start(raw: Socket, outcome: HandshakeOutcome): void {
    const end = new HandshakeEnd(raw, this.#policy, outcome, this.#timeoutMs);
    const socket = connect({ ...this.#options, socket: raw });
    socket.once('secureConnect', () => end.verify(socket));
    socket.on('error', (error) => end.fail(error, socket));
    socket.once('close', () => end.fail({ code: 'ECONNRESET' }));
  }
}
