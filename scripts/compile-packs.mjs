// Compiles every pack folder under profiles/ into dist/packs/<id>@<version>.json, with an index beside them, so that
// the command line loads a pack without reading YAML. Prints every mistake of every pack; exit 1 when there is one.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './source-module.mjs';

const folder = fileURLToPath(new URL('../dist/packs/', import.meta.url));
const { COMPILED_INDEX, listPacks, loadPack, writeCompiledPack } = await importSource('src/packs/index.ts');

function report(error) {
  if (typeof error.describe !== 'function') throw error;
  const { text, hint } = error.describe('en');
  console.error(`${text}\n  ${hint}`);
  process.exitCode = 1;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  const summaries = await listPacks();
  for (const { id, version } of summaries) {
    const pack = await loadPack(`${id}@${version}`).catch(report);
    if (!pack) continue;
    const text = writeCompiledPack(pack);
    writeFileSync(join(folder, `${id}@${version}.json`), text);
    console.error(`${id}@${version} ${pack.reference.digest.slice(0, 12)} ${Math.round(text.length / 1024)} KiB`);
  }
  writeFileSync(join(folder, COMPILED_INDEX), JSON.stringify(summaries));
} catch (error) {
  report(error);
}
