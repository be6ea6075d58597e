// Writes docs/schemas/{scenario,scenario-pack,target}.schema.json, for editors, from the schemas the loader uses.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './source-module.mjs';

const folder = fileURLToPath(new URL('../docs/schemas/', import.meta.url));
const { SCENARIO_SCHEMAS, scenarioJsonSchema } = await importSource('src/scenarios/pack/json-schemas.ts');

for (const name of SCENARIO_SCHEMAS) writeFileSync(join(folder, `${name}.schema.json`), scenarioJsonSchema(name));
console.error(`${SCENARIO_SCHEMAS.length} schemas`);
