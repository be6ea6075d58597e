import type { Pkcs10CertificateRequest } from '@peculiar/x509';
import { makeError } from '../core/index.js';
import { buildCertificate, type IssueOptions } from './build-certificate.js';
import { alternativeNames } from './certificate-extensions.js';
import type { Authority, IssuedCertificate } from './certificate-types.js';
import { checkAltNames, checkSubject } from './check-names.js';
import { type CertificateOptions, toAltNames } from './issue-certificate.js';
import { generateKeyPem, toKeyPair } from './keys.js';
import { toLibraryName, toStructureSubject } from './subject-name.js';
import { loadX509, type X509Library } from './x509-library.js';

/** Largest certificate signing request that is read, in characters. */
const REQUEST_LIMIT = 64 * 1024;

export interface CertificateRequest {
  /** PEM, label `CERTIFICATE REQUEST`. */
  readonly request: string;
  /** PKCS#8 private key, PEM, not encrypted. */
  readonly key: string;
}

export type RequestOptions = Pick<
  CertificateOptions,
  'kind' | 'commonName' | 'organisation' | 'structure' | 'department' | 'altNames' | 'keyAlgorithm'
>;

/** Makes a key and a certificate signing request for it. Throws `pki-bad-request` for a name of the wrong form. */
export async function createCertificateRequest(options: RequestOptions): Promise<CertificateRequest> {
  const altNames = toAltNames(options);
  checkSubject(options);
  checkAltNames(altNames);
  const x509 = await loadX509();
  const key = await generateKeyPem(options.keyAlgorithm);
  const { keys, algorithm } = await toKeyPair(key);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: toLibraryName(toStructureSubject(options)),
    keys,
    signingAlgorithm: algorithm,
    extensions: alternativeNames(x509, altNames),
  });
  return { request: `${request.toString('pem')}\n`, key };
}

/**
 * Signs somebody's request (PEM): subject, public key and alternative names are theirs, everything else is ours.
 * Throws `csr-unreadable` when it is not a request, `csr-bad-signature` when its signature does not prove the key.
 */
export async function signCertificateRequest(
  authority: Authority,
  requestPem: string,
  options: IssueOptions & { readonly name?: string },
): Promise<Omit<IssuedCertificate, 'key'>> {
  const file = options.name ?? 'CSR';
  const x509 = await loadX509();
  const request = readRequest(x509, requestPem, file);
  if (!(await isProven(request))) throw makeError('csr-bad-signature', { file });
  const facts = {
    subject: request.subjectName,
    altNames: requestedNames(x509, request),
    publicKey: new Uint8Array(request.publicKey.rawData),
  };
  checkAltNames(facts.altNames);
  return buildCertificate(authority, facts, options);
}

function readRequest(x509: X509Library, pem: string, file: string): Pkcs10CertificateRequest {
  if (pem.length > REQUEST_LIMIT) throw makeError('file-too-large', { file, limit: REQUEST_LIMIT });
  try {
    return new x509.Pkcs10CertificateRequest(pem);
  } catch (cause) {
    throw makeError('csr-unreadable', { file }, { cause });
  }
}

async function isProven(request: Pkcs10CertificateRequest): Promise<boolean> {
  try {
    return await request.verify();
  } catch {
    return false;
  }
}

function requestedNames(x509: X509Library, request: Pkcs10CertificateRequest): string[] {
  const extension = request.extensions.find((one) => one instanceof x509.SubjectAlternativeNameExtension);
  if (!(extension instanceof x509.SubjectAlternativeNameExtension)) return [];
  return extension.names.items.filter(({ type }) => type === x509.DNS || type === x509.IP).map(({ value }) => value);
}
