import { readFileSync } from 'node:fs';
import { packJsonSchemas } from '../../src/packs/compile/index.js';

describe('JSON Schemas of pack files', () => {
  it.each(Object.entries(packJsonSchemas()))('docs/schemas/%s is fresh', (name, text) => {
    const committed = readFileSync(new URL(`../../docs/schemas/${name}`, import.meta.url), 'utf8');
    // Else: node scripts/generate-pack-schemas.mjs
    expect(committed).toBe(text);
  });
});
