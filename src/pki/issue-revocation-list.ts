import { systemClock } from '../core/index.js';
import type { Signer } from './certificate-types.js';
import { toPublicKeyDer, toSigningKey } from './keys.js';
import { loadX509 } from './x509-library.js';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
const CRL_NUMBER = '2.5.29.20';

export const REVOCATION_REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

export interface RevokedCertificate {
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** The moment of the list by default. */
  readonly at?: Date;
  readonly reason?: RevocationReason;
}

export interface RevocationListOptions {
  /** The machine's clock by default. */
  readonly now?: Date;
  /** Days until the next list; 30 by default. A negative number makes a list that is out of date. */
  readonly validityDays?: number;
  /** CRL number (0 to 127), 1 by default. */
  readonly number?: number;
}

/**
 * Signs a revocation list; PEM with the label `X509 CRL`, the only one OpenSSL and node:tls read.
 * A peer that is given one list wants one for every authority of the chain: make one with the root too.
 */
export async function issueRevocationList(
  signer: Signer,
  revoked: readonly RevokedCertificate[],
  options: RevocationListOptions = {},
): Promise<string> {
  const x509 = await loadX509();
  const now = options.now ?? systemClock.now();
  const signing = await toSigningKey(signer.key);
  const list = await x509.X509CrlGenerator.create({
    issuer: new x509.X509Certificate(signer.certificate).subjectName,
    thisUpdate: new Date(now.getTime() - HOUR),
    nextUpdate: new Date(now.getTime() + (options.validityDays ?? 30) * DAY),
    signingKey: signing.key,
    signingAlgorithm: signing.algorithm,
    entries: revoked.map((entry) => ({
      serialNumber: entry.serialNumber,
      revocationDate: entry.at ?? now,
      ...(entry.reason ? { reason: x509.X509CrlReason[entry.reason] } : {}),
    })),
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(toPublicKeyDer(signer.key)),
      // DER integer of one byte.
      new x509.Extension(CRL_NUMBER, false, new Uint8Array([2, 1, (options.number ?? 1) & 0x7f])),
    ],
  });
  return `${x509.PemConverter.encode(list.rawData, 'X509 CRL')}\n`;
}
