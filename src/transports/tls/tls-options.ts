import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { type ConnectionOptions, createSecureContext, type SecureContextOptions, type TlsOptions } from 'node:tls';
import { makeError } from '../../core/index.js';
import { codeOf } from '../errors.js';
import type { TlsSettings } from '../types.js';
import { toReadableName } from './certificate-facts.js';

/** TLS 1.3 suites, the four of ITI-19, and their equals for EC keys; OpenSSL names, in our order of preference. */
export const CIPHER_SUITES: readonly string[] = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'DHE-RSA-AES256-GCM-SHA384',
  'DHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
];

/**
 * Node must not decide about the peer: it would end the handshake without telling why. verify-peer.ts decides, before any content.
 */
const DECIDED_BY_US = { rejectUnauthorized: false } as const;

/** Throws `tls-material` for a certificate, key, authority or revocation list that cannot be used. */
export function serverTlsOptions(settings: TlsSettings): TlsOptions {
  const material = checkedMaterial({ ...toMaterial(settings), dhparam: 'auto' });
  return { ...material, ...DECIDED_BY_US, requestCert: true };
}

/** As serverTlsOptions; `host` is sent as server name (SNI) unless it is an address or the settings name another. */
export function clientTlsOptions(settings: TlsSettings, host: string): ConnectionOptions {
  const name = typeof settings.peerName === 'string' ? settings.peerName : host;
  const material = checkedMaterial(toMaterial(settings));
  const serverName = isIP(name) === 0 ? { servername: name } : {};
  // The name, too, is checked by verify-peer.ts.
  return { ...material, ...DECIDED_BY_US, ...serverName, checkServerIdentity: () => undefined };
}

/** The subject of our own certificate. Throws `tls-material`. */
export function localSubjectOf(settings: TlsSettings): string {
  if (settings.showsNothing) return '';
  return usable(() => toReadableName(new X509Certificate(settings.certificate).subject));
}

function toMaterial(settings: TlsSettings): SecureContextOptions {
  const { certificate, key, passphrase, authorities, revocationLists = [], showsNothing } = settings;
  return {
    ...(showsNothing ? {} : { cert: certificate, key }),
    // Always given, even when empty: without it Node would trust the public authorities of the web.
    ca: authorities.flatMap((text) => readAuthorities(text)),
    ciphers: isOld(settings.maxVersion) ? OLD_SUITES : CIPHER_SUITES.join(':'),
    honorCipherOrder: true,
    minVersion: settings.minVersion ?? 'TLSv1.2',
    maxVersion: settings.maxVersion ?? 'TLSv1.3',
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(revocationLists.length === 0 ? {} : { crl: revocationLists.flatMap((text) => splitPem(text, 'X509 CRL')) }),
  };
}

/** What a TLS 1.0 or 1.1 client needs to be able to offer it at all. */
const OLD_SUITES = 'DEFAULT:@SECLEVEL=0';

function isOld(version: TlsSettings['maxVersion']): boolean {
  return version === 'TLSv1' || version === 'TLSv1.1';
}

/** Node skips an authority it cannot read; we do not. */
function readAuthorities(text: string): string[] {
  const certificates = splitPem(text, 'CERTIFICATE');
  usable(() => certificates.map((certificate) => new X509Certificate(certificate)));
  return certificates;
}

/** The PEM blocks of that label; Node reads only the first revocation list of a text. Throws `tls-material` when there is none. */
function splitPem(text: string, label: string): string[] {
  const blocks = text.match(new RegExp(`-----BEGIN ${label}-----[^-]*-----END ${label}-----`, 'g'));
  if (blocks === null) throw makeError('tls-material', { reason: `PEM ${label}` });
  return blocks;
}

function checkedMaterial(material: SecureContextOptions): SecureContextOptions {
  usable(() => createSecureContext(material));
  return material;
}

function usable<Result>(use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    // No cause: the message of a key error may show a part of the key.
    throw makeError('tls-material', { reason: codeOf(error) ?? 'PEM' });
  }
}
