import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Endpoint, WireEvent, WireObserver } from '../../src/transports/index.js';

/** VT, FS and CR as one readable text: `block('A')`. */
export function block(content: string): Buffer {
  return Buffer.from(`\x0b${content}\x1c\r`, 'latin1');
}

export function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

export function text(payload: Uint8Array): string {
  return Buffer.from(payload).toString('latin1');
}

export function plaintext(port = 0, host = '127.0.0.1'): Endpoint {
  return { host, port, security: { kind: 'plaintext' } };
}

/** An observer that keeps what it is told. */
export function recorder(): { observe: WireObserver; events: WireEvent[]; kinds(): string[] } {
  const events: WireEvent[] = [];
  return { events, observe: (event) => events.push(event), kinds: () => events.map(describeEvent) };
}

/** `frame-received A`, `violation empty-frame`, `closed us asked`. */
export function describeEvent(event: WireEvent): string {
  switch (event.kind) {
    case 'frame-sent':
    case 'frame-received':
      return `${event.kind} ${text(event.payload)}`;
    case 'bytes-sent':
      return `${event.kind} ${event.note}`;
    case 'violation':
      return `${event.kind} ${event.code}`;
    case 'closed':
      return `${event.kind} ${event.by} ${event.reason}`;
    case 'handshake':
      return `${event.kind} ${event.facts.failure ?? event.facts.security}`;
    case 'opened':
      return event.kind;
  }
}

/** Waits until the condition holds; fails after two seconds with what was seen instead. */
export async function until(condition: () => boolean, seen: () => unknown = () => ''): Promise<void> {
  for (const start = Date.now(); !condition(); ) {
    if (Date.now() - start > 2000) throw new Error(`Not reached: ${condition}; seen: ${JSON.stringify(seen())}`);
    await wait(2);
  }
}

/** A peer without manners: a bare TCP socket, and all it has received. */
export interface RawPeer {
  readonly socket: Socket;
  received(): string;
  readonly ended: Promise<void>;
}

export function toRawPeer(socket: Socket): RawPeer {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, ended, received: () => Buffer.concat(chunks).toString('latin1') };
}

export function connectRaw(port: number, options: { readonly allowHalfOpen?: boolean } = {}): Promise<RawPeer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, ...options });
    socket.once('error', reject);
    socket.once('connect', () => resolve(toRawPeer(socket)));
  });
}

/** A bare TCP server; `close` cuts whoever is still there. */
export async function listenRaw(onPeer: (peer: RawPeer) => void): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    onPeer(toRawPeer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    port: address.port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
