import { request } from 'undici';
import type { HandshakeFacts } from '../../src/core/index.js';
import {
  type HttpClient,
  type HttpEvent,
  type HttpListener,
  type HttpOptions,
  type HttpResponse,
  openHttpClient,
  type Security,
} from '../../src/transports/index.js';

/** An observer that keeps what it is told. */
export function httpRecorder(): { observe: (event: HttpEvent) => void; events: HttpEvent[]; kinds(): string[] } {
  const events: HttpEvent[] = [];
  return { events, observe: (event) => events.push(event), kinds: () => events.map(describeHttpEvent) };
}

/** `request sent POST /fhir {}`, `response received 200 {}`, `closed us asked`. */
export function describeHttpEvent(event: HttpEvent): string {
  const text = (body: Uint8Array) => Buffer.from(body).toString('utf8').slice(0, 100);
  switch (event.kind) {
    case 'opened':
      return 'opened';
    case 'handshake':
      return `handshake ${event.facts.failure ?? event.facts.security}`;
    case 'request': {
      const { method, target, body } = event.request;
      return `request ${event.direction} ${method} ${target} ${text(body)}`.trim();
    }
    case 'response':
      return `response ${event.direction} ${event.response.status} ${text(event.response.body)}`.trim();
    case 'exchange-failed':
      return `exchange-failed ${event.code}`;
    case 'closed':
      return `closed ${event.by} ${event.reason}`;
  }
}

export function httpHandshakes(events: readonly HttpEvent[]): HandshakeFacts[] {
  return events.flatMap((event) => (event.kind === 'handshake' ? [event.facts] : []));
}

export function answer(status: number, body = '', headers: HttpResponse['headers'] = []): HttpResponse {
  return { status, headers, body: Buffer.from(body) };
}

export function clientOf(listener: HttpListener, security: Security, options: HttpOptions = {}): Promise<HttpClient> {
  return openHttpClient({ host: '127.0.0.1', port: listener.port, security }, options);
}

export const inClear: Security = { kind: 'plaintext' };

/** One call through the client's dispatcher; throws our error. */
export async function call(
  client: HttpClient,
  port: number,
  { method = 'GET', path = '/', body, secure = false }: CallOptions = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  try {
    const origin = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`;
    const response = await request(`${origin}${path}`, {
      method,
      dispatcher: client.dispatcher,
      ...(body !== undefined && { body }),
    });
    return { status: response.statusCode, text: await response.body.text(), headers: response.headers };
  } catch (error) {
    throw client.explain(error);
  }
}

export interface CallOptions {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly secure?: boolean;
}
