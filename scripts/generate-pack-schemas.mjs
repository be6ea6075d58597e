// Writes docs/schemas/pack-*.schema.json, for editors, from the schemas the loader uses (src/packs/compile/schema.ts).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './source-module.mjs';

const folder = fileURLToPath(new URL('../docs/schemas/', import.meta.url));
const { packJsonSchemas } = await importSource('src/packs/compile/index.ts');

mkdirSync(folder, { recursive: true });
const schemas = Object.entries(packJsonSchemas());
for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
console.error(`${schemas.length} schemas`);
