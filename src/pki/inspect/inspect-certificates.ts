import type { X509Certificate } from 'node:crypto';
import { systemClock } from '../../core/index.js';
import { matchesKey, orderChain } from '../order-chain.js';
import { type CertificateFacts, readCertificateFacts } from './certificate-facts.js';
import { type CertificateWarning, certificateWarnings, warn } from './certificate-warnings.js';
import { type Container, type ContainerKind, readContainer } from './read-container.js';

export interface InspectOptions {
  /** Opens a PKCS#12 file, or an encrypted key in a PEM file. */
  readonly password?: string;
  /** Moment the validity is compared with; the machine's clock by default. */
  readonly now?: Date;
  /** Name of the file in errors. */
  readonly name?: string;
  /** Side of the connection the certificate is meant for; adds the check of its usage. */
  readonly use?: 'client' | 'server';
}

export interface InspectedCertificate extends CertificateFacts {
  readonly warnings: readonly CertificateWarning[];
}

export interface Inspection {
  readonly container: ContainerKind;
  /** In the order of the file. */
  readonly certificates: readonly InspectedCertificate[];
  /** Position in `certificates` of the one the file is about: that of the key, else the first that is no authority. */
  readonly main: number;
  /** `encrypted`: there is one that was not opened. Key material is never part of an inspection. */
  readonly key: 'absent' | 'matching' | 'mismatched' | 'encrypted';
  /** About the file as a whole. */
  readonly warnings: readonly CertificateWarning[];
}

/**
 * Reads certificates from PEM, DER or PKCS#12 and says what is worth knowing before a test.
 * Throws `certificate-unreadable`, `certificate-missing`, `file-too-large` and the errors of `importPkcs12`; no other.
 */
export async function inspectCertificates(
  source: Uint8Array | string,
  options: InspectOptions = {},
): Promise<Inspection> {
  const now = options.now ?? systemClock.now();
  const file = options.name ?? 'certificate';
  const container = await readContainer(source, { name: file, password: options.password });
  const main = findMain(container);
  const certificates: InspectedCertificate[] = [];
  for (const [index, certificate] of container.certificates.entries()) {
    const facts = await readCertificateFacts(certificate, { now, file });
    const use = index === main ? options.use : undefined;
    certificates.push({ ...facts, warnings: certificateWarnings(facts, now, use) });
  }
  const key = keyOf(container);
  return { container: container.kind, certificates, main, key, warnings: fileWarnings(container, main, key) };
}

function findMain({ certificates, key }: Container): number {
  const owner = key ? certificates.findIndex((certificate) => matchesKey(certificate, key)) : -1;
  if (owner !== -1) return owner;
  return Math.max(
    certificates.findIndex((certificate) => !certificate.ca),
    0,
  );
}

function keyOf({ certificates, key, keyState }: Container): Inspection['key'] {
  if (key === undefined) return keyState === 'encrypted' ? 'encrypted' : 'absent';
  return certificates.some((certificate) => matchesKey(certificate, key)) ? 'matching' : 'mismatched';
}

function fileWarnings(container: Container, main: number, key: Inspection['key']): CertificateWarning[] {
  const warnings: CertificateWarning[] = [];
  if (key === 'mismatched') warnings.push(warn('key-mismatch'));
  if (key === 'encrypted') warnings.push(warn('key-encrypted'));
  if (container.legacy) warnings.push(warn('old-encryption'));
  const missing = findMissingIssuer(container.certificates, main);
  if (missing !== undefined) warnings.push(warn('chain-incomplete', { issuer: missing }));
  return warnings;
}

/**
 * Common name of the issuer the file lacks. A chain whose last certificate is an authority is taken as whole:
 * the root is for the peer to hold, not for the file.
 */
function findMissingIssuer(certificates: readonly X509Certificate[], main: number): string | undefined {
  const leaf = certificates[main];
  if (leaf === undefined) return undefined;
  const { presented, incomplete } = orderChain(leaf, certificates);
  if (!incomplete || presented.length > 1 || leaf.ca) return undefined;
  return /^CN=(.*)$/m.exec(leaf.issuer)?.[1] ?? leaf.issuer.replaceAll('\n', ', ');
}
