import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  type AssessedDossier,
  assessDossier,
  EXIT,
  loadReferential,
  type Maturity,
  makeError,
  type Outcome,
  readDossier,
  referentialOf,
  systemCode,
} from '../../index.js';
import { gatherDossier } from './gather.js';

export const DOSSIER_FILE = 'dossier.yaml';

export interface OpenDossier {
  readonly assessed: AssessedDossier;
  readonly maturity: Maturity;
  /** Folder of dossier.yaml: paths in it start there. */
  readonly root: string;
}

/** Reads a dossier and everything it names. Throws `file-not-found`, `dossier-invalid`, `pack-…`. */
export async function openDossier(file: string): Promise<OpenDossier> {
  const { dossier, referential, maturity, root } = await readDossierFile(file);
  return { assessed: assessDossier(dossier, referential, await gatherDossier(dossier, root)), maturity, root };
}

/** The dossier alone, without looking at its files. */
export async function readDossierFile(file: string) {
  const text = await readFile(file, 'utf8').catch((cause) => {
    const code = systemCode(cause);
    if (code === 'ENOENT') throw makeError('dossier-not-found', { file }, { cause });
    throw makeError('file-unreadable', { file, reason: code }, { cause });
  });
  const root = dirname(resolve(file));
  const name = referentialOf(text, file);
  const { referential, maturity } = await loadReferential(name.startsWith('.') ? resolve(root, name) : name);
  return { dossier: readDossier(text, file, referential, maturity), referential, maturity, root };
}

/** Exit code of design §4: wrong is 1, missing is 2. */
export function exitOf(outcome: Outcome): number {
  if (outcome === 'failed') return EXIT.failed;
  return outcome === 'passed' ? EXIT.passed : EXIT.inconclusive;
}
