import { createPublicKey, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { makeError, systemClock } from '../core/index.js';
import { endEntityExtensions } from './certificate-extensions.js';
import type { Authority, CertificateKind, IssuedCertificate, KeyAlgorithm } from './certificate-types.js';
import { generateKeyPem, toPublicKeyDer, toSigningKey } from './keys.js';
import { newSerialNumber } from './serial-number.js';
import { isStructureNumber, type StructureSubject, toLibraryName, toStructureSubject } from './subject-name.js';
import { toValidity, type ValidityOptions } from './validity.js';
import { loadX509 } from './x509-library.js';

export interface CertificateOptions extends StructureSubject, ValidityOptions {
  readonly kind: CertificateKind;
  /** Service name for an organisation, FQDN or IP address for a server. */
  readonly commonName: string;
  /** DNS names and IP addresses of the subject alternative name; a server's common name is added to them. */
  readonly altNames?: readonly string[];
  /** Good for both sides of a connection: client and server authentication. */
  readonly both?: boolean;
  readonly keyAlgorithm?: KeyAlgorithm;
  /** CRL distribution point. */
  readonly crlUrl?: string;
  /** Object identifiers of certificate policies. */
  readonly policies?: readonly string[];
}

/**
 * Issues a certificate of the given kind with a new key.
 *
 * Subjects have the layout seen on IGC-Santé software certificates. Key usage and extended key usage are ours: the
 * official templates could not be read (reference hl7v2-pam-fr §8.2), so nothing here proves conformity to them.
 * Throws `pki-bad-request` when the structure number or a name has not the right form.
 */
export async function issueCertificate(authority: Authority, options: CertificateOptions): Promise<IssuedCertificate> {
  const key = await generateKeyPem(options.keyAlgorithm);
  return { ...(await certifyPublicKey(authority, options, toPublicKeyDer(key))), key };
}

/** Issues a certificate for a public key (SPKI DER) whose private key somebody else keeps. */
export async function certifyPublicKey(
  authority: Authority,
  options: CertificateOptions,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<Omit<IssuedCertificate, 'key'>> {
  checkRequest(options);
  const x509 = await loadX509();
  const signing = await toSigningKey(authority.key);
  const issued = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: toLibraryName(toStructureSubject(options)),
    issuer: new x509.X509Certificate(authority.certificate).subjectName,
    ...toValidity(options, options.now ?? systemClock.now()),
    publicKey,
    signingKey: signing.key,
    signingAlgorithm: signing.algorithm,
    extensions: await endEntityExtensions(x509, {
      publicKey,
      issuerPublicKey: toPublicKeyDer(authority.key),
      rsa: isRsa(publicKey),
      serverAuth: options.both === true || options.kind === 'server',
      clientAuth: options.both === true || options.kind !== 'server',
      altNames: toAltNames(options),
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

function toAltNames(options: CertificateOptions): readonly string[] {
  return options.kind === 'server' ? [options.commonName, ...(options.altNames ?? [])] : (options.altNames ?? []);
}

const HOST_NAME = /^(?=.{1,253}$)(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Length limit of a common name: ub-common-name of RFC 5280. */
const COMMON_NAME_LIMIT = 64;

function checkRequest(options: CertificateOptions): void {
  if (options.commonName === '' || options.commonName.length > COMMON_NAME_LIMIT) {
    throw makeError('pki-bad-request', { field: 'CN', value: options.commonName });
  }
  for (const name of toAltNames(options)) {
    if (!isIP(name) && !HOST_NAME.test(name)) throw makeError('pki-bad-request', { field: 'SAN', value: name });
  }
  if (options.structure && !isStructureNumber(options.structure)) {
    throw makeError('pki-bad-request', { field: 'OU', value: Object.values(options.structure).join() });
  }
}
