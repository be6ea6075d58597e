// Writes samples/fhir/ and its table expected.yaml. Files of samples that are gone are removed. With --check, only says
// which are stale (exit 1 when one is).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { makeFhirSamples } from './samples/fhir.mjs';
import { root } from './setup.mjs';
import { importSource } from './source-module.mjs';

const folder = join(root, 'samples/fhir');
const samples = makeFhirSamples(await importSource('scripts/samples/fhir-source.ts'));
const files = new Map(samples.map(({ name, text }) => [name, Buffer.from(text)]));
files.set('expected.yaml', Buffer.from(expectedTable()));

mkdirSync(folder, { recursive: true });
const gone = readdirSync(folder).filter((name) => !files.has(name));
const stale = [...files].filter(([name, bytes]) => !isFresh(join(folder, name), bytes)).map(([name]) => name);
if (process.argv.includes('--check')) {
  for (const name of [...gone, ...stale]) console.error(`samples/fhir/${name} is stale`);
  process.exit(gone.length + stale.length > 0 ? 1 : 0);
}
for (const name of gone) rmSync(join(folder, name));
for (const name of stale) writeFileSync(join(folder, name), files.get(name));
console.error(`${samples.length} samples, ${stale.length} files written, ${gone.length} removed`);

function isFresh(path, bytes) {
  return existsSync(path) && readFileSync(path).equals(bytes);
}

function expectedTable() {
  const rows = samples.filter(({ rule }) => rule).map(({ name, fault, rule }) => [name, { fault, rule }]);
  const head = [
    '# Written by scripts/generate-fhir-samples.mjs. What is wrong in each sample, and the rule that must say so. Other',
    '# rules may speak too when one mistake breaks several texts. Files named -valid have neither errors nor warnings,',
    '# those named -undecided neither, but the rule could not look at everything.',
  ];
  return `${head.join('\n')}\n${stringify(Object.fromEntries(rows), { lineWidth: 0 })}`;
}
