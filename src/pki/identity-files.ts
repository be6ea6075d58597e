import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { open } from 'node:fs/promises';
import { makeError, systemCode } from '../core/index.js';
import { INSPECTION_LIMITS, looksLikePkcs12, readCertificate, readCertificates } from './inspect/read-container.js';
import { isPem, readPemBlocks } from './pem.js';

const { maxBytes } = INSPECTION_LIMITS;

/** Bytes of a small file. Throws `file-not-found`, `file-unreadable`, `file-too-large` (1 MiB). */
export async function readSmallFile(file: string): Promise<Buffer> {
  const bytes = await readUpTo(file, maxBytes + 1);
  if (bytes.length > maxBytes) throw makeError('file-too-large', { file, limit: maxBytes });
  return bytes;
}

/** Reads with a bound instead of trusting the size of the file, which a pipe or a device does not have. */
async function readUpTo(file: string, limit: number): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const buffer = Buffer.alloc(limit);
      let size = 0;
      for (let read = -1; read !== 0 && size < limit; size += read) {
        read = (await handle.read(buffer, size, limit - size)).bytesRead;
      }
      return buffer.subarray(0, size);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const reason = systemCode(cause);
    if (reason === 'ENOENT') throw makeError('file-not-found', { file }, { cause });
    throw makeError('file-unreadable', { file, reason }, { cause });
  }
}

/**
 * Certificates of a PEM file, or the one of a DER file. Throws `certificate-unreadable`, `certificate-missing` (a PEM
 * file of something else) and `certificate-is-pkcs12`.
 */
export function readCertificateFile(bytes: Buffer, file: string): X509Certificate[] {
  const text = bytes.toString('latin1');
  if (isPem(text)) {
    const certificates = readCertificates(readPemBlocks(text), file);
    if (certificates.length === 0) throw makeError('certificate-missing', { file });
    return certificates;
  }
  if (looksLikePkcs12(bytes)) throw makeError('certificate-is-pkcs12', { file });
  return [readCertificate(bytes, file)];
}

/**
 * Private key of a PEM file, or of a DER file in PKCS#8. Throws `key-missing` (a PEM file without a key),
 * `key-unreadable`, `key-passphrase-missing`, `key-passphrase-wrong` and `certificate-is-pkcs12`.
 */
export function readKeyFile(bytes: Buffer, file: string, passphrase: string | undefined): KeyObject {
  const text = bytes.toString('latin1');
  if (!isPem(text)) return readDerKey(bytes, file);
  const block = readPemBlocks(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block === undefined) throw makeError('key-missing', { file });
  const encrypted = block.label.startsWith('ENCRYPTED') || block.text.includes('Proc-Type: 4,ENCRYPTED');
  if (encrypted && passphrase === undefined) throw makeError('key-passphrase-missing', { file });
  try {
    return createPrivateKey({ key: block.text, format: 'pem', ...(encrypted ? { passphrase: passphrase ?? '' } : {}) });
  } catch (cause) {
    throw makeError(encrypted ? 'key-passphrase-wrong' : 'key-unreadable', { file }, { cause });
  }
}

function readDerKey(bytes: Buffer, file: string): KeyObject {
  if (looksLikePkcs12(bytes)) throw makeError('certificate-is-pkcs12', { file });
  try {
    return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw makeError('key-unreadable', { file }, { cause });
  }
}
