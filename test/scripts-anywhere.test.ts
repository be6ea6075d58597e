import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './support/folders.js';

const folder = temporaryFolder();

/** A vendor clones where he works: `Mes dossiers/Éditeur 100 %` is such a place. */
test('the rule index is written in a folder with blanks, accents and a per cent sign', () => {
  const root = join(folder, 'dossier d’Éditeur 100 %');
  mkdirSync(join(root, 'src'), { recursive: true });
  for (const path of ['scripts', 'src/rules/wire']) {
    cpSync(join(process.cwd(), path), join(root, path), { recursive: true });
  }
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/generate-rule-index.mjs')], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^\d+ rules\n$/) });
  const index = join(root, 'src/rules/generated/index.ts');
  expect(existsSync(index) && readFileSync(index, 'utf8')).toContain("from '../wire/");
});
