import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloseReason } from '../close-reasons.js';
import type { FaultListener } from '../observers.js';
import type { Peer } from '../types.js';
import { type HttpPublish, nextExchangeId } from './publisher.js';
import { type BodyReading, readBody } from './read-body.js';
import type { HttpHandler, HttpLimits, HttpRefusal, HttpRequest, HttpResponse, HttpServerOptions } from './types.js';

export interface ExchangeSettings {
  readonly handler: HttpHandler;
  readonly limits: HttpLimits;
  readonly publish: HttpPublish;
  readonly onFault: FaultListener;
  readonly refuse: NonNullable<HttpServerOptions['refuse']>;
  readonly peer: Peer;
  /** Closes the connection, for that reason. */
  readonly cut: (reason: CloseReason) => void;
}

const REFUSALS: Readonly<Record<Exclude<BodyReading['outcome'], 'complete' | 'aborted'>, HttpRefusal>> = {
  'too-large': 413,
  stalled: 408,
};
/** Milliseconds a refused client has to finish its request before we cut. */
const LINGER_MS = 1000;

/** Reads one request to its end, has it answered, and tells both. Never throws. */
export async function serveExchange(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  settings: ExchangeSettings,
): Promise<void> {
  const { limits, publish, refuse } = settings;
  const exchange = nextExchangeId();
  const start = performance.now();
  const { outcome, body } = await readBody(incoming, limits.maxBodyBytes, limits.bodyTimeoutMs);
  const request = toRequest(incoming, body);
  publish({ kind: 'request', exchange, direction: 'received', request, complete: outcome === 'complete' });
  if (outcome === 'aborted') {
    publish({ kind: 'exchange-failed', exchange, code: 'closed', reason: 'peer-ended' });
    return;
  }
  const refusal = outcome === 'complete' ? undefined : REFUSALS[outcome];
  const response = refusal === undefined ? await answer(request, settings) : { status: refusal, ...refuse(refusal) };
  const firstByteMs = performance.now() - start;
  const complete = await write(outgoing, response);
  const timings = { firstByteMs, totalMs: performance.now() - start };
  publish({ kind: 'response', exchange, direction: 'sent', response, complete, timings });
  if (refusal === 413) await drain(incoming, () => settings.cut('oversize-body'));
  if (refusal === 408) settings.cut('stalled-body');
}

/** What the client still sends is thrown away for a moment, so that it reads our answer instead of a reset. */
function drain(incoming: IncomingMessage, cut: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      cut();
      resolve();
    }, LINGER_MS);
    incoming.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    if (incoming.destroyed) {
      clearTimeout(timer);
      resolve();
    } else incoming.resume();
  });
}

async function answer(request: HttpRequest, settings: ExchangeSettings): Promise<HttpResponse> {
  try {
    return await settings.handler(request, settings.peer);
  } catch (error) {
    settings.onFault(error, 'handler');
    return { status: 500, ...settings.refuse(500) };
  }
}

function toRequest(incoming: IncomingMessage, body: Uint8Array): HttpRequest {
  const headers: [string, string][] = [];
  const { rawHeaders } = incoming;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.push([rawHeaders[at]?.toLowerCase() ?? '', rawHeaders[at + 1] ?? '']);
  }
  return { method: incoming.method ?? 'GET', target: incoming.url ?? '/', headers, body };
}

/** True when the system took the whole answer. */
function write(outgoing: ServerResponse, { status, headers, body }: HttpResponse): Promise<boolean> {
  return new Promise((resolve) => {
    outgoing.once('finish', () => resolve(true));
    outgoing.once('close', () => resolve(outgoing.writableFinished));
    outgoing.on('error', () => {});
    if (outgoing.destroyed) {
      resolve(false);
      return;
    }
    outgoing.statusCode = status;
    for (const [name, value] of headers) outgoing.appendHeader(name, value);
    outgoing.setHeader('content-length', body.byteLength);
    outgoing.end(body);
  });
}
