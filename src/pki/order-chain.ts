import type { X509Certificate } from 'node:crypto';

/** Authorities above a certificate that are followed; a real chain has two or three. */
const CHAIN_LIMIT = 10;

export interface OrderedChain {
  /** The certificate, then its issuer, and so on; a self-signed root is left out. */
  readonly presented: readonly X509Certificate[];
  /** Self-signed authorities among the given certificates. */
  readonly roots: readonly X509Certificate[];
  /** True when the last certificate's issuer is not among those given. */
  readonly incomplete: boolean;
}

/** Puts the certificates of a file in the order a TLS peer wants them, whatever order the file has. */
export function orderChain(leaf: X509Certificate, others: readonly X509Certificate[]): OrderedChain {
  const roots = others.filter(isSelfSigned);
  const presented = [leaf];
  let last = leaf;
  while (presented.length <= CHAIN_LIMIT && !isSelfSigned(last)) {
    const issuer = others.find((other) => !isSelfSigned(other) && isIssuedBy(last, other));
    if (issuer === undefined || presented.includes(issuer)) break;
    presented.push(issuer);
    last = issuer;
  }
  const incomplete = !isSelfSigned(last) && !roots.some((root) => isIssuedBy(last, root));
  return { presented, roots, incomplete };
}

export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && isIssuedBy(certificate, certificate);
}

/** Names match and the signature verifies; false when Node cannot handle the issuer's key. */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/** Whether the private key is that of the certificate; false when Node cannot handle the certificate's key. */
export function matchesKey(
  certificate: X509Certificate,
  key: Parameters<X509Certificate['checkPrivateKey']>[0],
): boolean {
  try {
    return certificate.checkPrivateKey(key);
  } catch {
    return false;
  }
}
