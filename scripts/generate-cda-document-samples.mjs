// Writes samples/cda/ and its table expected.yaml. The two laboratory reports of that folder are written by hand and are
// the start of all others. With --check, only says which files are stale (exit 1 when one is).
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { makeDocuments } from './samples/cda-documents.mjs';
import { root } from './setup.mjs';

const folder = join(root, 'samples/cda');
const BY_HAND = ['cr-bio-level1-valid.xml', 'cr-bio-level3-valid.xml'];
const read = (path) => readFileSync(join(root, path), 'utf8');
const types = parse(read('profiles/cda-fr/valuesets/JDV_J07.yaml')).codes;
const codes = Object.entries(types).flatMap(([system, list]) =>
  Object.entries(list).map(([code, label]) => ({ system, code, label })),
);
const { files, expected } = makeDocuments({
  base: read('samples/cda/cr-bio-level1-valid.xml'),
  models: parse(read('profiles/cda-fr/models/models.yaml')),
  labels: Object.fromEntries(codes.filter(({ label }) => label !== '').map(({ code, label }) => [code, label])),
  systems: Object.fromEntries(codes.map(({ code, system }) => [code, system])),
});
const head = [
  '# Written by scripts/generate-cda-document-samples.mjs. What is wrong in each document, and the rules that say so at',
  '# warning or error. Documents named -valid have neither.',
];
files.set('expected.yaml', `${head.join('\n')}\n${stringify(expected, { lineWidth: 0 })}`);

const isFresh = ([name, text]) => existsSync(join(folder, name)) && read(`samples/cda/${name}`) === text;
const stale = [...files].filter((entry) => !isFresh(entry));
const gone = readdirSync(folder).filter((name) => !files.has(name) && !BY_HAND.includes(name));
if (process.argv.includes('--check')) {
  for (const name of [...gone, ...stale.map(([file]) => file)]) console.error(`samples/cda/${name} is stale`);
  process.exit(gone.length + stale.length > 0 ? 1 : 0);
}
for (const name of gone) rmSync(join(folder, name));
for (const [name, text] of stale) writeFileSync(join(folder, name), text);
console.error(`${files.size - 1} documents, ${stale.length} files written, ${gone.length} removed`);
