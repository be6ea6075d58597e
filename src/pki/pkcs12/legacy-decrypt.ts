import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { PKCS12_LIMITS } from './limits.js';

export interface LegacyBlock {
  readonly scheme: string;
  /** DER of the scheme's parameters. */
  readonly parameters: Uint8Array;
  readonly ciphertext: Uint8Array;
}

export type LegacyResult =
  | { readonly kind: 'plain'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed' }
  | { readonly kind: 'too-slow' };

/**
 * The worker is a text, so that it runs the same from sources, tests and a bundle; node-forge is found from here.
 * Only the cipher is used: no parsing of certificates, no chain verification. A wrong padding answers null.
 */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const forge = require(workerData.forge);
const binary = (bytes) => Buffer.from(bytes).toString('latin1');
let plain = null;
try {
  const parameters = forge.asn1.fromDer(binary(workerData.parameters));
  const cipher = forge.pki.pbe.getCipher(workerData.scheme, parameters, workerData.password);
  cipher.update(forge.util.createBuffer(binary(workerData.ciphertext)));
  if (cipher.finish()) plain = Uint8Array.from(Buffer.from(cipher.output.getBytes(), 'latin1'));
} catch {}
parentPort.postMessage(plain);
`;

/**
 * Opens one block encrypted with RC2 or 3DES, which OpenSSL 3 no longer does, with node-forge in a thread of its own:
 * its JavaScript would otherwise hold everything up. The thread is stopped after `timeoutMs`.
 */
export async function decryptLegacyBlock(
  block: LegacyBlock,
  password: string,
  timeoutMs: number = PKCS12_LIMITS.legacyTimeoutMs,
): Promise<LegacyResult> {
  const forge = createRequire(import.meta.url).resolve('node-forge');
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { forge, password, ...block },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  try {
    return await answerOf(worker, timeoutMs);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, timeoutMs: number): Promise<LegacyResult> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'too-slow' }), timeoutMs);
    const settle = (result: LegacyResult): void => {
      clearTimeout(timer);
      resolve(result);
    };
    worker.once('message', (bytes: Uint8Array | null) => settle(bytes ? { kind: 'plain', bytes } : { kind: 'failed' }));
    // Out of memory, most likely: the bytes asked for too much.
    worker.once('error', () => settle({ kind: 'failed' }));
  });
}
