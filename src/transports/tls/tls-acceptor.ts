import type { Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { TlsSettings } from '../types.js';
import { HandshakeEnd, type HandshakeOutcome } from './handshake-outcome.js';
import { localSubjectOf, serverTlsOptions } from './tls-options.js';
import type { PeerPolicy } from './verify-peer.js';

/**
 * Mutual TLS as the one who is called, on sockets somebody else accepted. Making it throws `tls-material`; nothing else does.
 * Inside is a TLS server that never listens. It gives back another socket than the one it was given; the two are matched by
 * the address and port of the peer, which no two open sockets of one listener share.
 */
export class TlsAcceptor {
  readonly #server: Server;
  readonly #policy: PeerPolicy;
  readonly #timeoutMs: number;
  readonly #pending = new Map<string, HandshakeEnd>();

  constructor(settings: TlsSettings, timeoutMs: number) {
    const { peerName } = settings;
    this.#policy = {
      role: 'server',
      settings,
      localSubject: localSubjectOf(settings),
      ...(typeof peerName === 'string' ? { expectedName: peerName } : {}),
    };
    this.#timeoutMs = timeoutMs;
    this.#server = createServer(serverTlsOptions(settings));
    this.#server.on('secureConnection', (socket) => {
      const end = this.#pending.get(keyOf(socket));
      if (end === undefined) socket.destroy();
      else end.verify(socket);
    });
    // A peer that merely went away leaves no address here; the end of its raw socket tells then.
    this.#server.on('tlsClientError', (error, socket) => this.#pending.get(keyOf(socket))?.fail(error, socket));
  }

  accept(raw: Socket, outcome: HandshakeOutcome): void {
    const key = keyOf(raw);
    const end = new HandshakeEnd(
      raw,
      this.#policy,
      leaving(outcome, () => this.#pending.delete(key)),
      this.#timeoutMs,
    );
    this.#pending.set(key, end);
    this.#server.emit('connection', raw);
  }
}

function keyOf({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>): string {
  return `${remoteAddress} ${remotePort}`;
}

function leaving(outcome: HandshakeOutcome, leave: () => void): HandshakeOutcome {
  return {
    secured: (socket, facts) => {
      leave();
      outcome.secured(socket, facts);
    },
    failed: (facts, cause) => {
      leave();
      outcome.failed(facts, cause);
    },
  };
}
