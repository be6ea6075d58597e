import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { PFX } from 'pkijs';
import { isEpreuveError, makeError } from '../../core/index.js';
import { toKeyPem } from '../keys.js';
import { matchesKey, orderChain } from '../order-chain.js';
import { DIGESTS, nameAlgorithm } from './algorithms.js';
import { makeBudget } from './budget.js';
import type { OpenContext } from './decrypt-block.js';
import { PKCS12_LIMITS } from './limits.js';
import { loadPkcs12Library } from './pkcs12-library.js';
import { type Bags, readBags } from './read-bags.js';

export interface ImportedPkcs12 {
  /** The certificate of the key (or the first one when there is no key) and its intermediates, PEM, in TLS order. */
  readonly certificate?: string;
  /** PKCS#8 PEM, not encrypted. */
  readonly key?: string;
  /** True when `key` is that of the first certificate of `certificate`. */
  readonly keyMatches: boolean;
  /** Every certificate of the file, PEM, in the order of the file. */
  readonly certificates: readonly string[];
  /** Self-signed authorities of the file, PEM. */
  readonly authorities: readonly string[];
  /** True when the file was protected with RC2 or 3DES. */
  readonly legacy: boolean;
  /** False for a file without integrity check. */
  readonly integrity: boolean;
}

/**
 * Opens a PKCS#12 file (PBES2 with AES, or the RC2/3DES schemes of old exports).
 * Throws `key-passphrase-missing`, `key-passphrase-wrong`, `pkcs12-damaged`, `pkcs12-unsupported`, `pkcs12-too-costly`
 * and `file-too-large`, all naming `options.name`; no other error.
 */
export async function importPkcs12(
  bytes: Uint8Array,
  password: string | undefined,
  options: { readonly name?: string } = {},
): Promise<ImportedPkcs12> {
  const file = options.name ?? 'PKCS#12';
  if (bytes.length > PKCS12_LIMITS.maxBytes) throw makeError('file-too-large', { file, limit: PKCS12_LIMITS.maxBytes });
  const secret = password ?? '';
  if (secret.length > PKCS12_LIMITS.maxPasswordLength) throw makeError('key-passphrase-wrong', { file });
  const context = { ...(await loadPkcs12Library()), file, password: secret, budget: makeBudget(file) };
  try {
    return await open(context, bytes, password === undefined ? 'key-passphrase-missing' : 'key-passphrase-wrong');
  } catch (cause) {
    // The library throws plain errors of many kinds on bad bytes; ours pass through.
    throw isEpreuveError(cause) ? cause : makeError('pkcs12-damaged', { file }, { cause });
  }
}

async function open(
  context: OpenContext,
  bytes: Uint8Array,
  closed: 'key-passphrase-missing' | 'key-passphrase-wrong',
): Promise<ImportedPkcs12> {
  const { pkijs, file } = context;
  const pfx = pkijs.PFX.fromBER(new Uint8Array(bytes));
  if (pfx.authSafe.contentType !== pkijs.ContentInfo.DATA) {
    throw makeError('pkcs12-unsupported', { file, algorithm: nameAlgorithm(pfx.authSafe.contentType) });
  }
  const safes = pkijs.AuthenticatedSafe.fromBER(pfx.authSafe.content.getValue()).safeContents;
  const integrity = pfx.macData !== undefined;
  if (integrity && !(await isIntact(context, pfx))) throw makeError(closed, { file });
  const bags = await readBags(context, safes);
  // The password was right when the integrity check passed, so then the block itself is bad.
  if (bags === undefined) throw makeError(integrity ? 'pkcs12-damaged' : closed, { file });
  return { ...toImported(bags), integrity };
}

async function isIntact(context: OpenContext, pfx: PFX): Promise<boolean> {
  const { file, budget, password } = context;
  const digest = pfx.macData?.mac.digestAlgorithm.algorithmId ?? '';
  if (DIGESTS[digest] === undefined) throw makeError('pkcs12-unsupported', { file, algorithm: nameAlgorithm(digest) });
  budget.spend(pfx.macData?.iterations ?? 1);
  try {
    await pfx.parseInternalValues({ password: new TextEncoder().encode(password).buffer, checkIntegrity: true });
    return true;
  } catch {
    return false;
  }
}

function toImported(bags: Bags): Omit<ImportedPkcs12, 'integrity'> {
  const certificates = bags.certificates.map((der) => new X509Certificate(der));
  const keys = bags.keys.map((der) => createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }));
  const pair = findPair(certificates, keys);
  const chain = pair.leaf && orderChain(pair.leaf, certificates);
  return {
    ...(chain ? { certificate: chain.presented.map(String).join('') } : {}),
    ...(pair.key ? { key: toKeyPem(pair.key) } : {}),
    keyMatches: pair.matches,
    certificates: certificates.map(String),
    authorities: (chain?.roots ?? []).map(String),
    legacy: bags.legacy,
  };
}

function findPair(
  certificates: readonly X509Certificate[],
  keys: readonly KeyObject[],
): { leaf: X509Certificate | undefined; key: KeyObject | undefined; matches: boolean } {
  for (const key of keys) {
    const leaf = certificates.find((certificate) => matchesKey(certificate, key));
    if (leaf) return { leaf, key, matches: true };
  }
  return { leaf: certificates[0], key: keys[0], matches: false };
}
