import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { SafeBag } from 'pkijs';
import { makeError } from '../../core/index.js';
import { matchesKey } from '../order-chain.js';
import { readPemBlocks } from '../pem.js';
import { PKCS12_LIMITS } from './limits.js';
import { loadPkcs12Library, type Pkcs12Library } from './pkcs12-library.js';

export interface Pkcs12Options {
  /** PEM; the certificate of the key first, then its chain. */
  readonly certificates: string;
  /** Private key, PEM, not encrypted. */
  readonly key: string;
  readonly password: string;
  /** Name shown by the software that imports the file. */
  readonly friendlyName?: string;
  /** Derivation rounds, 100,000 by default. */
  readonly iterations?: number;
}

const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';

/**
 * Writes a PKCS#12 file: PBES2 with AES-256-CBC and HMAC SHA-256 for certificates and key, MAC with HMAC SHA-256.
 * Throws `certificate-missing`, `certificate-key-mismatch` when the key is not the first certificate's, and
 * `pkcs12-too-costly` for more rounds than this program would read back.
 */
export async function exportPkcs12(options: Pkcs12Options): Promise<Uint8Array> {
  const certificates = readCertificates(options);
  const library = await loadPkcs12Library();
  const { pkijs } = library;
  const iterations = options.iterations ?? 100_000;
  if (iterations > PKCS12_LIMITS.maxIterations) {
    throw makeError('pkcs12-too-costly', { file: 'PKCS#12', limit: PKCS12_LIMITS.maxIterations });
  }
  const password = new TextEncoder().encode(options.password).buffer;
  const protection = {
    password,
    // The type wants a vector; the library draws its own for each block.
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(16) },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  };
  const keyBag = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: toPrivateKeyInfo(library, options.key) });
  await keyBag.makeInternalValues(protection);
  const attributes = bagAttributes(library, options, certificates[0]);
  const keySafe = [new pkijs.SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: keyBag, bagAttributes: attributes })];
  const certificateSafe = certificates.map((certificate, index) =>
    toCertBag(library, certificate, index === 0 ? attributes : []),
  );
  const authenticatedSafe = new pkijs.AuthenticatedSafe({
    parsedValue: { safeContents: [privacy(library, 1, certificateSafe), privacy(library, 0, keySafe)] },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [protection, {}] });
  const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await pfx.makeInternalValues({ password, iterations, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' });
  return new Uint8Array(pfx.toSchema().toBER(false));
}

function readCertificates(options: Pkcs12Options): X509Certificate[] {
  const blocks = readPemBlocks(options.certificates).filter(({ label }) => label === 'CERTIFICATE');
  const certificates = blocks.map(({ text }) => new X509Certificate(text));
  const [leaf] = certificates;
  if (leaf === undefined) throw makeError('certificate-missing', { file: 'PKCS#12' });
  if (!matchesKey(leaf, createPrivateKey(options.key))) {
    throw makeError('certificate-key-mismatch', { key: 'PEM', certificate: leaf.subject.replaceAll('\n', ', ') });
  }
  return certificates;
}

function toPrivateKeyInfo({ pkijs }: Pkcs12Library, keyPem: string) {
  const der = createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' });
  return pkijs.PrivateKeyInfo.fromBER(new Uint8Array(der));
}

function toCertBag(
  { pkijs }: Pkcs12Library,
  certificate: X509Certificate,
  bagAttributes: SafeBag['bagAttributes'],
): SafeBag {
  const parsedValue = pkijs.Certificate.fromBER(new Uint8Array(certificate.raw));
  return new pkijs.SafeBag({
    bagId: CERT_BAG,
    bagValue: new pkijs.CertBag({ parsedValue }),
    ...(bagAttributes?.length ? { bagAttributes } : {}),
  });
}

/** Ties the key to its certificate, as importers expect, and names both. */
function bagAttributes({ pkijs, asn1js }: Pkcs12Library, options: Pkcs12Options, leaf: X509Certificate | undefined) {
  const id = Buffer.from((leaf?.fingerprint ?? '').replaceAll(':', ''), 'hex');
  const attributes = [
    new pkijs.Attribute({
      type: LOCAL_KEY_ID,
      values: [new asn1js.OctetString({ valueHex: new Uint8Array(id).buffer })],
    }),
  ];
  if (options.friendlyName !== undefined) {
    const value = new asn1js.BmpString({ value: options.friendlyName });
    attributes.push(new pkijs.Attribute({ type: FRIENDLY_NAME, values: [value] }));
  }
  return attributes;
}

/** 1 encrypts the bags, 0 leaves them (a shrouded key is encrypted already). */
function privacy({ pkijs }: Pkcs12Library, privacyMode: 0 | 1, safeBags: SafeBag[]) {
  return { privacyMode, value: new pkijs.SafeContents({ safeBags }) };
}
