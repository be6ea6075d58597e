import { createServer, type Server, type Socket } from 'node:net';
import type { HandshakeFacts } from '../../core/index.js';
import { formatAddress, toListenError } from '../errors.js';
import { createPublisher, nextConnectionId, type Publish, warnOfFault } from '../observers.js';
import { AcceptanceWatch } from '../tls/acceptance.js';
import { closedBy, tlsHandshakeError } from '../tls/handshake-error.js';
import { TlsAcceptor } from '../tls/tls-acceptor.js';
import type { Endpoint, MllpLimits, MllpListener } from '../types.js';
import { type FrameHandler, MllpConnection } from './connection.js';
import { toMllpLimits } from './limits.js';
import type { MllpOptions } from './options.js';

/** Called for one frame at a time per connection; what it throws is told to `onFault` and the connection goes on. */
export type MllpHandler = FrameHandler;

const DEFAULT_GRACE_MS = 5000;

/**
 * Listens for MLLP connections. Frames that a pending request() or receive() of the channel takes do not reach the handler.
 * Throws `port-in-use`, `port-forbidden`, `address-not-ours`, `listen-failed`, `tls-material`, `bad-limit`.
 */
export async function listenMllp(
  endpoint: Endpoint,
  handler: MllpHandler,
  options: MllpOptions = {},
): Promise<MllpListener> {
  const limits = toMllpLimits(options.limits);
  const { host, port, security } = endpoint;
  const acceptor =
    security.kind === 'mutual-tls' ? new TlsAcceptor(security.tls, limits.handshakeTimeoutMs) : undefined;
  const connections = new Connections(handler, limits, options, acceptor);
  const server = createServer({ noDelay: true, keepAlive: true });
  server.on('connection', (socket) => connections.accept(socket));
  const bound = await startListening(server, host, port);
  server.on('error', (error) => (options.onFault ?? warnOfFault)(error, 'listener'));
  return { ...bound, close: ({ graceMs = DEFAULT_GRACE_MS } = {}) => connections.stop(server, graceMs) };
}

function startListening(server: Server, host: string, port: number): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(toListenError(error, host, port));
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? { host: bound.address, port: bound.port } : { host, port });
    });
  });
}

/** The connections of one listener, from their first packet to their end. */
class Connections {
  readonly #handler: FrameHandler;
  readonly #limits: MllpLimits;
  readonly #options: MllpOptions;
  readonly #acceptor: TlsAcceptor | undefined;
  /** Every socket, with its connection once the handshake is done. */
  readonly #open = new Map<Socket, MllpConnection | undefined>();
  #stopped: Promise<void> | undefined;

  constructor(handler: FrameHandler, limits: MllpLimits, options: MllpOptions, acceptor: TlsAcceptor | undefined) {
    this.#handler = handler;
    this.#limits = limits;
    this.#options = options;
    this.#acceptor = acceptor;
  }

  accept(socket: Socket): void {
    const id = nextConnectionId();
    const publish = createPublisher(id, this.#options);
    const address = socket.remoteAddress ?? '';
    const port = socket.remotePort ?? 0;
    socket.on('error', () => {}); // an error always ends in 'close', where it is told
    publish({ kind: 'opened', peer: { address, port } });
    if (this.#open.size >= this.#limits.maxConnections || this.#stopped !== undefined) {
      publish({ kind: 'closed', by: 'us', reason: this.#stopped ? 'shutdown' : 'too-many-connections' });
      socket.destroy();
      return;
    }
    this.#open.set(socket, undefined);
    socket.on('close', () => this.#open.delete(socket));
    if (this.#acceptor === undefined) this.#openPlaintext(socket, { id, publish, address, port });
    else this.#openSecured(this.#acceptor, socket, { id, publish, address, port });
  }

  /** Frames under way are finished and answered; at the end of the grace what is left is cut. */
  stop(server: Server, graceMs: number): Promise<void> {
    this.#stopped ??= this.#stop(server, graceMs);
    return this.#stopped;
  }

  async #stop(server: Server, graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const ends = [...this.#open.keys()].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const [socket, connection] of this.#open) {
      if (connection === undefined) socket.destroy();
      else connection.finish();
    }
    const cut = setTimeout(() => {
      for (const connection of this.#open.values()) connection?.cut('shutdown');
    }, graceMs);
    await Promise.all([closed, ...ends, ...[...this.#open.values()].map((connection) => connection?.closed)]);
    clearTimeout(cut);
  }

  #openPlaintext(socket: Socket, opening: Opening): void {
    const facts: HandshakeFacts = { security: 'plaintext', role: 'server' };
    opening.publish({ kind: 'handshake', facts });
    this.#open.set(socket, this.#connection(socket, opening, facts, {}));
  }

  #openSecured(acceptor: TlsAcceptor, socket: Socket, opening: Opening): void {
    const { publish } = opening;
    acceptor.accept(socket, {
      failed: (facts) => {
        publish({ kind: 'handshake', facts });
        publish({ kind: 'closed', by: closedBy(facts.failure), reason: 'tls-handshake' });
      },
      secured: (secured, facts) => {
        const watch = new AcceptanceWatch(secured, facts, {
          accepted: () => publish({ kind: 'handshake', facts }),
          refused: (lateFacts) => {
            publish({ kind: 'handshake', facts: lateFacts });
            return tlsHandshakeError(lateFacts, formatAddress(opening.address, opening.port));
          },
        });
        this.#open.set(socket, this.#connection(secured, opening, facts, watch.hooks));
        watch.start();
      },
    });
  }

  #connection(socket: Socket, opening: Opening, facts: HandshakeFacts, hooks: AcceptanceWatch['hooks'] | object) {
    return new MllpConnection(socket, {
      id: opening.id,
      peer: { address: opening.address, port: opening.port, handshake: facts },
      limits: this.#limits,
      publish: opening.publish,
      onFault: this.#options.onFault ?? warnOfFault,
      handler: this.#handler,
      ...hooks,
    });
  }
}

interface Opening {
  readonly id: string;
  readonly publish: Publish;
  readonly address: string;
  readonly port: number;
}
