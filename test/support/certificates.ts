import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import {
  type Authority,
  type CertificateOptions,
  type IssuedCertificate,
  issueAuthority,
  issueCertificate,
  issueRevocationList,
  type KeyAlgorithm,
} from '../../src/pki/index.js';
import { loadX509 } from '../../src/pki/x509-library.js';
import type { TlsSettings } from '../../src/transports/index.js';

/** A test PKI and TLS settings of both sides, good unless said otherwise. Keys are new each time. */
export interface TlsWorld {
  readonly authority: Authority;
  /** Settings that present this certificate and trust the authority of the world. */
  settingsOf(identity: Pick<IssuedCertificate, 'chain' | 'key'>): TlsSettings;
  issueServer(options?: Partial<CertificateOptions>): Promise<IssuedCertificate>;
  issueClient(options?: Partial<CertificateOptions>): Promise<IssuedCertificate>;
  /** Lists of both authorities, as node:tls wants them. */
  revocationLists(revoked?: readonly IssuedCertificate[]): Promise<string[]>;
}

export async function createTlsWorld(keyAlgorithm: KeyAlgorithm = 'ec-p256', name?: string): Promise<TlsWorld> {
  const authority = await issueAuthority({ keyAlgorithm, ...(name === undefined ? {} : { name }) });
  const structure = { siret: '12345678200010' };
  return {
    authority,
    settingsOf: ({ chain, key }) => ({ certificate: chain, key, authorities: [authority.root.certificate] }),
    issueServer: (options) =>
      issueCertificate(authority, {
        kind: 'server',
        commonName: 'localhost',
        altNames: ['127.0.0.1'],
        organisation: 'CLINIQUE DE TEST, SERVEUR',
        keyAlgorithm,
        ...options,
      }),
    issueClient: (options) =>
      issueCertificate(authority, {
        kind: 'organisation',
        commonName: 'GAM DE TEST',
        organisation: 'CLINIQUE DE TEST',
        structure,
        keyAlgorithm,
        ...options,
      }),
    revocationLists: async (revoked = []) => [
      await issueRevocationList(authority, revoked),
      await issueRevocationList(authority.root, []),
    ],
  };
}

/** A certificate that nobody but itself has signed. */
export async function issueSelfSigned(
  commonName: string,
): Promise<Pick<IssuedCertificate, 'chain' | 'key' | 'fingerprint256'>> {
  const x509 = await loadX509();
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '0a11',
    name: `C=FR, O=CLINIQUE DE TEST, CN=${commonName}`,
    notBefore: new Date(Date.now() - 3_600_000),
    notAfter: new Date(Date.now() + 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' });
  const chain = certificate.toString('pem');
  return { chain, key: key.toString(), fingerprint256: new X509Certificate(chain).fingerprint256 };
}
