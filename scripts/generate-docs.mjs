// `npm run docs`: writes docs/rules/, docs/errors.md and docs/commands.md from the source. Pages of rules that are gone
// are removed. With --check, only says which pages are stale (exit 1 when one is).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { loadCatalogue } from './docs/catalogue.mjs';
import { commandsPage, errorsPage, ruleFile, ruleIndex } from './docs/lists.mjs';
import { rulePage } from './docs/rule-page.mjs';
import { root } from './setup.mjs';

const docs = join(root, 'docs');
const catalogue = await loadCatalogue();
const pages = new Map([
  ['rules/README.md', ruleIndex(catalogue.rules)],
  ['errors.md', errorsPage(catalogue.ERRORS)],
  ['commands.md', commandsPage(catalogue.COMMANDS)],
]);
for (const entry of catalogue.rules) pages.set(`rules/${ruleFile(entry.rule.id)}`, await rulePage(entry, catalogue));

const gone = [...filesBelow(join(docs, 'rules'))].filter((file) => !pages.has(file));
const stale = [...pages].filter(([file, text]) => !isFresh(join(docs, file), text)).map(([file]) => file);

if (process.argv.includes('--check')) {
  const wrong = [...gone, ...stale].sort();
  for (const file of wrong.slice(0, 10)) console.error(`docs/${file} is stale`);
  if (wrong.length > 0) console.error(`${wrong.length} stale pages: run npm run docs`);
  process.exit(wrong.length > 0 ? 1 : 0);
}
for (const file of gone) rmSync(join(docs, file));
for (const file of stale) {
  mkdirSync(dirname(join(docs, file)), { recursive: true });
  writeFileSync(join(docs, file), pages.get(file));
}
console.error(`${pages.size} pages, ${stale.length} written, ${gone.length} removed`);

function isFresh(path, text) {
  return existsSync(path) && readFileSync(path, 'utf8') === text;
}

/** Paths from docs, forward slashes. */
function* filesBelow(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield relative(docs, path).split(sep).join('/');
  }
}
