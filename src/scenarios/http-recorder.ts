import type { HttpEvent, HttpObserver } from '../actors/index.js';
import type { EvidenceItem } from '../core/index.js';
import { type RunRecorder, sha256 } from '../evidence/index.js';
import type { Recorded } from './wire-recorder.js';

type RequestEvent = Extract<HttpEvent, { kind: 'request' }>;
type ResponseEvent = Extract<HttpEvent, { kind: 'response' }>;

/**
 * Turns HTTP events into evidence: handshakes; for each message its head (start line and headers, tokens replaced by a
 * digest) and, when it has one, its body as a document of its own, byte for byte. Facts hold no query: that names patients.
 */
export class HttpRecorder {
  /** Head and body of each request that waits for its answer. */
  readonly #requests = new Map<string, { readonly head: EvidenceItem; readonly body: EvidenceItem | undefined }>();
  readonly #secretHeaders: ReadonlySet<string>;

  constructor(
    private readonly recorder: RunRecorder,
    /** Put in front of connection ids, so that both sides of a demo stay apart. */
    private readonly side: string,
    private readonly keeps: Recorded = 'everything',
    /** Headers that carry tokens, beside those every HTTP client has. */
    secretHeaders: readonly string[] = [],
  ) {
    this.#secretHeaders = new Set([...SECRET_HEADERS, ...secretHeaders.map((name) => name.toLowerCase())]);
  }

  readonly observer: HttpObserver = (event) => {
    if (event.kind === 'handshake') this.#handshake(event);
    if (this.keeps === 'handshakes') return;
    if (event.kind === 'request') this.#request(event);
    if (event.kind === 'response') this.#response(event);
    if (event.kind === 'exchange-failed') this.#failure(event);
  };

  #handshake(event: Extract<HttpEvent, { kind: 'handshake' }>): void {
    const facts = { ...event.facts, side: this.side, transport: 'http' };
    this.recorder.record(
      {
        kind: 'handshake',
        mediaType: 'application/json',
        name: `handshake-${this.side}`,
        extension: 'json',
        connection: this.#connection(event.connection),
        facts,
      },
      Buffer.from(`${JSON.stringify(facts, null, 2)}\n`),
    );
  }

  #request(event: RequestEvent): void {
    const { method, target, headers, body } = event.request;
    const path = target.replace(/[?#].*$/s, '');
    const name = `${method}-${path.replace(/^\//, '').replaceAll('/', '-') || 'root'}`;
    const facts = { http: 'request', exchange: event.exchange, method, path, ...incomplete(event) };
    const startLine = `${method} ${maskQuery(target)} HTTP/1.1`;
    const head = this.#head(event, `${event.direction}-${name}`, facts, startLine, headers);
    const kept = this.#body(event, `${event.direction}-${name}`, facts, headers, body);
    this.#requests.set(event.exchange, { head, body: kept });
  }

  #response(event: ResponseEvent): void {
    const { status, headers, body } = event.response;
    const asked = this.#requests.get(event.exchange);
    this.#requests.delete(event.exchange);
    const answers = (asked?.body ?? asked?.head)?.id;
    const milliseconds = (value: number) => String(Math.round(value));
    const facts = {
      http: 'response',
      exchange: event.exchange,
      status: String(status),
      firstByteMs: milliseconds(event.timings.firstByteMs),
      totalMs: milliseconds(event.timings.totalMs),
      ...incomplete(event),
    };
    const name = `${event.direction}-${status}`;
    this.#head(event, name, facts, `HTTP/1.1 ${status}`, headers, answers);
    this.#body(event, name, facts, headers, body, answers);
  }

  #failure(event: Extract<HttpEvent, { kind: 'exchange-failed' }>): void {
    const asked = this.#requests.get(event.exchange);
    if (!asked) return;
    this.#requests.delete(event.exchange);
    const facts = { http: 'failure', exchange: event.exchange, code: event.code };
    this.recorder.record(
      {
        kind: 'log',
        mediaType: 'text/plain',
        name: `no-answer-${event.code}`,
        extension: 'txt',
        answers: (asked.body ?? asked.head).id,
        connection: this.#connection(event.connection),
        facts,
      },
      new Uint8Array(),
    );
  }

  #head(
    event: RequestEvent | ResponseEvent,
    name: string,
    facts: Readonly<Record<string, string>>,
    startLine: string,
    headers: RequestEvent['request']['headers'],
    answers?: string,
  ): EvidenceItem {
    const lines = headers.map(
      ([header, value]) => `${header}: ${this.#isSecret(header, value) ? digest(value) : value}`,
    );
    return this.recorder.record(
      {
        kind: 'log',
        mediaType: 'message/http',
        name,
        extension: 'http',
        direction: event.direction,
        connection: this.#connection(event.connection),
        ...(answers !== undefined && { answers }),
        facts,
      },
      Buffer.from(`${[startLine, ...lines].join('\r\n')}\r\n\r\n`, 'latin1'),
    );
  }

  #body(
    event: RequestEvent | ResponseEvent,
    name: string,
    facts: Readonly<Record<string, string>>,
    headers: RequestEvent['request']['headers'],
    body: Uint8Array,
    answers?: string,
  ): EvidenceItem | undefined {
    if (body.byteLength === 0) return undefined;
    const mediaType = mediaTypeOf(headers);
    return this.recorder.record(
      {
        kind: 'exchange',
        mediaType,
        name,
        extension: mediaType.endsWith('json') ? 'json' : 'bin',
        direction: event.direction,
        connection: this.#connection(event.connection),
        ...(answers !== undefined && { answers }),
        facts,
      },
      body,
    );
  }

  #isSecret(header: string, value: string): boolean {
    return this.#secretHeaders.has(header) || JWT.test(value);
  }

  #connection(id: string): string {
    return `${this.side}-${id}`;
  }
}

const SECRET_HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'];
/** The start of a JSON object in base64url, then a dot: how every JWT looks. */
const JWT = /\beyJ[\w-]+\.[\w-]/;

/** Two runs with the same token show the same digest; the token cannot be had from it. */
function digest(secret: string): string {
  return `[sha256 ${sha256(secret).slice(0, 16)}]`;
}

/** Some servers take tokens in the query, too. */
function maskQuery(target: string): string {
  return target.replace(/([?&](?:access_token|id_token|token|api_key|apikey)=)[^&#]*/gi, '$1[token]');
}

function incomplete({ complete }: { readonly complete: boolean }): { readonly complete?: string } {
  return complete ? {} : { complete: 'false' };
}

function mediaTypeOf(headers: RequestEvent['request']['headers']): string {
  const declared = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(declared)?.[0].toLowerCase() ?? 'application/octet-stream';
}
