import { buildCertificate, type IssueOptions } from './build-certificate.js';
import type { Authority, IssuedCertificate, KeyAlgorithm } from './certificate-types.js';
import { checkAltNames, checkSubject } from './check-names.js';
import { generateKeyPem, toPublicKeyDer } from './keys.js';
import { type StructureSubject, toLibraryName, toStructureSubject } from './subject-name.js';

/** `commonName` is the service name of an organisation, the FQDN or IP address of a server. */
export interface CertificateOptions extends StructureSubject, IssueOptions {
  /** DNS names and IP addresses of the subject alternative name; a server's common name is added to them. */
  readonly altNames?: readonly string[];
  readonly keyAlgorithm?: KeyAlgorithm;
}

/**
 * Issues a certificate of the given kind with a new key.
 *
 * Subjects have the layout seen on IGC-Santé software certificates. Key usage and extended key usage are ours: the
 * official templates could not be read (reference hl7v2-pam-fr §8.2), so nothing here proves conformity to them.
 * Throws `pki-bad-request` when the structure number or a name has not the right form.
 */
export async function issueCertificate(authority: Authority, options: CertificateOptions): Promise<IssuedCertificate> {
  const altNames = toAltNames(options);
  checkSubject(options);
  checkAltNames(altNames);
  const key = await generateKeyPem(options.keyAlgorithm);
  const subject = toLibraryName(toStructureSubject(options));
  const issued = await buildCertificate(authority, { subject, altNames, publicKey: toPublicKeyDer(key) }, options);
  return { ...issued, key };
}

/** A server is reached by its common name, so that name is always among the alternative ones. */
export function toAltNames(options: Pick<CertificateOptions, 'kind' | 'commonName' | 'altNames'>): readonly string[] {
  return options.kind === 'server' ? [options.commonName, ...(options.altNames ?? [])] : (options.altNames ?? []);
}
