import { readFileSync } from 'node:fs';
import { SCENARIO_SCHEMAS, scenarioJsonSchema } from '../../src/scenarios/pack/json-schemas.js';

test.each(SCENARIO_SCHEMAS)('docs/schemas/%s.schema.json is fresh', (name) => {
  const committed = readFileSync(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8');
  // Else: node scripts/generate-scenario-schemas.mjs
  expect(committed).toBe(scenarioJsonSchema(name));
});
