import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type AssessedDossier,
  buildDossier,
  DOSSIER_MANIFEST,
  type GatheredRun,
  type Identity,
  INDEX_FILE,
  INDEX_SIGNATURES,
  indexOfFolder,
  type Language,
  listFiles,
  loadFonts,
  MANIFEST_FILE,
  makeError,
  planFiles,
  type ReportFonts,
  renderReport,
  type Stage,
  sha256,
  signCms,
  signJws,
  stageFolder,
  systemClock,
} from '../../index.js';
import type { OpenDossier } from './open-dossier.js';
import { drawMaturity } from './radars.js';

export interface BuildOptions {
  readonly out: string;
  readonly language: Language;
  /** Copies whole runs, with the values of their messages. */
  readonly withEvidence: boolean;
  readonly signature?: { readonly identity: Identity; readonly forms: readonly ('cms' | 'jws')[] };
}

/** Builds the folder of a dossier and its ZIP: both whole, or nothing. Returns the path of the ZIP. */
export async function buildDossierFolder(open: OpenDossier, options: BuildOptions): Promise<string> {
  const { language, out } = options;
  const { assessed } = open;
  // Read before anything is written: a missing font leaves nothing half done.
  const fonts = await loadFonts();
  const maturity = await drawMaturity(open, language, fonts);
  const images = await readImages(open);
  const archive = `${resolve(out)}.zip`;
  const fill = async (stage: Stage) => {
    for (const part of buildDossier({ assessed, language, fonts, images, ...(maturity && { maturity }) })) {
      if ('bytes' in part) stage.write(part.path, part.bytes);
      else await copyProof(stage, open.root, part);
    }
    await writeRuns(stage, open, options, fonts);
    const index = indexOfFolder(stage.folder);
    stage.write(INDEX_FILE, index);
    await sign(stage, index, options);
  };
  await stageFolder(out, fill, { marker: DOSSIER_MANIFEST, archive });
  return archive;
}

const LARGEST_IMAGE = 10 * 1024 * 1024;

/** Pictures to show inside the pages; larger ones are only attached. */
async function readImages({ assessed, root }: OpenDossier): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const { path, state, size = 0 } of assessed.gathered.files.values()) {
    if (state !== 'present' || size > LARGEST_IMAGE || !/\.(?:png|jpe?g)$/i.test(path)) continue;
    images.set(path, await readFile(join(root, path)));
  }
  return images;
}

/** A file that changed since it was looked at would make pages that lie. Throws `proof-changed`. */
async function copyProof(stage: Stage, root: string, part: { path: string; copyOf: string; sha256: string }) {
  stage.copy(join(root, part.copyOf), part.path);
  const copied = await readFile(join(stage.folder, part.path));
  if (sha256(copied) !== part.sha256) throw makeError('proof-changed', { file: part.copyOf });
}

/** Masked reports of each run beside the digest of its evidence; the evidence itself only when asked for. */
async function writeRuns(stage: Stage, { assessed, root }: OpenDossier, options: BuildOptions, fonts: ReportFonts) {
  for (const run of assessed.gathered.runs.values()) {
    const folder = folderOf(run, assessed);
    if (!run.result || folder === undefined) continue;
    const rendering = { language: options.language, assets: { fonts } };
    stage.write(`${folder}/rapport.html`, await renderReport(run.result, 'html', rendering));
    stage.write(`${folder}/rapport.pdf`, await renderReport(run.result, 'pdf', rendering));
    const source = resolve(root, run.path);
    stage.copy(join(source, MANIFEST_FILE), `${folder}/${MANIFEST_FILE}`);
    if (!options.withEvidence) continue;
    for (const path of listFiles(source, WITHOUT_KEYS)) stage.copy(join(source, path), `${folder}/passage/${path}`);
  }
}

/** Private keys of a run's own PKI never leave the machine. */
const WITHOUT_KEYS = new Set(['pki']);

function folderOf(run: GatheredRun, assessed: AssessedDossier): string | undefined {
  return planFiles(assessed, []).runs.get(run.path);
}

async function sign(stage: Stage, index: string, { signature }: BuildOptions): Promise<void> {
  if (!signature) return;
  const content = Buffer.from(index);
  const { identity, forms } = signature;
  if (forms.includes('cms')) stage.write(INDEX_SIGNATURES.cms, await signCms(content, identity, systemClock.now()));
  if (forms.includes('jws')) stage.write(INDEX_SIGNATURES.jws, await signJws(content, identity));
}
