// Writes samples/hl7v2/ and its table expected.yaml. Files of samples that are gone are removed. With --check, only says
// which are stale (exit 1 when one is).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { makeSamples } from './samples/hl7v2.mjs';
import { root } from './setup.mjs';
import { importSource } from './source-module.mjs';

const folder = join(root, 'samples/hl7v2');
const samples = makeSamples(await importSource('src/rules/hl7v2/example-messages.ts'));
const files = new Map(samples.map(({ name, bytes }) => [name, bytes]));
files.set('expected.yaml', Buffer.from(expectedTable()));

mkdirSync(folder, { recursive: true });
const gone = readdirSync(folder).filter((name) => name.endsWith('.hl7') && !files.has(name));
const stale = [...files].filter(([name, bytes]) => !isFresh(join(folder, name), bytes)).map(([name]) => name);
if (process.argv.includes('--check')) {
  for (const name of [...gone, ...stale]) console.error(`samples/hl7v2/${name} is stale`);
  process.exit(gone.length + stale.length > 0 ? 1 : 0);
}
for (const name of gone) rmSync(join(folder, name));
for (const name of stale) writeFileSync(join(folder, name), files.get(name));
console.error(`${samples.length} samples, ${stale.length} files written, ${gone.length} removed`);

function isFresh(path, bytes) {
  return existsSync(path) && readFileSync(path).equals(bytes);
}

function expectedTable() {
  const rows = samples.filter(({ rules }) => rules).map(({ name, fault, rules }) => [name, { fault, rules }]);
  const head = [
    '# Written by scripts/generate-samples.mjs. What is wrong in each sample, and the rules that say so: every finding at',
    '# warning or error comes from one of them. Files named -valid have neither errors nor warnings.',
  ];
  return `${head.join('\n')}\n${stringify(Object.fromEntries(rows), { lineWidth: 0 })}`;
}
