import { createPublicKey, X509Certificate } from 'node:crypto';
import type { Name } from '@peculiar/x509';
import { systemClock } from '../core/index.js';
import { endEntityExtensions } from './certificate-extensions.js';
import type { Authority, CertificateKind, IssuedCertificate } from './certificate-types.js';
import { toPublicKeyDer, toSigningKey } from './keys.js';
import { newSerialNumber } from './serial-number.js';
import { toValidity, type ValidityOptions } from './validity.js';
import { loadX509 } from './x509-library.js';

/** What an issuer decides about a certificate, whoever holds the key. */
export interface IssueOptions extends ValidityOptions {
  readonly kind: CertificateKind;
  /** Good for both sides of a connection: client and server authentication. */
  readonly both?: boolean;
  /** CRL distribution point. */
  readonly crlUrl?: string;
  /** Object identifiers of certificate policies. */
  readonly policies?: readonly string[];
}

export interface CertificateRequestFacts {
  readonly subject: Name | Record<string, string[]>[];
  readonly altNames: readonly string[];
  /** SPKI, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

/** Signs a certificate for a public key. */
export async function buildCertificate(
  authority: Authority,
  request: CertificateRequestFacts,
  options: IssueOptions,
): Promise<Omit<IssuedCertificate, 'key'>> {
  const x509 = await loadX509();
  const signing = await toSigningKey(authority.key);
  const issued = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: request.subject,
    issuer: new x509.X509Certificate(authority.certificate).subjectName,
    ...toValidity(options, options.now ?? systemClock.now()),
    publicKey: request.publicKey,
    signingKey: signing.key,
    signingAlgorithm: signing.algorithm,
    extensions: await endEntityExtensions(x509, {
      publicKey: request.publicKey,
      issuerPublicKey: toPublicKeyDer(authority.key),
      rsa: isRsa(request.publicKey),
      serverAuth: options.both === true || options.kind === 'server',
      clientAuth: options.both === true || options.kind !== 'server',
      altNames: request.altNames,
      crlUrl: options.crlUrl,
      policies: options.policies,
    }),
  });
  const certificate = `${issued.toString('pem')}\n`;
  const { serialNumber, fingerprint256 } = new X509Certificate(certificate);
  const chain = certificate + authority.certificate;
  const authorities = [authority.root.certificate];
  return { kind: options.kind, certificate, chain, authorities, serialNumber, fingerprint256 };
}

function isRsa(publicKey: Uint8Array): boolean {
  return createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }).asymmetricKeyType === 'rsa';
}
