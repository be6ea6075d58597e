import type { X509Certificate } from 'node:crypto';
import { makeError } from '../core/index.js';
import { readCertificateFile, readKeyFile, readSmallFile } from './identity-files.js';
import { toKeyPem } from './keys.js';
import { matchesKey, orderChain } from './order-chain.js';
import { importPkcs12 } from './pkcs12/import-pkcs12.js';

/** Paths of the files of one side. Either `p12`, or `cert` with `key` (which may be one file). */
export interface IdentityFiles {
  readonly cert?: string;
  readonly key?: string;
  /** Authorities trusted for the peer. */
  readonly ca?: string | readonly string[];
  readonly p12?: string;
  /** Of the key, or of the PKCS#12 file. */
  readonly passphrase?: string;
}

/** What one side of a connection shows and trusts; has the fields transports ask for in their TLS settings. */
export interface Identity {
  /** The certificate and its intermediates, PEM, in the order a peer wants them. */
  readonly certificate: string;
  /** PKCS#8 PEM, not encrypted. */
  readonly key: string;
  /** PEM, one certificate each. Empty when neither `ca` nor the files name a root: then no peer is trusted. */
  readonly authorities: readonly string[];
}

/**
 * Reads the files of one side and checks that they belong together. PEM and DER are told apart by their content;
 * an encrypted key is opened here. Without `ca`, the roots found next to the certificate are trusted.
 *
 * Throws operator errors that name the file: `identity-incomplete`, `identity-ambiguous`, `certificate-key-mismatch`,
 * `certificate-unreadable`, `certificate-missing`, `certificate-is-pkcs12`, `key-…`, `pkcs12-…`, `file-…`.
 */
export async function loadIdentity(files: IdentityFiles): Promise<Identity> {
  const own = files.p12 === undefined ? await readPemPair(files) : await readPkcs12File(files, files.p12);
  const paths = typeof files.ca === 'string' ? [files.ca] : (files.ca ?? []);
  if (paths.length === 0) return own;
  return { ...own, authorities: (await Promise.all(paths.map(loadAuthorities))).flat() };
}

/** Certificates of an authority file (PEM or DER), one PEM text each. Throws as `loadIdentity` does. */
export async function loadAuthorities(file: string): Promise<string[]> {
  return readCertificateFile(await readSmallFile(file), file).map(String);
}

async function readPemPair({ cert, key: keyPath, passphrase }: IdentityFiles): Promise<Identity> {
  if (cert === undefined) throw makeError('identity-incomplete', { missing: '--cert' });
  const certificateBytes = await readSmallFile(cert);
  const certificates = readCertificateFile(certificateBytes, cert);
  const keyFile = keyPath ?? cert;
  const keyBytes = keyPath === undefined ? certificateBytes : await readSmallFile(keyPath);
  if (keyPath === undefined && !certificateBytes.includes('PRIVATE KEY-----')) {
    throw makeError('identity-incomplete', { missing: '--key' });
  }
  const key = readKeyFile(keyBytes, keyFile, passphrase);
  const leaf = certificates.find((certificate) => matchesKey(certificate, key));
  if (leaf === undefined) throw makeError('certificate-key-mismatch', { key: keyFile, certificate: cert });
  return { ...toChain(leaf, certificates), key: toKeyPem(key) };
}

function toChain(leaf: X509Certificate, certificates: readonly X509Certificate[]): Omit<Identity, 'key'> {
  const { presented, roots } = orderChain(leaf, certificates);
  return { certificate: presented.map(String).join(''), authorities: roots.map(String) };
}

async function readPkcs12File({ cert, key, passphrase }: IdentityFiles, p12: string): Promise<Identity> {
  const other = cert ?? key;
  if (other !== undefined) throw makeError('identity-ambiguous', { p12, certificate: other });
  const imported = await importPkcs12(await readSmallFile(p12), passphrase, { name: p12 });
  if (imported.certificate === undefined) throw makeError('certificate-missing', { file: p12 });
  if (imported.key === undefined) throw makeError('key-missing', { file: p12 });
  if (!imported.keyMatches) throw makeError('certificate-key-mismatch', { key: p12, certificate: p12 });
  return { certificate: imported.certificate, key: imported.key, authorities: imported.authorities };
}
