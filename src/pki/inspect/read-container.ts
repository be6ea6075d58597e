import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { makeError } from '../../core/index.js';
import { isPem, type PemBlock, readPemBlocks } from '../pem.js';
import { importPkcs12 } from '../pkcs12/import-pkcs12.js';

export const INSPECTION_LIMITS = { maxBytes: 1024 * 1024, maxCertificates: 200 } as const;

export type ContainerKind = 'pem' | 'der' | 'pkcs12';

export interface Container {
  readonly kind: ContainerKind;
  readonly certificates: readonly X509Certificate[];
  /** Absent when the file has no private key, or one that stays closed. */
  readonly key?: KeyObject;
  readonly keyState: 'absent' | 'open' | 'encrypted';
  readonly legacy: boolean;
}

export interface ContainerOptions {
  readonly name: string;
  readonly password?: string | undefined;
}

/**
 * Finds out what a file is, and reads it. Throws `certificate-unreadable`, `file-too-large`, or the errors of
 * `importPkcs12` when it is a PKCS#12 file.
 */
export async function readContainer(source: Uint8Array | string, options: ContainerOptions): Promise<Container> {
  if (source.length > INSPECTION_LIMITS.maxBytes) {
    throw makeError('file-too-large', { file: options.name, limit: INSPECTION_LIMITS.maxBytes });
  }
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
  if (isPem(text)) return readPem(text, options);
  const bytes = typeof source === 'string' ? Buffer.from(source, 'latin1') : source;
  if (looksLikePkcs12(bytes)) return readPkcs12(bytes, options);
  const certificates = [readCertificate(bytes, options.name)];
  return { kind: 'der', certificates, keyState: 'absent', legacy: false };
}

/** `SEQUENCE { INTEGER 3, …`: a certificate starts with two sequences. Any form of length, indefinite included. */
export function looksLikePkcs12(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const length = bytes[1] ?? 0;
  const start = length > 0x80 ? 2 + (length & 0x7f) : 2;
  return bytes[start] === 0x02 && bytes[start + 1] === 0x01 && bytes[start + 2] === 0x03;
}

export function readCertificate(source: Uint8Array | string, file: string): X509Certificate {
  try {
    return new X509Certificate(source);
  } catch (cause) {
    throw makeError('certificate-unreadable', { file }, { cause });
  }
}

/** Certificates among PEM blocks. Throws `certificate-unreadable` for a damaged one, and when there are too many. */
export function readCertificates(blocks: readonly PemBlock[], file: string): X509Certificate[] {
  const found = blocks.filter(({ label }) => /^(X509 |TRUSTED )?CERTIFICATE$/.test(label));
  if (found.length > INSPECTION_LIMITS.maxCertificates) {
    throw makeError('file-too-large', { file, limit: `${INSPECTION_LIMITS.maxCertificates} certificates` });
  }
  return found.map(({ text }) => readCertificate(text, file));
}

function readPem(text: string, options: ContainerOptions): Container {
  const blocks = readPemBlocks(text);
  const certificates = readCertificates(blocks, options.name);
  if (certificates.length === 0) throw makeError('certificate-unreadable', { file: options.name });
  const keyBlock = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (keyBlock === undefined) return { kind: 'pem', certificates, keyState: 'absent', legacy: false };
  const key = tryKey(keyBlock.text, options.password);
  return { kind: 'pem', certificates, legacy: false, ...(key ? { key, keyState: 'open' } : { keyState: 'encrypted' }) };
}

function tryKey(pem: string, password: string | undefined): KeyObject | undefined {
  try {
    return createPrivateKey({ key: pem, format: 'pem', ...(password === undefined ? {} : { passphrase: password }) });
  } catch {
    return undefined;
  }
}

async function readPkcs12(bytes: Uint8Array, { name, password }: ContainerOptions): Promise<Container> {
  const imported = await importPkcs12(bytes, password, { name });
  const certificates = imported.certificates.map((pem) => readCertificate(pem, name));
  if (certificates.length === 0) throw makeError('certificate-missing', { file: name });
  if (imported.key === undefined) return { kind: 'pkcs12', certificates, keyState: 'absent', legacy: imported.legacy };
  const key = createPrivateKey(imported.key);
  return { kind: 'pkcs12', certificates, key, keyState: 'open', legacy: imported.legacy };
}
