import { X509Certificate } from 'node:crypto';
import { isIssuedBy, orderChain } from '../order-chain.js';

/** What a detached signature turned out to be. */
export interface SignatureCheck {
  /** `damaged`: not a signature; `altered`: of another content, or by another key. */
  readonly state: 'valid' | 'altered' | 'damaged';
  /** Subject of the signer's certificate, when there is one. */
  readonly signer?: string;
  /** Set when authorities were given: the certificate is valid now and leads to one of them. */
  readonly trusted?: boolean;
}

/** Whether the first certificate leads to an authority (PEM), every one of them being valid at `now`. */
export function isTrusted(
  certificates: readonly X509Certificate[],
  authorities: readonly string[],
  now: Date,
): boolean {
  const [leaf] = certificates;
  if (!leaf) return false;
  const anchors = authorities.map((pem) => new X509Certificate(pem));
  const { presented } = orderChain(leaf, [...certificates, ...anchors]);
  const last = presented.at(-1) ?? leaf;
  const chain = [...presented, ...anchors.filter((anchor) => isIssuedBy(last, anchor)).slice(0, 1)];
  const isAnchored = chain.some((each) => anchors.some((anchor) => anchor.fingerprint256 === each.fingerprint256));
  const isCurrent = chain.every((each) => new Date(each.validFrom) <= now && now <= new Date(each.validTo));
  return isAnchored && isCurrent && presented.slice(1).every(({ ca }) => ca);
}
