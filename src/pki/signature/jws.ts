import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Identity } from '../load-identity.js';
import { readPemBlocks } from '../pem.js';
import { isTrusted, type SignatureCheck } from './signature-check.js';

const MAX_BYTES = 256 * 1024;

/** Signs bytes with a certificate: JWS compact, its payload taken out (RFC 7515 appendix F), the chain in `x5c`. */
export async function signJws(content: Uint8Array, identity: Identity): Promise<string> {
  const { CompactSign } = await import('jose');
  const key = createPrivateKey(identity.key);
  const x5c = readPemBlocks(identity.certificate).map(({ text }) => new X509Certificate(text).raw.toString('base64'));
  const whole = await new CompactSign(content).setProtectedHeader({ alg: algorithmOf(key), x5c }).sign(key);
  const [header = '', , signature = ''] = whole.split('.');
  return `${header}..${signature}`;
}

/** Checks a detached JWS with the key of its first certificate. Never throws: what cannot be read is `damaged`. */
export async function checkJws(
  content: Uint8Array,
  signature: string,
  options: { readonly authorities?: readonly string[]; readonly now: Date },
): Promise<SignatureCheck> {
  if (signature.length > MAX_BYTES) return { state: 'damaged' };
  try {
    const { compactVerify, decodeProtectedHeader } = await import('jose');
    const { x5c = [] } = decodeProtectedHeader(signature);
    const certificates = x5c.map((der) => new X509Certificate(Buffer.from(der, 'base64')));
    const [own] = certificates;
    const [header, payload, value] = signature.trim().split('.');
    if (!own || header === undefined || payload !== '' || value === undefined) return { state: 'damaged' };
    const whole = `${header}.${Buffer.from(content).toString('base64url')}.${value}`;
    // The algorithm is that of the key: one named by the signature alone could be a weaker one.
    const verified = await compactVerify(whole, own.publicKey, { algorithms: [algorithmOf(own.publicKey)] }).then(
      () => true,
      () => false,
    );
    const { authorities, now } = options;
    return {
      state: verified ? 'valid' : 'altered',
      signer: own.subject.replaceAll('\n', ', '),
      ...(authorities && { trusted: isTrusted(certificates, authorities, now) }),
    };
  } catch {
    return { state: 'damaged' };
  }
}

function algorithmOf(key: KeyObject): 'ES256' | 'ES384' | 'ES512' | 'RS256' {
  if (key.asymmetricKeyType !== 'ec') return 'RS256';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return curve === 'secp384r1' ? 'ES384' : curve === 'secp521r1' ? 'ES512' : 'ES256';
}
