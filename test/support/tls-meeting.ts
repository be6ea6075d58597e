import { type EpreuveError, type HandshakeFacts, isEpreuveError } from '../../src/core/index.js';
import {
  connectMllp,
  listenMllp,
  type MllpLimits,
  type TlsSettings,
  type WireEvent,
} from '../../src/transports/index.js';
import { bytes, recorder, text, until } from './wire.js';

export interface Meeting {
  /** Facts of every handshake event, in order. */
  readonly client: readonly HandshakeFacts[];
  readonly server: readonly HandshakeFacts[];
  readonly clientEvents: readonly WireEvent[];
  readonly serverEvents: readonly WireEvent[];
  /** What connecting, or else the one request, threw. */
  readonly error?: EpreuveError;
  readonly answer?: string;
  /** What reached the server's handler. */
  readonly handled: readonly string[];
}

/** Our client meets our server over TLS and makes one request. */
export async function meet(server: TlsSettings, client: TlsSettings, host = '127.0.0.1'): Promise<Meeting> {
  const seen = { server: recorder(), client: recorder() };
  const handled: string[] = [];
  const listener = await listenMllp(
    { host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls: server } },
    async (channel, payload) => {
      handled.push(text(payload));
      await channel.send(bytes(`ok ${text(payload)}`));
    },
    { observers: [seen.server.observe] },
  );
  try {
    const outcome = await callOnce({ host, port: listener.port, tls: client }, seen.client.observe);
    await until(() => seen.server.events.at(-1)?.kind === 'closed', seen.server.kinds);
    return {
      ...outcome,
      handled,
      client: handshakesOf(seen.client.events),
      server: handshakesOf(seen.server.events),
      clientEvents: seen.client.events,
      serverEvents: seen.server.events,
    };
  } finally {
    await listener.close({ graceMs: 500 });
  }
}

/** One request of our client to a port, and what came of it. */
export async function callOnce(
  { host = '127.0.0.1', port, tls }: { host?: string; port: number; tls: TlsSettings },
  observe: (event: WireEvent) => void = () => {},
  limits: Partial<MllpLimits> = {},
): Promise<{ answer?: string; error?: EpreuveError }> {
  try {
    const endpoint = { host, port, security: { kind: 'mutual-tls', tls } } as const;
    const channel = await connectMllp(endpoint, { observers: [observe], limits });
    try {
      return { answer: text(await channel.request(bytes('hello'), { withinMs: 3000, isAnswer: () => true })) };
    } finally {
      await channel.close();
    }
  } catch (error) {
    if (isEpreuveError(error, 'transport')) return { error };
    throw error;
  }
}

export function handshakesOf(events: readonly WireEvent[]): HandshakeFacts[] {
  return events.flatMap((event) => (event.kind === 'handshake' ? [event.facts] : []));
}
