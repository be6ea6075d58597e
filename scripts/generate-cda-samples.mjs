// Writes samples/cda-pairs/ and samples/cda-messages/ with their tables from the valid documents of samples/cda. With --check, only says
// which files are stale (exit 1 when one is).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { makeMessages } from './samples/cda-messages.mjs';
import { makePairs } from './samples/cda-pairs.mjs';
import { root } from './setup.mjs';
import { importSource } from './source-module.mjs';

const valid = (type, level) => readFileSync(join(root, `samples/cda/${type}-${level}-valid.xml`), 'utf8');
const documents = (type) => ({ level1: valid(type, 'level1'), level3: valid(type, 'level3') });
/** In lines of 100 characters, as producers write it. */
const pdf = (name) => {
  const text = readFileSync(join(root, `samples/cda-pdf/${name}.pdf`)).toString('base64');
  return `\n${text.match(/.{1,100}/g).join('\n')}\n`;
};
const pairs = makePairs({ documents, pdf });
const messages = makeMessages(await importSource('src/rules/hl7v2/cda/example-transport.ts'), documents('cr-bio'));

writeFolder('samples/cda-pairs', [
  ...pairs.flatMap(({ name, files }) => files.map(([file, text]) => [`${name}/${file}`, text])),
  ['expected.yaml', tableOf(pairs, 'Pairs')],
]);
writeFolder('samples/cda-messages', [
  ...messages.map(({ name, text }) => [`${name}.hl7`, text]),
  ['expected.yaml', tableOf(messages, 'Messages')],
]);

function tableOf(samples, what) {
  const rows = samples
    .filter(({ rules }) => rules)
    .map(({ name, fault, rules, documentRules }) => [
      name,
      { ...(fault && { fault }), rules, ...(documentRules && { documentRules }) },
    ]);
  const head = [
    '# Written by scripts/generate-cda-samples.mjs. The rules that speak of each sample with a fault at warning or error.',
    `# ${what} named -valid have neither.`,
  ];
  return `${head.join('\n')}\n${stringify(Object.fromEntries(rows), { lineWidth: 0 })}`;
}

/** Writes what is stale and removes what is gone, or only tells it. */
function writeFolder(name, files) {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const tops = new Set(files.map(([file]) => file.split('/')[0]));
  const gone = readdirSync(folder).filter((entry) => !tops.has(entry));
  const stale = files.filter(([file, text]) => {
    return !existsSync(join(folder, file)) || readFileSync(join(folder, file), 'utf8') !== text;
  });
  if (process.argv.includes('--check')) {
    for (const file of [...gone, ...stale.map(([one]) => one)]) console.error(`${name}/${file} is stale`);
    if (gone.length + stale.length > 0) process.exitCode = 1;
    return;
  }
  for (const entry of gone) rmSync(join(folder, entry), { recursive: true });
  for (const [file, text] of stale) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  console.error(`${name}: ${files.length} files, ${stale.length} written, ${gone.length} removed`);
}
