import { systemClock } from '../core/index.js';
import { authorityExtensions } from './certificate-extensions.js';
import type { Authority, KeyAlgorithm, Signer } from './certificate-types.js';
import { generateKeyPem, toPublicKeyDer, toSigningKey } from './keys.js';
import { newSerialNumber } from './serial-number.js';
import { type SubjectName, TEST_LABEL, toLibraryName } from './subject-name.js';
import { toValidity, type ValidityOptions } from './validity.js';
import { loadX509 } from './x509-library.js';

export interface AuthorityOptions extends Omit<ValidityOptions, 'period'> {
  /** Added to the common names, to tell two authorities apart: `AUTRE` gives `TEST ÉPREUVE AC RACINE AUTRE`. */
  readonly name?: string;
  readonly keyAlgorithm?: KeyAlgorithm;
  /** Where the list of the root is said to be published; written into the issuing authority. */
  readonly rootCrlUrl?: string;
}

const TEN_YEARS = 3650;

/**
 * Makes a root and an issuing authority under it, both labelled as test ones. Keys are new each time.
 * Two levels, like IGC-Santé, so that a peer that forgets to send the intermediate certificate is noticed.
 */
export async function issueAuthority(options: AuthorityOptions = {}): Promise<Authority> {
  const now = options.now ?? systemClock.now();
  const suffix = options.name === undefined ? '' : ` ${options.name}`;
  const validity = toValidity({ validityDays: options.validityDays ?? TEN_YEARS }, now);
  const make = { algorithm: options.keyAlgorithm ?? 'ec-p256', validity };
  const root = await issueSigner({ ...make, subject: authorityName(`AC RACINE${suffix}`), pathLength: 1 });
  const subject = authorityName(`AC ORGANISATIONS${suffix}`);
  const issuing = await issueSigner({ ...make, subject, issuer: root, pathLength: 0, crlUrl: options.rootCrlUrl });
  return { ...issuing, root, chain: [issuing.certificate, root.certificate] };
}

function authorityName(role: string): SubjectName {
  return [
    ['C', 'FR'],
    ['O', TEST_LABEL],
    ['OU', 'AUTORITÉ DE TEST SANS VALEUR'],
    ['CN', `${TEST_LABEL} ${role}`],
  ];
}

async function issueSigner(options: {
  subject: SubjectName;
  issuer?: Signer;
  algorithm: KeyAlgorithm;
  validity: { notBefore: Date; notAfter: Date };
  pathLength: number;
  crlUrl?: string | undefined;
}): Promise<Signer> {
  const x509 = await loadX509();
  const key = await generateKeyPem(options.algorithm);
  const signerKey = options.issuer?.key ?? key;
  const signing = await toSigningKey(signerKey);
  const publicKey = toPublicKeyDer(key);
  const subject = toLibraryName(options.subject);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject,
    issuer: options.issuer ? new x509.X509Certificate(options.issuer.certificate).subjectName : subject,
    ...options.validity,
    publicKey,
    signingKey: signing.key,
    signingAlgorithm: signing.algorithm,
    extensions: await authorityExtensions(x509, {
      publicKey,
      issuerPublicKey: toPublicKeyDer(signerKey),
      pathLength: options.pathLength,
      crlUrl: options.crlUrl,
    }),
  });
  return { certificate: `${certificate.toString('pem')}\n`, key };
}
