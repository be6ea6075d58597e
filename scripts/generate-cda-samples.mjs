// Writes samples/cda-pairs/ and its table expected.yaml from the valid pair of samples/cda. With --check, only says
// which files are stale (exit 1 when one is).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { makePairs } from './samples/cda-pairs.mjs';
import { root } from './setup.mjs';

const folder = join(root, 'samples/cda-pairs');
const valid = (level) => readFileSync(join(root, `samples/cda/cr-bio-${level}-valid.xml`), 'utf8');
const pairs = makePairs({ level1: valid('level1'), level3: valid('level3') });
const files = new Map(pairs.flatMap(({ name, files: own }) => own.map(([file, text]) => [`${name}/${file}`, text])));
const rows = pairs.filter(({ rules }) => rules).map(({ name, fault, rules }) => [name, { fault, rules }]);
const head = [
  '# Written by scripts/generate-cda-samples.mjs. What is wrong in each pair, and the pair rules that say so at warning or',
  '# error. Pairs named -valid have neither.',
];
files.set('expected.yaml', `${head.join('\n')}\n${stringify(Object.fromEntries(rows), { lineWidth: 0 })}`);

const isFresh = ([name, text]) => existsSync(join(folder, name)) && readFileSync(join(folder, name), 'utf8') === text;
mkdirSync(folder, { recursive: true });
const stale = [...files].filter((entry) => !isFresh(entry));
const gone = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !pairs.some(({ name }) => name === entry.name))
  .map(({ name }) => name);
if (process.argv.includes('--check')) {
  for (const name of [...gone, ...stale.map(([file]) => file)]) console.error(`samples/cda-pairs/${name} is stale`);
  process.exit(gone.length + stale.length > 0 ? 1 : 0);
}
for (const name of gone) rmSync(join(folder, name), { recursive: true });
for (const [name, text] of stale) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
console.error(`${pairs.length} pairs, ${stale.length} files written, ${gone.length} removed`);
