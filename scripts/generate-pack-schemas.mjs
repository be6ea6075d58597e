// Writes docs/schemas/*.schema.json of packs and dossiers, for editors, from the schemas the readers use.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './source-module.mjs';

const folder = fileURLToPath(new URL('../docs/schemas/', import.meta.url));
const { packJsonSchemas } = await importSource('src/packs/compile/index.ts');

const { dossierJsonSchemas } = await importSource('src/dossier/json-schemas.ts');

const { suppressionsJsonSchema } = await importSource('src/judging/read-suppressions.ts');

mkdirSync(folder, { recursive: true });
const schemas = Object.entries({ ...packJsonSchemas(), ...dossierJsonSchemas(), ...suppressionsJsonSchema() });
for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
console.error(`${schemas.length} schemas`);
