import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a pack folder by path; the pack.yaml of a small overlay is added unless given. */
export type PackFiles = Readonly<Record<string, string>>;

export const OVERLAY = `id: essai
version: "1.0"
format: hl7v2
extends: hl7v2-base@2.5
title: { fr: Essai, en: Trial }
publisher: Test
source: Test
trust: project
licence: MIT
`;

const folders: string[] = [];

/** Writes a root folder that holds the pack folders given; returns its path. Removed by `removeFolders`. */
export async function writeRoot(packs: Readonly<Record<string, PackFiles>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'epreuve-packs-'));
  folders.push(root);
  for (const [pack, files] of Object.entries(packs)) {
    for (const [path, text] of Object.entries({ 'pack.yaml': OVERLAY, ...files })) {
      await mkdir(dirname(join(root, pack, path)), { recursive: true });
      await writeFile(join(root, pack, path), text);
    }
  }
  return root;
}

/** Path of the folder of one overlay. */
export async function writePack(files: PackFiles): Promise<string> {
  return join(await writeRoot({ essai: files }), 'essai');
}

export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}
