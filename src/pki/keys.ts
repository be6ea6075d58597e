import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyAlgorithm } from './certificate-types.js';

const generate = promisify(generateKeyPair);

/** Makes a private key; PKCS#8 PEM, not encrypted. */
export async function generateKeyPem(algorithm: KeyAlgorithm = 'ec-p256'): Promise<string> {
  return toKeyPem(await generatePrivateKey(algorithm));
}

/** PKCS#8 PEM, not encrypted. */
export function toKeyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
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

/** Signature algorithm: ECDSA or RSA PKCS#1 v1.5 with SHA-256, SHA-384 on P-384. */
export interface SigningAlgorithm {
  readonly name: string;
  readonly hash: string;
  readonly namedCurve?: string;
}

/** A private key ready to sign certificates and lists. */
export async function toSigningKey(
  keyPem: string,
): Promise<{ readonly key: webcrypto.CryptoKey; readonly algorithm: SigningAlgorithm }> {
  const key = createPrivateKey(keyPem);
  const algorithm = signingAlgorithmOf(key);
  const der = key.export({ type: 'pkcs8', format: 'der' });
  return { algorithm, key: await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']) };
}

/** Both halves of a key, for the one job that wants them: signing a certificate request. */
export async function toKeyPair(
  keyPem: string,
): Promise<{ readonly keys: webcrypto.CryptoKeyPair; readonly algorithm: SigningAlgorithm }> {
  const { key: privateKey, algorithm } = await toSigningKey(keyPem);
  const publicKey = await webcrypto.subtle.importKey('spki', toPublicKeyDer(keyPem), algorithm, true, ['verify']);
  return { algorithm, keys: { privateKey, publicKey } };
}

function signingAlgorithmOf(key: KeyObject): SigningAlgorithm {
  if (key.asymmetricKeyType !== 'ec') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return key.asymmetricKeyDetails?.namedCurve === 'secp384r1'
    ? { name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384' }
    : { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' };
}
