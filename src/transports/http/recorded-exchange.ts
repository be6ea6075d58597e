import type { Dispatcher } from 'undici';
import { isEpreuveError } from '../../core/index.js';
import { codeOf } from '../errors.js';
import type { ClientConnection } from './client-connection.js';
import { nextExchangeId } from './publisher.js';
import type { HttpHeaders } from './types.js';

type Body = NonNullable<Dispatcher.DispatchOptions['body']> | null;

/** One request of undici and its answer, told to the connection's observers as it happens. */
export class RecordedExchange implements Dispatcher.DispatchHandler {
  readonly #id = nextExchangeId();
  readonly #request: { readonly method: string; readonly target: string; readonly headers: HttpHeaders };
  readonly #sent: Uint8Array[] = [];
  readonly #received: Uint8Array[] = [];
  #connection: ClientConnection | undefined;
  #start = 0;
  #firstByte = 0;
  #bodyDone = false;
  #requestTold = false;
  #status = 0;
  #headers: HttpHeaders = [];

  constructor(
    options: Dispatcher.DispatchOptions,
    private readonly handler: Dispatcher.DispatchHandler,
    /** The connection that carries the request that starts now: there is one at a time. */
    private readonly current: () => ClientConnection | undefined,
    private readonly failed: (error: unknown) => void,
  ) {
    this.#request = { method: options.method, target: options.path, headers: toHeaders(options.headers) };
  }

  /** The body of the request, copied as it goes out. */
  copying(body: Body): Body {
    if (body === null) {
      this.#bodyDone = true;
      return body;
    }
    if (typeof body === 'string' || body instanceof Uint8Array) {
      this.#sent.push(typeof body === 'string' ? Buffer.from(body) : body);
      this.#bodyDone = true;
      return body;
    }
    // Undici takes async iterables; its types do not say so.
    return this.#copy(body as unknown as AsyncIterable<Uint8Array>) as unknown as Body;
  }

  async *#copy(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      this.#sent.push(chunk);
      yield chunk;
    }
    this.#bodyDone = true;
    this.#tellRequest();
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#connection = this.current();
    this.#start = performance.now();
    if (this.#bodyDone) this.#tellRequest();
    this.handler.onRequestStart?.(controller, context);
  }

  onRequestUpgrade(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onRequestUpgrade']>>): void {
    this.handler.onRequestUpgrade?.(...args);
  }

  onResponseStart(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>): void {
    const [, status, headers] = args;
    this.#connection?.answered();
    this.#tellRequest();
    this.#firstByte = performance.now();
    this.#status = status;
    this.#headers = toHeaders(headers);
    this.handler.onResponseStart?.(...args);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    // Undici may use the buffer again.
    this.#received.push(Uint8Array.from(chunk));
    this.handler.onResponseData?.(controller, chunk);
  }

  onResponseEnd(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseEnd']>>): void {
    this.#tellResponse(true);
    this.handler.onResponseEnd?.(...args);
  }

  onResponseError(controller: Dispatcher.DispatchController, error: Error): void {
    this.#tellRequest();
    if (this.#status > 0) this.#tellResponse(false);
    const code = isEpreuveError(error) ? error.code : codeOf(error);
    this.#connection?.publish({
      kind: 'exchange-failed',
      exchange: this.#id,
      code: code ?? 'unknown',
    });
    // What the peer says late about our certificate is the better reason.
    const reason = this.#connection?.refusal ?? error;
    this.failed(reason);
    this.handler.onResponseError?.(controller, reason);
  }

  #tellRequest(): void {
    if (this.#requestTold || this.#connection === undefined) return;
    this.#requestTold = true;
    const request = { ...this.#request, body: Buffer.concat(this.#sent) };
    this.#connection.publish({
      kind: 'request',
      exchange: this.#id,
      direction: 'sent',
      request,
      complete: this.#bodyDone,
    });
  }

  #tellResponse(complete: boolean): void {
    const timings = { firstByteMs: this.#firstByte - this.#start, totalMs: performance.now() - this.#start };
    const response = { status: this.#status, headers: this.#headers, body: Buffer.concat(this.#received) };
    this.#connection?.publish({
      kind: 'response',
      exchange: this.#id,
      direction: 'received',
      response,
      complete,
      timings,
    });
  }
}

/** Undici gives headers as an object, as a flat list of names and values, or as pairs. */
function toHeaders(headers: unknown): HttpHeaders {
  if (headers === null || typeof headers !== 'object') return [];
  if (Array.isArray(headers)) return fromList(headers);
  const pairs = Symbol.iterator in headers ? [...(headers as Iterable<[string, unknown]>)] : Object.entries(headers);
  return pairs.flatMap(([name, value]) => expand(name, value));
}

function fromList(list: readonly unknown[]): HttpHeaders {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < list.length; at += 2) headers.push(...expand(String(list[at]), list[at + 1]));
  return headers;
}

function expand(name: string, value: unknown): [string, string][] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => [name.toLowerCase(), String(one)]);
}
