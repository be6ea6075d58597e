/** Shapes shared by everything that issues certificates. Every certificate and key is a PEM text. */

export const KEY_ALGORITHMS = ['ec-p256', 'ec-p384', 'rsa-2048', 'rsa-3072', 'rsa-4096'] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/**
 * `organisation` has the shape of an IGC-Santé ORG AUTH_CLI certificate (client side), `server` of a SERV SSL_SERV one,
 * `client` is a plain client certificate.
 */
export const CERTIFICATE_KINDS = ['organisation', 'server', 'client'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** National identifier of a structure: 14 digits of SIRET, or 9 characters of FINESS. */
export type StructureNumber = { readonly siret: string } | { readonly finess: string };

/** A certificate that can sign, with its PKCS#8 private key. */
export interface Signer {
  readonly certificate: string;
  readonly key: string;
}

/** An issuing authority under its own root. */
export interface Authority extends Signer {
  readonly root: Signer;
  /** The issuing authority, then the root. */
  readonly chain: readonly string[];
}

export interface IssuedCertificate {
  readonly kind: CertificateKind;
  /** The certificate alone. */
  readonly certificate: string;
  /** PKCS#8 private key, not encrypted. */
  readonly key: string;
  /** What a peer must be shown: the certificate followed by the issuing authority, in one text. */
  readonly chain: string;
  /** What the other side has to trust: the root. */
  readonly authorities: readonly string[];
  /** Hexadecimal, upper case. */
  readonly serialNumber: string;
  /** SHA-256, upper-case hexadecimal with colons. */
  readonly fingerprint256: string;
}
