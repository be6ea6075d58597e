import type { HandshakeFacts } from '../core/index.js';
import { openHttpClient, type Security } from '../transports/index.js';

interface PageRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Fetches the pages of one server for a browser that must show them with our certificate and the user's authority. */
export interface PageClient {
  /** Redirects are given back. Throws the transport errors of `openHttpClient`. */
  fetch(request: PageRequest): Promise<{ status: number; headers: Record<string, string>; body: Uint8Array }>;
  close(): Promise<void>;
}

/** Headers between two neighbours of a connection; the browser is not one of them. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'host', 'content-length']);

/** A client for the origin of `url`. Throws `tls-material`. */
export async function openPageClient(
  url: string,
  security: Security,
  options: { onHandshake?: (facts: HandshakeFacts) => void; timeoutMs?: number } = {},
): Promise<PageClient> {
  const { hostname, port, protocol } = new URL(url);
  const endpoint = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    security,
  };
  const { onHandshake, timeoutMs } = options;
  const http = await openHttpClient(endpoint, {
    ...(timeoutMs !== undefined && { limits: { answerTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs } }),
    observers: [(event) => event.kind === 'handshake' && onHandshake?.(event.facts)],
  });
  return {
    fetch: async ({ method, url: target, headers, body }) => {
      const { pathname, search } = new URL(target);
      try {
        const answer = await http.dispatcher.request({
          origin: new URL(target).origin,
          path: pathname + search,
          method: method as 'GET',
          headers: { ...endToEnd(headers), 'accept-encoding': 'identity' },
          ...(body && { body }),
        });
        const bytes = new Uint8Array(await answer.body.arrayBuffer());
        return { status: answer.statusCode, headers: endToEnd(answer.headers), body: bytes };
      } catch (error) {
        throw http.explain(error);
      }
    },
    close: () => http.close(),
  };
}

function endToEnd(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined || name.startsWith(':') || HOP_BY_HOP.has(name.toLowerCase())) return [];
      return [[name, Array.isArray(value) ? value.join('\n') : value]];
    }),
  );
}
