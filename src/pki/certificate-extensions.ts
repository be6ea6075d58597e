import { isIP } from 'node:net';
import type { Extension, JsonGeneralName } from '@peculiar/x509';
import type { X509Library } from './x509-library.js';

export interface EndEntityExtensions {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly issuerPublicKey: Uint8Array<ArrayBuffer>;
  readonly rsa: boolean;
  readonly serverAuth: boolean;
  readonly clientAuth: boolean;
  readonly altNames: readonly string[];
  readonly crlUrl?: string | undefined;
  readonly policies?: readonly string[] | undefined;
}

/** Extensions of a certificate authority; `pathLength` counts the authorities allowed below it. */
export async function authorityExtensions(
  x509: X509Library,
  options: {
    publicKey: Uint8Array<ArrayBuffer>;
    issuerPublicKey: Uint8Array<ArrayBuffer>;
    pathLength: number;
    crlUrl?: string | undefined;
  },
): Promise<Extension[]> {
  const { KeyUsageFlags } = x509;
  return [
    new x509.BasicConstraintsExtension(true, options.pathLength, true),
    new x509.KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    await x509.SubjectKeyIdentifierExtension.create(options.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(options.issuerPublicKey),
    ...revocationPoints(x509, options.crlUrl),
  ];
}

export async function endEntityExtensions(x509: X509Library, options: EndEntityExtensions): Promise<Extension[]> {
  const { KeyUsageFlags, ExtendedKeyUsage } = x509;
  const purposes: string[] = [];
  if (options.serverAuth) purposes.push(ExtendedKeyUsage.serverAuth);
  if (options.clientAuth) purposes.push(ExtendedKeyUsage.clientAuth);
  // An RSA server may be asked to decrypt the premaster secret of an old suite; other keys only sign.
  const encipher = options.rsa && options.serverAuth ? KeyUsageFlags.keyEncipherment : 0;
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(KeyUsageFlags.digitalSignature | encipher, true),
    new x509.ExtendedKeyUsageExtension(purposes),
    await x509.SubjectKeyIdentifierExtension.create(options.publicKey),
    await x509.AuthorityKeyIdentifierExtension.create(options.issuerPublicKey),
    ...alternativeNames(x509, options.altNames),
    ...revocationPoints(x509, options.crlUrl),
    ...(options.policies ? [new x509.CertificatePolicyExtension([...options.policies])] : []),
  ];
}

/** Subject alternative names: IP addresses and DNS names told apart by their form. */
export function alternativeNames(x509: X509Library, names: readonly string[]): Extension[] {
  const unique = [...new Set(names)].map((value): JsonGeneralName => ({ type: isIP(value) ? 'ip' : 'dns', value }));
  return unique.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(unique)];
}

function revocationPoints(x509: X509Library, url: string | undefined): Extension[] {
  return url === undefined ? [] : [new x509.CRLDistributionPointsExtension([url])];
}
