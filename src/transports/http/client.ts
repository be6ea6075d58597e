import type { buildConnector, Dispatcher } from 'undici';
import { type EpreuveError, makeError } from '../../core/index.js';
import { closedError, formatAddress } from '../errors.js';
import { ClientHandshake } from '../tls/client-handshake.js';
import type { Endpoint } from '../types.js';
import { ClientConnection } from './client-connection.js';
import { toHttpError } from './errors.js';
import { toHttpLimits } from './limits.js';
import { RecordedExchange } from './recorded-exchange.js';
import type { HttpLimits, HttpOptions } from './types.js';

/** A client of one server; what it does is told to observers. */
export interface HttpClient {
  /** For `fetch(…, { dispatcher })` and all that is built on it. Requests go out one after the other. */
  readonly dispatcher: Dispatcher;
  /** The transport error behind what fetch threw. */
  explain(error: unknown): EpreuveError;
  close(): Promise<void>;
}

/**
 * Makes a client; connections are opened when needed and verified before anything is sent on them. Throws `tls-material`
 * and `bad-limit`; calls then fail with `refused`, `dns`, `unreachable`, `timeout`, `connection-failed`, `tls-handshake`,
 * `closed`, `protocol`, `http-other-origin` (see `explain`).
 */
export async function openHttpClient(endpoint: Endpoint, options: HttpOptions = {}): Promise<HttpClient> {
  const limits = toHttpLimits(options.limits);
  const connector = new Connector(endpoint, limits, options);
  const address = formatAddress(endpoint.host, endpoint.port);
  // Loaded at first use: it takes longer than checking a file, which needs no HTTP.
  const { Agent } = await import('undici');
  const agent = new Agent({
    connect: connector.connect,
    // One connection at a time, so that an exchange is known by the connection it runs on.
    connections: 1,
    pipelining: 1,
    headersTimeout: limits.answerTimeoutMs,
    bodyTimeout: limits.bodyTimeoutMs,
    maxResponseSize: limits.maxBodyBytes,
    maxHeaderSize: limits.maxHeaderBytes,
  });
  const guard = new ExchangeGuard(originOf(endpoint), address);
  let lastError: unknown;
  const failed = (error: unknown) => {
    lastError = error;
  };
  return {
    dispatcher: agent.compose((dispatch) => (request, handler) => {
      lastError = undefined;
      guard.checkOrigin(request.origin, failed);
      const exchange = new RecordedExchange(request, guard.checking(handler), () => connector.current, failed);
      return dispatch({ ...request, body: exchange.copying(request.body ?? null) }, exchange);
    }),
    explain: (error) => toHttpError(error, lastError, address, limits),
    close: async () => {
      connector.expectEnd();
      await agent.destroy();
      await connector.ended();
    },
  };
}

/** Scheme, host and port of the server, as a URL has them. */
export function originOf({ host, port, security }: Endpoint): string {
  return new URL(`${security.kind === 'plaintext' ? 'http' : 'https'}://${formatAddress(host, port)}`).origin;
}

/** What undici calls to connect. The settings of TLS are checked when it is made. */
class Connector {
  current: ClientConnection | undefined;
  readonly #open = new Set<Promise<void>>();
  #closing = false;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly limits: HttpLimits,
    private readonly options: HttpOptions,
  ) {
    this.#handshake();
  }

  readonly connect: buildConnector.connector = (_request, callback) => {
    const connection = new ClientConnection(this.endpoint, this.limits, this.options);
    connection.open(this.#handshake()).then(
      (socket) => {
        this.current = connection;
        this.#open.add(new Promise((resolve) => socket.once('close', () => resolve())));
        // Closed while it was being opened.
        if (this.#closing) connection.expectEnd();
        callback(null, socket);
      },
      (error: Error) => callback(error, null),
    );
  };

  expectEnd(): void {
    this.#closing = true;
    this.current?.expectEnd();
  }

  async ended(): Promise<void> {
    await Promise.all(this.#open);
  }

  #handshake(): ClientHandshake | undefined {
    const { security, host } = this.endpoint;
    return security.kind === 'mutual-tls'
      ? new ClientHandshake(security.tls, host, this.limits.handshakeTimeoutMs)
      : undefined;
  }
}

/** Keeps requests on their server and answers uncompressed: a small body must not become a large one. */
class ExchangeGuard {
  constructor(
    private readonly origin: string,
    private readonly address: string,
  ) {}

  /** Throws `http-other-origin`: headers with tokens must not follow a link to another server. */
  checkOrigin(origin: string | URL | undefined, failed: (error: unknown) => void): void {
    const wanted = origin === undefined ? undefined : new URL(origin).origin;
    if (wanted === this.origin) return;
    const error = makeError('http-other-origin', { address: this.address, origin: wanted ?? '—' });
    failed(error);
    throw error;
  }

  checking(handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
    return new UncompressedOnly(handler, this.address);
  }
}

class UncompressedOnly implements Dispatcher.DispatchHandler {
  constructor(
    private readonly handler: Dispatcher.DispatchHandler,
    private readonly address: string,
  ) {}

  onRequestStart(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onRequestStart']>>): void {
    this.handler.onRequestStart?.(...args);
  }

  onRequestUpgrade(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onRequestUpgrade']>>): void {
    this.handler.onRequestUpgrade?.(...args);
  }

  onResponseStart(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>): void {
    const [controller, , headers] = args;
    const encoding = String(headers['content-encoding'] ?? 'identity');
    if (encoding === 'identity' || encoding === '') this.handler.onResponseStart?.(...args);
    else controller.abort(closedError('compressed-body', this.address));
  }

  onResponseData(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseData']>>): void {
    this.handler.onResponseData?.(...args);
  }

  onResponseEnd(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseEnd']>>): void {
    this.handler.onResponseEnd?.(...args);
  }

  onResponseError(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseError']>>): void {
    this.handler.onResponseError?.(...args);
  }
}
