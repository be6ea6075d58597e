import type { IncomingMessage } from 'node:http';

export type BodyReading = {
  readonly outcome: 'complete' | 'too-large' | 'stalled' | 'aborted';
  readonly body: Uint8Array;
};

/** Reads the body of a request, never more than `maxBytes` of it, within `withinMs`. Never throws. */
export function readBody(incoming: IncomingMessage, maxBytes: number, withinMs: number): Promise<BodyReading> {
  const declared = Number(incoming.headers['content-length'] ?? 0);
  if (declared > maxBytes) return Promise.resolve({ outcome: 'too-large', body: new Uint8Array() });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => finish('stalled'), withinMs);
    const finish = (outcome: BodyReading['outcome']) => {
      clearTimeout(timer);
      incoming.off('data', take);
      resolve({ outcome, body: Buffer.concat(chunks) });
    };
    const take = (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > maxBytes) finish('too-large');
      else chunks.push(chunk);
    };
    incoming.on('data', take);
    incoming.once('end', () => finish('complete'));
    // Comes after 'end' too; only the first one counts.
    incoming.once('close', () => finish('aborted'));
    incoming.on('error', () => {});
  });
}
