import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyAlgorithm } from './certificate-types.js';

const generate = promisify(generateKeyPair);

/** Makes a private key; PKCS#8 PEM, not encrypted. */
export async function generateKeyPem(algorithm: KeyAlgorithm = 'ec-p256'): Promise<string> {
  const privateKey = await generatePrivateKey(algorithm);
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function generatePrivateKey(algorithm: KeyAlgorithm): Promise<KeyObject> {
  if (algorithm === 'ec-p256') return (await generate('ec', { namedCurve: 'P-256' })).privateKey;
  if (algorithm === 'ec-p384') return (await generate('ec', { namedCurve: 'P-384' })).privateKey;
  const modulusLength = Number(algorithm.slice('rsa-'.length));
  return (await generate('rsa', { modulusLength })).privateKey;
}

/** Subject public key info (DER) of a private key. */
export function toPublicKeyDer(keyPem: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createPublicKey(keyPem).export({ type: 'spki', format: 'der' }));
}

export interface SigningKey {
  readonly key: webcrypto.CryptoKey;
  readonly algorithm: { readonly name: string; readonly hash: string };
}

/** A private key ready to sign certificates and lists: ECDSA or RSA PKCS#1 v1.5 with SHA-256, SHA-384 on P-384. */
export async function toSigningKey(keyPem: string): Promise<SigningKey> {
  const key = createPrivateKey(keyPem);
  const der = key.export({ type: 'pkcs8', format: 'der' });
  if (key.asymmetricKeyType !== 'ec') {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return { algorithm, key: await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']) };
  }
  const wide = key.asymmetricKeyDetails?.namedCurve === 'secp384r1';
  const curve = { name: 'ECDSA', namedCurve: wide ? 'P-384' : 'P-256' };
  return {
    algorithm: { name: 'ECDSA', hash: wide ? 'SHA-384' : 'SHA-256' },
    key: await webcrypto.subtle.importKey('pkcs8', der, curve, false, ['sign']),
  };
}
