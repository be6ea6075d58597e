import type { CertBag, ContentInfo, PKCS8ShroudedKeyBag, SafeContents } from 'pkijs';
import { makeError } from '../../core/index.js';
import { nameAlgorithm } from './algorithms.js';
import { decryptBlock, type OpenContext } from './decrypt-block.js';
import { PKCS12_LIMITS } from './limits.js';

/** What the bags of a file hold, in the order of the file; everything in DER. */
export interface Bags {
  readonly certificates: Uint8Array[];
  /** PKCS#8. */
  readonly keys: Uint8Array[];
  /** True when RC2 or 3DES was needed. */
  legacy: boolean;
}

/**
 * Reads every certificate and private key. Undefined when a block cannot be opened with the password.
 * Other bags (secrets, revocation lists) are passed over.
 */
export async function readBags(context: OpenContext, safes: readonly ContentInfo[]): Promise<Bags | undefined> {
  const bags: Bags = { certificates: [], keys: [], legacy: false };
  for (const safe of safes) {
    const contents = await openSafe(context, safe, bags);
    if (contents === undefined || !(await readSafe(context, contents, bags))) return undefined;
  }
  return bags;
}

async function openSafe(context: OpenContext, safe: ContentInfo, bags: Bags): Promise<SafeContents | undefined> {
  const { pkijs, file } = context;
  if (safe.contentType === pkijs.ContentInfo.DATA) return pkijs.SafeContents.fromBER(safe.content.getValue());
  if (safe.contentType !== pkijs.ContentInfo.ENCRYPTED_DATA) {
    throw makeError('pkcs12-unsupported', { file, algorithm: nameAlgorithm(safe.contentType) });
  }
  const opened = await decryptBlock(context, new pkijs.EncryptedData({ schema: safe.content }).encryptedContentInfo);
  if (opened === undefined) return undefined;
  bags.legacy ||= opened.legacy;
  return pkijs.SafeContents.fromBER(opened.bytes);
}

async function readSafe(context: OpenContext, contents: SafeContents, bags: Bags): Promise<boolean> {
  const { pkijs, file } = context;
  for (const { bagValue } of contents.safeBags) {
    if (bags.certificates.length + bags.keys.length >= PKCS12_LIMITS.maxBags) {
      throw makeError('pkcs12-too-costly', { file, limit: `${PKCS12_LIMITS.maxBags} bags` });
    }
    if (bagValue instanceof pkijs.CertBag) readCertificate(context, bagValue, bags);
    else if (bagValue instanceof pkijs.PrivateKeyInfo) bags.keys.push(new Uint8Array(bagValue.toSchema().toBER(false)));
    else if (bagValue instanceof pkijs.PKCS8ShroudedKeyBag && !(await readKey(context, bagValue, bags))) return false;
  }
  return true;
}

/** The bytes as they stand in the file: encoding a parsed certificate again could change what is signed. */
function readCertificate({ pkijs, asn1js }: OpenContext, bag: CertBag, bags: Bags): void {
  if (!(bag.parsedValue instanceof pkijs.Certificate) || !(bag.certValue instanceof asn1js.OctetString)) return;
  bags.certificates.push(new Uint8Array(bag.certValue.getValue()));
}

async function readKey(context: OpenContext, bag: PKCS8ShroudedKeyBag, bags: Bags): Promise<boolean> {
  const content = new context.pkijs.EncryptedContentInfo({
    contentEncryptionAlgorithm: bag.encryptionAlgorithm,
    encryptedContent: bag.encryptedData,
  });
  const opened = await decryptBlock(context, content);
  if (opened === undefined) return false;
  bags.legacy ||= opened.legacy;
  bags.keys.push(opened.bytes);
  return true;
}
