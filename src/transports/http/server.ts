import { createServer, type IncomingMessage, type Server as NodeHttpServer, type ServerResponse } from 'node:http';
import { createServer as createNetServer, type Server, type Socket } from 'node:net';
import type { HandshakeFacts } from '../../core/index.js';
import type { CloseReason } from '../close-reasons.js';
import { codeOf, formatAddress, toListenError } from '../errors.js';
import { Watchdog } from '../mllp/watchdog.js';
import { nextConnectionId, warnOfFault } from '../observers.js';
import { AcceptanceWatch } from '../tls/acceptance.js';
import { closedBy, tlsHandshakeError } from '../tls/handshake-error.js';
import { TlsAcceptor } from '../tls/tls-acceptor.js';
import type { Endpoint, Peer } from '../types.js';
import { toHttpLimits } from './limits.js';
import { createHttpPublisher, type HttpPublish } from './publisher.js';
import { serveExchange } from './server-exchange.js';
import type { HttpHandler, HttpLimits, HttpListener, HttpServerOptions } from './types.js';

const DEFAULT_GRACE_MS = 2000;

/**
 * Listens for HTTP/1.1, or HTTPS with mutual TLS; no handler is called for a peer that was not verified.
 * Throws `port-in-use`, `port-forbidden`, `address-not-ours`, `listen-failed`, `tls-material`, `bad-limit`.
 */
export async function listenHttp(
  endpoint: Endpoint,
  handler: HttpHandler,
  options: HttpServerOptions = {},
): Promise<HttpListener> {
  const limits = toHttpLimits(options.limits);
  const { host, port, security } = endpoint;
  const acceptor =
    security.kind === 'mutual-tls' ? new TlsAcceptor(security.tls, limits.handshakeTimeoutMs) : undefined;
  const connections = new HttpConnections(handler, limits, options, acceptor);
  const server = createNetServer({ noDelay: true, keepAlive: true }, (socket) => connections.accept(socket));
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

interface Connection {
  readonly publish: HttpPublish;
  readonly peer: Peer;
  /** Runs while no request is under way. */
  readonly idle: Watchdog;
  readonly watch: AcceptanceWatch | undefined;
  busy: number;
  ending: { readonly by: 'us' | 'peer' | 'error'; readonly reason: CloseReason } | undefined;
}

const REFUSED = Buffer.from('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
const HEAD_TOO_LARGE = Buffer.from(
  'HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
);
/** First byte of a TLS record of a handshake. */
const TLS_HANDSHAKE = 0x16;

/** The connections of one listener. The HTTP parser of Node runs on sockets that were accepted, and verified, here. */
class HttpConnections {
  readonly #http: NodeHttpServer;
  readonly #raw = new Set<Socket>();
  readonly #handshaking = new Set<Socket>();
  readonly #open = new Map<Socket, Connection>();
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly handler: HttpHandler,
    private readonly limits: HttpLimits,
    private readonly options: HttpServerOptions,
    private readonly acceptor: TlsAcceptor | undefined,
  ) {
    this.#http = createServer({ maxHeaderSize: limits.maxHeaderBytes, keepAliveTimeout: 0, requestTimeout: 0 });
    this.#http.on('request', (incoming, outgoing) => void this.#serve(incoming, outgoing));
    this.#http.on('clientError', (error, socket) => this.#onClientError(error, socket as Socket));
  }

  accept(raw: Socket): void {
    const publish = createHttpPublisher(nextConnectionId(), this.options);
    const address = raw.remoteAddress ?? '';
    const port = raw.remotePort ?? 0;
    raw.on('error', () => {}); // an error always ends in 'close', where it is told
    publish({ kind: 'opened', peer: { address, port } });
    if (this.#raw.size >= this.limits.maxConnections || this.#stopped !== undefined) {
      publish({ kind: 'closed', by: 'us', reason: this.#stopped ? 'shutdown' : 'too-many-connections' });
      raw.destroy();
      return;
    }
    this.#raw.add(raw);
    raw.once('close', () => this.#raw.delete(raw));
    if (this.acceptor !== undefined) this.#secure(this.acceptor, raw, { publish, address, port });
    else {
      const facts: HandshakeFacts = { security: 'plaintext', role: 'server' };
      publish({ kind: 'handshake', facts });
      this.#start(raw, { publish, peer: { address, port, handshake: facts }, watch: undefined });
    }
  }

  stop(server: Server, graceMs: number): Promise<void> {
    this.#stopped ??= this.#stop(server, graceMs);
    return this.#stopped;
  }

  async #stop(server: Server, graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const raw of this.#handshaking) raw.destroy();
    for (const [socket, connection] of this.#open) if (connection.busy === 0) this.#cut(socket, 'shutdown');
    const cut = setTimeout(() => {
      for (const socket of this.#open.keys()) this.#cut(socket, 'shutdown');
    }, graceMs);
    await closed;
    clearTimeout(cut);
  }

  #secure(
    acceptor: TlsAcceptor,
    raw: Socket,
    { publish, address, port }: { publish: HttpPublish; address: string; port: number },
  ): void {
    this.#handshaking.add(raw);
    acceptor.accept(raw, {
      failed: (facts) => {
        this.#handshaking.delete(raw);
        publish({ kind: 'handshake', facts });
        publish({ kind: 'closed', by: closedBy(facts.failure), reason: 'tls-handshake' });
      },
      secured: (socket, facts) => {
        this.#handshaking.delete(raw);
        const watch = new AcceptanceWatch(socket, facts, {
          accepted: () => publish({ kind: 'handshake', facts }),
          refused: (lateFacts) => {
            publish({ kind: 'handshake', facts: lateFacts });
            return tlsHandshakeError(lateFacts, formatAddress(address, port));
          },
        });
        this.#start(socket, { publish, peer: { address, port, handshake: facts }, watch });
        watch.start();
      },
    });
  }

  /** From here on the socket speaks HTTP. */
  #start(socket: Socket, known: Pick<Connection, 'publish' | 'peer' | 'watch'>): void {
    const idle = new Watchdog(this.limits.idleTimeoutMs, () => this.#cut(socket, 'idle'));
    const connection: Connection = { ...known, idle, busy: 0, ending: undefined };
    this.#open.set(socket, connection);
    socket.on('error', (error) => this.#onSocketError(connection, codeOf(error)));
    socket.once('close', () => {
      idle.rest();
      this.#open.delete(socket);
      known.publish({ kind: 'closed', ...(connection.ending ?? { by: 'peer', reason: 'peer-ended' }) });
    });
    idle.feed();
    this.#http.emit('connection', socket);
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { socket } = incoming;
    const connection = this.#open.get(socket);
    if (connection === undefined) {
      socket.destroy();
      return;
    }
    connection.watch?.hooks.onFirstBytes();
    connection.idle.rest();
    connection.busy += 1;
    await serveExchange(incoming, outgoing, {
      handler: this.handler,
      limits: this.limits,
      publish: connection.publish,
      onFault: this.options.onFault ?? warnOfFault,
      refuse: this.options.refuse ?? (() => ({ headers: [], body: new Uint8Array() })),
      peer: connection.peer,
      cut: (reason) => this.#cut(socket, reason),
    });
    connection.busy -= 1;
    if (connection.busy > 0) return;
    if (this.#stopped !== undefined) this.#cut(socket, 'shutdown');
    else if (!socket.destroyed) connection.idle.feed();
  }

  #onSocketError(connection: Connection, code: string | undefined): void {
    const isReset = code === 'ECONNRESET' || code === 'EPIPE';
    connection.ending ??= { by: 'error', reason: isReset ? 'peer-reset' : 'socket-error' };
    if (connection.watch?.hooks.explainEarlyEnd(code) !== undefined) {
      connection.ending = { by: 'peer', reason: 'refused-by-peer' };
    }
  }

  #onClientError(error: Error, socket: Socket): void {
    const code = codeOf(error);
    const connection = this.#open.get(socket);
    if (!socket.writable || code === 'ECONNRESET' || connection === undefined) {
      socket.destroy();
      return;
    }
    const first = 'rawPacket' in error && error.rawPacket instanceof Uint8Array ? error.rawPacket[0] : undefined;
    const speaksTls = first === TLS_HANDSHAKE && connection.peer.handshake.security === 'plaintext';
    const tooLarge = code === 'HPE_HEADER_OVERFLOW';
    connection.ending = {
      by: 'us',
      reason: speaksTls ? 'peer-speaks-tls' : tooLarge ? 'oversize-head' : 'not-http',
    };
    socket.end(tooLarge ? HEAD_TOO_LARGE : REFUSED, () => socket.destroy());
  }

  #cut(socket: Socket, reason: CloseReason): void {
    const connection = this.#open.get(socket);
    if (connection) connection.ending ??= { by: 'us', reason };
    socket.destroy();
  }
}
