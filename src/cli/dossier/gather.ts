import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import {
  type Dossier,
  type Gathered,
  type GatheredFile,
  type GatheredRun,
  makeError,
  PROOF_SLOTS,
  systemCode,
} from '../../index.js';
import { runStateOf } from '../verify-run.js';

/** Reads everything a dossier names: digests of its files, its runs verified and judged again. */
export async function gatherDossier(dossier: Dossier, root: string): Promise<Gathered> {
  const files = new Map<string, GatheredFile>();
  for (const path of filesOf(dossier)) files.set(path, await gatherFile(path, root));
  const runs = new Map<string, GatheredRun>();
  for (const path of runsOf(dossier)) runs.set(path, { path, ...(await runStateOf(resolve(root, path))) });
  return { files, runs };
}

function filesOf({ requirements, penetrationTest, declarations = {} }: Dossier): Set<string> {
  const paths = new Set(Object.values(declarations));
  for (const entry of requirements.values()) {
    if (entry.declaration !== undefined) paths.add(entry.declaration);
    for (const slot of PROOF_SLOTS) {
      const file = entry[slot]?.file;
      if (file !== undefined) paths.add(file);
    }
  }
  if (penetrationTest?.report !== undefined) paths.add(penetrationTest.report);
  return paths;
}

function runsOf({ runs = [], requirements }: Dossier): Set<string> {
  const paths = new Set(runs);
  for (const entry of requirements.values()) {
    for (const slot of PROOF_SLOTS) {
      const run = entry[slot]?.run;
      if (run !== undefined) paths.add(run);
    }
  }
  return paths;
}

async function gatherFile(path: string, root: string): Promise<GatheredFile> {
  if (!isInside(path)) return { path, state: 'refused' };
  const full = join(root, path);
  try {
    const { size } = await stat(full);
    const [real, realRoot] = [await realpath(full), await realpath(root)];
    // A dossier.yaml may come from somebody else: what it names goes into a package that is handed over.
    if (!real.startsWith(realRoot + sep)) return { path, state: 'refused' };
    if (!(await stat(real)).isFile()) return { path, state: 'missing' };
    return { path, state: 'present', size, sha256: await digestOf(real) };
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { path, state: 'missing' };
    throw makeError('file-unreadable', { file: full, reason: code }, { cause });
  }
}

function isInside(path: string): boolean {
  return !isAbsolute(path) && !/^[A-Za-z]:/.test(path) && !path.includes('\\') && !path.split('/').includes('..');
}

/** In pieces: a video does not fit in memory twice. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}
