import type { HandshakeFacts } from '../../core/index.js';
import type { ObservingOptions } from '../observers.js';
import type { Peer } from '../types.js';

/** In the order of the wire, names in lower case; a repeated header is repeated. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[];

export interface HttpRequest {
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  readonly headers: HttpHeaders;
  readonly body: Uint8Array;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** As it came over the wire. */
  readonly body: Uint8Array;
}

export interface HttpLimits {
  /** Bytes of one body, either direction. */
  readonly maxBodyBytes: number;
  /** Bytes of the headers of one message. */
  readonly maxHeaderBytes: number;
  /** Server: milliseconds a connection may take for the complete head of its next request. */
  readonly idleTimeoutMs: number;
  /** Milliseconds for a whole request body (server), or between two parts of an answer's body (client). */
  readonly bodyTimeoutMs: number;
  /** Client: milliseconds from the end of the request to the head of the answer. */
  readonly answerTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxConnections: number;
}

export interface HttpTimings {
  /** Milliseconds from the start of the request to the head of the answer. */
  readonly firstByteMs: number;
  /** Milliseconds to the end of the answer. */
  readonly totalMs: number;
}

/** Everything that happens on HTTP connections, told to observers in order. `exchange` ties an answer to its request. */
export type HttpEvent = { readonly connection: string; readonly at: Date } & (
  | { readonly kind: 'opened'; readonly peer: { readonly address: string; readonly port: number } }
  | { readonly kind: 'handshake'; readonly facts: HandshakeFacts }
  | ({ readonly kind: 'request' } & HttpRequestFacts)
  | ({ readonly kind: 'response' } & HttpResponseFacts)
  | { readonly kind: 'exchange-failed'; readonly exchange: string; readonly code: string; readonly reason?: string }
  | { readonly kind: 'closed'; readonly by: 'us' | 'peer' | 'error'; readonly reason?: string }
);

export interface HttpRequestFacts {
  readonly exchange: string;
  readonly direction: 'sent' | 'received';
  readonly request: HttpRequest;
  /** False: the body was cut, refused or not sent to its end. */
  readonly complete: boolean;
}

export interface HttpResponseFacts {
  readonly exchange: string;
  readonly direction: 'sent' | 'received';
  readonly response: HttpResponse;
  readonly complete: boolean;
  readonly timings: HttpTimings;
}

export type HttpObserver = (event: HttpEvent) => void;

export interface HttpOptions extends Omit<ObservingOptions, 'observers'> {
  readonly observers?: readonly HttpObserver[];
  /** Changes to DEFAULT_HTTP_LIMITS. */
  readonly limits?: Partial<HttpLimits>;
}

/** Answers one request. What it throws is told to `onFault`, and the client gets a 500. */
export type HttpHandler = (request: HttpRequest, peer: Peer) => Promise<HttpResponse> | HttpResponse;

/** Statuses the server answers by itself, before a handler could. */
export type HttpRefusal = 408 | 413 | 500;

export interface HttpServerOptions extends HttpOptions {
  /** What a refused client reads; an empty body by default. */
  readonly refuse?: (status: HttpRefusal) => Omit<HttpResponse, 'status'>;
}

export interface HttpListener {
  readonly host: string;
  readonly port: number;
  /** Stops accepting, lets open exchanges finish within `graceMs`, then cuts them. */
  close(options?: { readonly graceMs?: number }): Promise<void>;
}
