import { createHash, X509Certificate } from 'node:crypto';
import type { Certificate, SignedData } from 'pkijs';
import { toSigningKey } from '../keys.js';
import type { Identity } from '../load-identity.js';
import { readPemBlocks } from '../pem.js';
import { loadPkcs12Library, type Pkcs12Library } from '../pkcs12/pkcs12-library.js';
import { isTrusted, type SignatureCheck } from './signature-check.js';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
/** Larger is no signature of a list of digests. */
const MAX_BYTES = 256 * 1024;

/** Signs bytes with a certificate: CMS SignedData, detached, DER (RFC 5652), with the chain and the time of `at`. */
export async function signCms(content: Uint8Array, identity: Identity, at: Date): Promise<Uint8Array> {
  const library = await loadPkcs12Library();
  const { pkijs } = library;
  const chain = readPemBlocks(identity.certificate).map(({ text }) => new X509Certificate(text));
  const certificates = chain.map(({ raw }) => pkijs.Certificate.fromBER(new Uint8Array(raw)));
  const [own] = certificates;
  if (!own) throw new RangeError('no certificate to sign with');
  const { key, algorithm } = await toSigningKey(identity.key);
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    signerInfos: [signerInfo(library, own, digest(content, algorithm.hash), at)],
    certificates,
  });
  await signed.sign(key as CryptoKey, 0, algorithm.hash);
  const info = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

function signerInfo({ pkijs, asn1js }: Pkcs12Library, own: Certificate, hash: Uint8Array<ArrayBuffer>, at: Date) {
  const attribute = (type: string, value: unknown) => new pkijs.Attribute({ type, values: [value] });
  return new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        attribute(CONTENT_TYPE, new asn1js.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })),
        attribute(SIGNING_TIME, new asn1js.UTCTime({ valueDate: at })),
        attribute(MESSAGE_DIGEST, new asn1js.OctetString({ valueHex: hash.buffer })),
      ],
    }),
  });
}

function digest(content: Uint8Array, hash: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash(hash.replace('-', '').toLowerCase()).update(content).digest());
}

/** Checks a detached CMS signature. Never throws: what cannot be read is `damaged`. */
export async function checkCms(
  content: Uint8Array,
  signature: Uint8Array,
  options: { readonly authorities?: readonly string[]; readonly now: Date },
): Promise<SignatureCheck> {
  if (signature.length > MAX_BYTES) return { state: 'damaged' };
  try {
    const { pkijs } = await loadPkcs12Library();
    const info = pkijs.ContentInfo.fromBER(new Uint8Array(signature));
    if (info.contentType !== pkijs.ContentInfo.SIGNED_DATA) return { state: 'damaged' };
    const signed = new pkijs.SignedData({ schema: info.content });
    const certificates = certificatesOf(signed);
    const [own] = certificates;
    if (!own || signed.signerInfos.length !== 1) return { state: 'damaged' };
    const valid = await signed.verify({ signer: 0, data: new Uint8Array(content).buffer }).catch(() => false);
    const { authorities, now } = options;
    return {
      state: valid ? 'valid' : 'altered',
      signer: own.subject.replaceAll('\n', ', '),
      ...(authorities && { trusted: isTrusted(certificates, authorities, now) }),
    };
  } catch {
    return { state: 'damaged' };
  }
}

/** The signer's certificate first. */
function certificatesOf(signed: SignedData): X509Certificate[] {
  const all = (signed.certificates ?? []).flatMap((each) =>
    'serialNumber' in each ? [new X509Certificate(Buffer.from(each.toSchema(false).toBER()))] : [],
  );
  const [signer] = signed.signerInfos;
  const serial =
    signer && 'serialNumber' in signer.sid ? Buffer.from(signer.sid.serialNumber.valueBlock.valueHexView) : undefined;
  const own = all.find(
    ({ serialNumber }) => serial && BigInt(`0x${serialNumber}`) === BigInt(`0x${serial.toString('hex')}`),
  );
  return own ? [own, ...all.filter((each) => each !== own)] : [];
}
