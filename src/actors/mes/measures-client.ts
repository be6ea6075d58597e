import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'fhir-kit-client';
import { type Clock, type EpreuveError, makeError, systemClock } from '../../core/index.js';
import {
  type Endpoint,
  type HttpClient,
  type HttpLimits,
  type HttpObserver,
  openHttpClient,
  originOf,
  type Security,
} from '../../transports/index.js';
import { describeOutcome, type OutcomeIssue } from './describe-outcome.js';
import { DEFAULT_RETRY, delayBefore, isPassing, type RetryPolicy } from './retry-policy.js';

export interface MeasuresClientOptions {
  /** Base of the FHIR server: `https://host:port/fhir`. */
  readonly baseUrl: string;
  /** Must go with the scheme: plaintext with http, mutual TLS with https. */
  readonly security: Security;
  readonly accessToken?: string;
  readonly idToken?: { readonly header: string; readonly token: string };
  /** Further headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly observers?: readonly HttpObserver[];
  readonly limits?: Partial<HttpLimits>;
  readonly retry?: Partial<RetryPolicy>;
  readonly onRetry?: (retry: { readonly status: number; readonly attempt: number; readonly delayMs: number }) => void;
  readonly clock?: Clock;
}

/** What a server answered; a refusal is an answer. */
export interface MeasuresAnswer {
  readonly status: number;
  readonly ok: boolean;
  /** The body as data; undefined when it was no JSON object. */
  readonly resource: Readonly<Record<string, unknown>> | undefined;
  /** Issues of the OperationOutcome, when there is one. */
  readonly issues: readonly OutcomeIssue[];
  /** Calls that were made, the first included. */
  readonly attempts: number;
}

export type SearchParameters = Readonly<Record<string, string | readonly string[]>>;

/** Status of the last complete answer. */
interface LastStatus {
  value: number | undefined;
}

/**
 * A client of a FHIR R4 server for measures, built on fhir-kit-client. Methods throw transport errors (see openHttpClient).
 */
export class MeasuresClient {
  readonly #library: typeof Client;
  readonly #client: Client;
  readonly #http: HttpClient;
  readonly #retry: RetryPolicy;
  readonly #clock: Clock;
  readonly #base: string;
  readonly #last: LastStatus;

  private constructor(
    private readonly options: MeasuresClientOptions,
    parts: { base: string; library: typeof Client; client: Client; http: HttpClient; last: LastStatus },
  ) {
    this.#base = parts.base;
    this.#library = parts.library;
    this.#client = parts.client;
    this.#http = parts.http;
    this.#last = parts.last;
    this.#clock = options.clock ?? systemClock;
    this.#retry = { ...DEFAULT_RETRY, ...options.retry };
  }

  /** Throws `bad-url`, `tls-material`, `bad-limit`. Nothing is sent yet. */
  static async open(options: MeasuresClientOptions): Promise<MeasuresClient> {
    const { accessToken, idToken, headers, observers = [], limits, clock = systemClock } = options;
    const { endpoint, base } = readFhirUrl(options.baseUrl, options.security);
    const last: LastStatus = { value: undefined };
    const remember: HttpObserver = (event) => {
      if (event.kind === 'response' && event.complete) last.value = event.response.status;
    };
    const http = await openHttpClient(endpoint, {
      clock,
      observers: [...observers, remember],
      ...(limits && { limits }),
    });
    // Loaded at first use, as undici is: commands that check files start without it.
    const { Client: library } = await import('fhir-kit-client');
    const client = new library({
      baseUrl: base,
      customHeaders: {
        ...headers,
        // What is recorded is what is judged: no compression, JSON only.
        'accept-encoding': 'identity',
        ...(idToken && { [idToken.header]: idToken.token }),
      },
      // Redirects are shown, not followed: tokens stay where they belong.
      requestOptions: { dispatcher: http.dispatcher, redirect: 'manual' },
      ...(accessToken !== undefined && { bearerToken: accessToken }),
    });
    return new MeasuresClient(options, { base, library, client, http, last });
  }

  /** The server's description of itself. */
  capabilities(): Promise<MeasuresAnswer> {
    return this.#call(() => this.#client.capabilityStatement());
  }

  /** Posts a transaction Bundle, as it is written. */
  feed(bundle: string): Promise<MeasuresAnswer> {
    return this.#post(this.#base, bundle);
  }

  /** Posts one resource to its type, as it is written. */
  create(type: 'Observation' | 'Device', resource: string): Promise<MeasuresAnswer> {
    return this.#post(`${this.#base}/${type}`, resource);
  }

  /** One page. */
  search(parameters: SearchParameters): Promise<MeasuresAnswer> {
    const searchParams = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
    );
    return this.#call(() => this.#client.resourceSearch({ resourceType: 'Observation', searchParams }));
  }

  /** Follows `next` from page to page, `maxPages` at most; ends with the first page that was refused. */
  async *pages(parameters: SearchParameters, maxPages = 1000): AsyncGenerator<MeasuresAnswer> {
    let page = await this.search(parameters);
    yield page;
    const seen = new Set<string>();
    for (let count = 1; page.ok && count < maxPages; count++) {
      const next = nextLink(page.resource);
      // A server that links a page to itself must not keep us for ever.
      if (next === undefined || seen.has(next)) return;
      seen.add(next);
      page = await this.#call(() => this.#client.request(next));
      yield page;
    }
  }

  async close(): Promise<void> {
    await this.#http.close();
  }

  #post(url: string, body: string): Promise<MeasuresAnswer> {
    const headers = { 'content-type': 'application/fhir+json; charset=utf-8' };
    // A text goes out as it is: decimals keep their digits.
    return this.#call(() => this.#client.request(url, { method: 'POST', body, options: { headers } }));
  }

  async #call(request: () => Promise<object>): Promise<MeasuresAnswer> {
    for (let attempt = 1; ; attempt++) {
      const { status, data, headers } = await this.#once(request);
      if (!isPassing(status) || attempt >= this.#retry.attempts) {
        const resource = isFields(data) ? data : undefined;
        const ok = status >= 200 && status < 300 && resource !== undefined;
        return { status, ok, resource, issues: describeOutcome(data), attempts: attempt };
      }
      const retryAfter = headers?.get('retry-after') ?? undefined;
      const delayMs = delayBefore(attempt + 1, this.#retry, retryAfter, this.#clock.now());
      this.options.onRetry?.({ status, attempt, delayMs });
      await wait(delayMs);
    }
  }

  async #once(request: () => Promise<object>): Promise<HttpAnswer> {
    this.#last.value = undefined;
    try {
      const data = await request();
      const { response } = this.#library.httpFor(data as Parameters<typeof Client.httpFor>[0]);
      return { status: response?.status ?? 200, data, headers: response?.headers };
    } catch (error) {
      const refused = readHttpError(error);
      if (refused) return refused;
      // fhir-kit-client stumbles over JSON that is neither object nor array; the answer had come whole.
      const status: number | undefined = this.#last.value;
      if (status !== undefined) return { status, data: undefined, headers: undefined };
      throw this.#http.explain(error);
    }
  }
}

interface HttpAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Headers | undefined;
}

/** What fhir-kit-client throws for a status that is not 2xx, or a body that is no JSON. */
function readHttpError(error: unknown): HttpAnswer | undefined {
  if (!(error instanceof Error) || !('response' in error) || !isFields(error.response)) return undefined;
  const { status, data } = error.response;
  if (typeof status !== 'number') return undefined;
  const headers = 'config' in error && isFields(error.config) ? error.config.headers : undefined;
  return { status, data, headers: headers instanceof Headers ? headers : undefined };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nextLink(bundle: MeasuresAnswer['resource']): string | undefined {
  const links: unknown = bundle?.link;
  if (!Array.isArray(links)) return undefined;
  const next: unknown = links.find((link) => isFields(link) && link.relation === 'next');
  return isFields(next) && typeof next.url === 'string' ? next.url : undefined;
}

/** Throws `bad-url` for what is no http(s) URL, or does not go with the security asked for. */
export function readFhirUrl(text: string, security: Security): { endpoint: Endpoint; base: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const scheme = security.kind === 'plaintext' ? 'http:' : 'https:';
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '') {
    throw badUrl(text, 'https://host:port/fhir', 'https://host:port/fhir');
  }
  if (url.protocol !== scheme) {
    throw scheme === 'http:'
      ? badUrl(text, '--plaintext va avec http://', '--plaintext goes with http://')
      : badUrl(text, 'http:// demande --plaintext', 'http:// needs --plaintext');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (scheme === 'http:' ? 80 : 443) : Number(url.port);
  const endpoint: Endpoint = { host, port, security };
  return { endpoint, base: `${originOf(endpoint)}${url.pathname.replace(/\/+$/, '')}` };
}

function badUrl(text: string, reasonFr: string, reasonEn: string): EpreuveError {
  // A password in the URL must not be shown.
  const url = text.replace(/\/\/[^@/]*@/, '//…@');
  return makeError('bad-url', { url, reasonFr, reasonEn });
}
