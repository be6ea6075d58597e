import type { AlgorithmIdentifier, EncryptedContentInfo } from 'pkijs';
import { makeError } from '../../core/index.js';
import { LEGACY_SCHEMES, nameAlgorithm, PBES2, PBES2_CIPHERS, PBKDF2, PBKDF2_FUNCTIONS } from './algorithms.js';
import type { Budget } from './budget.js';
import { decryptLegacyBlock } from './legacy-decrypt.js';
import { PKCS12_LIMITS } from './limits.js';
import type { Pkcs12Library } from './pkcs12-library.js';

export interface OpenContext extends Pkcs12Library {
  readonly file: string;
  readonly password: string;
  readonly budget: Budget;
}

export type Opened = { readonly bytes: Uint8Array<ArrayBuffer>; readonly legacy: boolean } | undefined;

/**
 * Opens one encrypted block; undefined when the password or the bytes are wrong, which nobody can tell apart here.
 * Throws `pkcs12-unsupported` and `pkcs12-too-costly`; anything else thrown means damaged ASN.1.
 */
export async function decryptBlock(context: OpenContext, content: EncryptedContentInfo): Promise<Opened> {
  const algorithm = content.contentEncryptionAlgorithm;
  if (algorithm.algorithmId === PBES2) return openModern(context, content);
  if (LEGACY_SCHEMES.includes(algorithm.algorithmId)) return openLegacy(context, content);
  throw unsupported(context, algorithm.algorithmId);
}

async function openModern(context: OpenContext, content: EncryptedContentInfo): Promise<Opened> {
  checkModern(context, content.contentEncryptionAlgorithm);
  const password = new TextEncoder().encode(context.password).buffer;
  const data = new context.pkijs.EncryptedData({ encryptedContentInfo: content });
  try {
    return { bytes: new Uint8Array(await data.decrypt({ password })), legacy: false };
  } catch {
    return undefined;
  }
}

function checkModern(context: OpenContext, algorithm: AlgorithmIdentifier): void {
  const { pkijs, budget } = context;
  const scheme = new pkijs.PBES2Params({ schema: algorithm.algorithmParams });
  const derivation = scheme.keyDerivationFunc;
  if (derivation.algorithmId !== PBKDF2) throw unsupported(context, derivation.algorithmId);
  const cipher = scheme.encryptionScheme.algorithmId;
  if (!PBES2_CIPHERS.includes(cipher)) throw unsupported(context, cipher);
  const parameters = new pkijs.PBKDF2Params({ schema: derivation.algorithmParams });
  const prf = parameters.prf?.algorithmId;
  if (prf !== undefined && !PBKDF2_FUNCTIONS.includes(prf)) throw unsupported(context, prf);
  budget.spend(parameters.iterationCount);
}

async function openLegacy(context: OpenContext, content: EncryptedContentInfo): Promise<Opened> {
  const { algorithmId, algorithmParams } = content.contentEncryptionAlgorithm;
  const parameters = new Uint8Array(algorithmParams.toBER(false));
  context.budget.spend(legacyIterations(context, parameters), PKCS12_LIMITS.maxLegacyIterations);
  const ciphertext = new Uint8Array(content.getEncryptedContent());
  const result = await decryptLegacyBlock({ scheme: algorithmId, parameters, ciphertext }, context.password);
  if (result.kind === 'too-slow') {
    throw makeError('pkcs12-too-costly', { file: context.file, limit: `${PKCS12_LIMITS.legacyTimeoutMs} ms` });
  }
  return result.kind === 'plain' ? { bytes: new Uint8Array(result.bytes), legacy: true } : undefined;
}

/** Rounds asked for by `SEQUENCE { salt OCTET STRING, iterations INTEGER }`; infinite when they pass 31 bits. */
function legacyIterations(context: OpenContext, parameters: Uint8Array<ArrayBuffer>): number {
  const { fromBER, Integer, Sequence } = context.asn1js;
  const { result } = fromBER(parameters);
  const count = result instanceof Sequence ? result.valueBlock.value[1] : undefined;
  if (!(count instanceof Integer)) throw new TypeError('PBE parameters');
  return count.valueBlock.isHexOnly || count.valueBlock.valueDec < 0
    ? Number.POSITIVE_INFINITY
    : count.valueBlock.valueDec;
}

function unsupported(context: OpenContext, oid: string): Error {
  return makeError('pkcs12-unsupported', { file: context.file, algorithm: nameAlgorithm(oid) });
}
