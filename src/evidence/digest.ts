import { createHash, hash } from 'node:crypto';

/** SHA-256, lower-case hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}

/** Chunks passed on as they are, and the digest and size of those that were: for files too large to hold. */
export function digestChunks(chunks: AsyncIterable<Uint8Array>): {
  readonly chunks: AsyncIterable<Uint8Array>;
  digest(): { readonly sha256: string; readonly size: number };
} {
  const hash = createHash('sha256');
  let size = 0;
  async function* passOn() {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  return { chunks: passOn(), digest: () => ({ sha256: hash.copy().digest('hex'), size }) };
}
