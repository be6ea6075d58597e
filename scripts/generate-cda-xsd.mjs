// Writes the XSD files of the CDA pack to dist/cda-xsd/, for people and for the Java engine. The model they are made from
// is profiles/cda-fr/schema/*.yaml; the command line itself reads them inside the compiled pack.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './source-module.mjs';

const folder = fileURLToPath(new URL('../dist/cda-xsd/', import.meta.url));
const { loadPack } = await importSource('src/packs/index.ts');

const pack = await loadPack('cda-fr').catch((error) => {
  if (typeof error.describe !== 'function') throw error;
  const { text, hint } = error.describe('en');
  console.error(`${text}\n  ${hint}`);
  process.exit(1);
});
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pack.cda.xsd)) writeFileSync(join(folder, name), text);
console.error(`${Object.keys(pack.cda.xsd).length} XSD files`);
