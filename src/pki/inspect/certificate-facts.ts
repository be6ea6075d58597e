import type { X509Certificate } from 'node:crypto';
import { makeError } from '../../core/index.js';
import { isSelfSigned } from '../order-chain.js';
import { loadX509, type X509Library } from '../x509-library.js';

/** Everything a person wants to know about one certificate. Nothing in it is secret. */
export interface CertificateFacts {
  /** Attributes in the order of the certificate: `C=FR, ST=Paris (75), …`. */
  readonly subject: string;
  readonly issuer: string;
  readonly commonName?: string;
  /** Hexadecimal, upper case. */
  readonly serialNumber: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Whole days until the end; negative once expired. */
  readonly daysLeft: number;
  /** `DNS:…`, `IP:…`, `email:…`. */
  readonly altNames: readonly string[];
  /** Names of RFC 5280 (`digitalSignature`…); empty when the extension is absent. */
  readonly keyUsage: readonly string[];
  /** `serverAuth`, `clientAuth`… or an object identifier; undefined when the extension is absent: no restriction. */
  readonly extendedKeyUsage?: readonly string[];
  readonly crlUrls: readonly string[];
  /** Object identifiers. */
  readonly policies: readonly string[];
  /** `rsa`, `ec`, `ed25519`… */
  readonly keyKind: string;
  /** Bits, when the key has a size. */
  readonly keySize?: number;
  /** OpenSSL name of the curve. */
  readonly curve?: string;
  /** SHA-256, upper-case hexadecimal with colons. */
  readonly fingerprint256: string;
  readonly selfSigned: boolean;
  readonly authority: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

const CURVE_BITS: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp384r1: 384,
  secp521r1: 521,
  secp256k1: 256,
};

const USAGE_NAMES: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
  '2.5.29.37.0': 'anyExtendedKeyUsage',
};

/** Reads the facts. Throws `certificate-unreadable` when an extension is damaged. */
export async function readCertificateFacts(
  certificate: X509Certificate,
  options: { readonly now: Date; readonly file: string },
): Promise<CertificateFacts> {
  const x509 = await loadX509();
  try {
    return toFacts(x509, certificate, options.now);
  } catch (cause) {
    throw makeError('certificate-unreadable', { file: options.file }, { cause });
  }
}

function toFacts(x509: X509Library, certificate: X509Certificate, now: Date): CertificateFacts {
  const parsed = new x509.X509Certificate(new Uint8Array(certificate.raw));
  const [commonName] = parsed.subjectName.getField('CN');
  const extended = parsed.getExtension(x509.ExtendedKeyUsageExtension);
  return {
    subject: parsed.subject,
    issuer: parsed.issuer,
    ...(commonName === undefined ? {} : { commonName }),
    serialNumber: certificate.serialNumber,
    validFrom: parsed.notBefore.toISOString(),
    validTo: parsed.notAfter.toISOString(),
    daysLeft: Math.floor((parsed.notAfter.getTime() - now.getTime()) / DAY),
    altNames: altNamesOf(x509, parsed),
    keyUsage: keyUsageOf(x509, parsed),
    ...(extended
      ? { extendedKeyUsage: extended.usages.map((usage) => USAGE_NAMES[String(usage)] ?? String(usage)) }
      : {}),
    crlUrls: crlUrlsOf(x509, parsed),
    policies: [...(parsed.getExtension(x509.CertificatePolicyExtension)?.policies ?? [])],
    ...keyFacts(certificate),
    fingerprint256: certificate.fingerprint256,
    selfSigned: isSelfSigned(certificate),
    authority: certificate.ca,
  };
}

type ParsedCertificate = InstanceType<X509Library['X509Certificate']>;

function altNamesOf(x509: X509Library, parsed: ParsedCertificate): string[] {
  const labels: Readonly<Record<string, string>> = { [x509.DNS]: 'DNS', [x509.IP]: 'IP' };
  const names = parsed.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
  return names.map(({ type, value }) => `${labels[type] ?? type}:${value}`);
}

function keyUsageOf(x509: X509Library, parsed: ParsedCertificate): string[] {
  const flags = parsed.getExtension(x509.KeyUsagesExtension)?.usages ?? 0;
  return Object.entries(x509.KeyUsageFlags)
    .filter(([, flag]) => typeof flag === 'number' && (flags & flag) !== 0)
    .map(([name]) => name);
}

function crlUrlsOf(x509: X509Library, parsed: ParsedCertificate): string[] {
  const points = parsed.getExtension(x509.CRLDistributionPointsExtension)?.distributionPoints ?? [];
  return points.flatMap(({ distributionPoint }) =>
    (distributionPoint?.fullName ?? []).flatMap(({ uniformResourceIdentifier: url }) =>
      url === undefined ? [] : [url],
    ),
  );
}

function keyFacts(certificate: X509Certificate): Pick<CertificateFacts, 'keyKind' | 'keySize' | 'curve'> {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  const curve = asymmetricKeyDetails?.namedCurve;
  const size = asymmetricKeyDetails?.modulusLength ?? (curve === undefined ? undefined : CURVE_BITS[curve]);
  return {
    keyKind: asymmetricKeyType ?? 'unknown',
    ...(size === undefined ? {} : { keySize: size }),
    ...(curve === undefined ? {} : { curve }),
  };
}
