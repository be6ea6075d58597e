import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkCms,
  checkJws,
  EXIT,
  findArchiveProblems,
  findIndexProblems,
  INDEX_FILE,
  INDEX_FILES,
  INDEX_SIGNATURES,
  type IntegrityProblem,
  loadAuthorities,
  readZip,
  type SignatureCheck,
  systemClock,
  type Text,
} from '../../index.js';
import { INTEGRITY_WORDS } from '../integrity-words.js';
import type { Session } from '../io.js';

/** True for the folder of a built dossier, even one whose index was taken away. */
export function isDossierFolder(folder: string): boolean {
  return existsSync(join(folder, INDEX_FILE)) || existsSync(join(folder, 'dossier.json'));
}

interface VerifyOptions {
  readonly ca: readonly string[];
  readonly session: Session;
}

/** The index and its signatures, wherever they are kept; undefined for one that is not there. */
type ReadFile = (name: string) => Promise<Uint8Array | undefined>;

/** Every digest, then every signature. With authorities, a signature must be there and lead to one of them. */
export async function verifyDossier(folder: string, options: VerifyOptions): Promise<number> {
  const read: ReadFile = async (name) => (existsSync(join(folder, name)) ? readFile(join(folder, name)) : undefined);
  return verify(findIndexProblems(folder), read, options);
}

/** The same for its ZIP, which is read without being unpacked. Throws `zip-refused`. */
export async function verifyDossierZip(file: string, options: VerifyOptions): Promise<number> {
  const content = await readZip(file, INDEX_FILES);
  return verify(findArchiveProblems(content), async (name) => content.files.get(name), options);
}

async function verify(
  problems: readonly IntegrityProblem[],
  read: ReadFile,
  { ca, session }: VerifyOptions,
): Promise<number> {
  const { language } = session;
  for (const { code, path } of problems) session.print(`✗ ${path} — ${INTEGRITY_WORDS[code][language]}`);
  if (problems.length > 0) return EXIT.failed;
  session.print(UNCHANGED[language]);
  const authorities = ca.length === 0 ? undefined : (await Promise.all(ca.map(loadAuthorities))).flat();
  const checks = await checkSignatures(read, authorities);
  if (checks.length === 0) {
    session.print((authorities ? SIGNATURE_WANTED : UNSIGNED)[language]);
    return authorities ? EXIT.failed : EXIT.passed;
  }
  for (const check of checks) session.print(describe(check, session));
  return checks.every(({ state, trusted }) => state === 'valid' && trusted !== false) ? EXIT.passed : EXIT.failed;
}

async function checkSignatures(read: ReadFile, authorities: readonly string[] | undefined) {
  const content = Buffer.from((await read(INDEX_FILE)) ?? []);
  const options = { now: systemClock.now(), ...(authorities && { authorities }) };
  const checks: (SignatureCheck & { readonly file: string })[] = [];
  const { cms, jws } = INDEX_SIGNATURES;
  const [ofCms, ofJws] = [await read(cms), await read(jws)];
  if (ofCms) checks.push({ file: cms, ...(await checkCms(content, Buffer.from(ofCms), options)) });
  if (ofJws) checks.push({ file: jws, ...(await checkJws(content, Buffer.from(ofJws).toString('utf8'), options)) });
  return checks;
}

function describe({ file, state, signer = '', trusted }: SignatureCheck & { file: string }, session: Session): string {
  const fr = session.language === 'fr';
  const colon = fr ? ' : ' : ': ';
  if (state === 'damaged') return `✗ ${file}${colon}${fr ? 'signature illisible' : 'unreadable signature'}`;
  if (state === 'altered') {
    return `✗ ${file}${colon}${fr ? 'la signature n’est pas celle de ce contenu' : 'the signature is not of this content'}`;
  }
  const valid = fr ? 'signature valide' : 'valid signature';
  if (trusted === false) {
    const word = fr
      ? 'le certificat ne mène pas à l’autorité donnée, ou n’est plus valide'
      : 'the certificate does not lead to the authority given, or is not valid now';
    return `✗ ${file}${colon}${valid}, ${signer} ; ${word}`;
  }
  const note = trusted ? '' : fr ? ' ; autorité non contrôlée (donnez --ca)' : '; authority not checked (give --ca)';
  return `✓ ${file}${colon}${valid}, ${signer}${note}`;
}

const UNCHANGED: Text = {
  fr: '✓ Aucun fichier du dossier n’a changé depuis sa construction.',
  en: '✓ No file of the dossier changed since it was built.',
};
const UNSIGNED: Text = {
  fr: '○ Le dossier n’est pas signé : l’index lui-même a pu être refait.',
  en: '○ The dossier is not signed: the index itself may have been made again.',
};
const SIGNATURE_WANTED: Text = {
  fr: '✗ Le dossier n’est pas signé, et une autorité est demandée (--ca).',
  en: '✗ The dossier is not signed, and an authority is asked for (--ca).',
};
