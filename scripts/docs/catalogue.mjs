// What the documentation is written from: every rule with its examples, the error table, the commands; from source.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { root } from '../setup.mjs';
import { importSource } from '../source-module.mjs';

const CACHE = 'node_modules/.cache/epreuve';

/** Rule files: they call defineRule and export one rule named after the file. */
function* ruleFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* ruleFiles(path);
    else if (/^(?!.*\.examples\.ts$).*\.ts$/.test(entry.name) && readFileSync(path, 'utf8').includes('= defineRule')) {
      yield relative(root, path).split(sep).join('/');
    }
  }
}

const exportName = (path) => basename(path, '.ts').replace(/-([a-z0-9])/g, (_, char) => char.toUpperCase());

/** Rows that are rules of their own, with their examples in the shape of the others. */
const ROW_ENTRIES = `
await loadXmlLibrary();
const toExample = ({ title, document }) => ({ title, cda: document });
const rowEntries = rowRules((await loadPack('cda-fr')).cda.content).map((rule) => {
  const { passed = [], failed, inapplicable = [] } = ROW_EXAMPLES[rule.id];
  const examples = { passed: passed.map(toExample), failed: failed.map(toExample), inapplicable: inapplicable.map(toExample) };
  return { family: 'cda/rows', rule, examples };
});`;

/** `{ rules: [{ family, rule, examples }], subjectOf, fillTemplate, ERRORS, COMMANDS }`. */
export async function loadCatalogue() {
  const files = [...ruleFiles(join(root, 'src/rules'))];
  const up = '../../..';
  const lines = files.flatMap((file, index) => [
    `import { ${exportName(file)} as rule${index} } from '${up}/${file.replace(/\.ts$/, '.js')}';`,
    `import { examples as examples${index} } from '${up}/${file.replace(/\.ts$/, '.examples.js')}';`,
  ]);
  const rows = files.map((file, index) => {
    const family = file.split('/').slice(2, -1).join('/');
    return `  { family: '${family}', rule: rule${index}, examples: examples${index} },`;
  });
  const entry = `${CACHE}/docs-${process.pid}.ts`;
  mkdirSync(join(root, CACHE), { recursive: true });
  writeFileSync(
    join(root, entry),
    [
      ...lines,
      `import { loadPack } from '${up}/src/packs/index.js';`,
      `import { loadXmlLibrary } from '${up}/src/formats/cda/index.js';`,
      `import { rowRules } from '${up}/src/rules/cda/rows/row-rules.js';`,
      `import { ROW_EXAMPLES } from '${up}/src/rules/cda/rows/examples/index.js';`,
      ROW_ENTRIES,
      `export const rules = [\n${rows.join('\n')}\n  ...rowEntries,\n];`,
      `export { subjectOf } from '${up}/test/support/example-subjects.js';`,
      `export { ERRORS, fillTemplate } from '${up}/src/core/index.js';`,
      `export { COMMANDS } from '${up}/src/cli/commands/index.js';`,
    ].join('\n'),
  );
  try {
    return await importSource(entry);
  } finally {
    rmSync(join(root, entry), { force: true });
  }
}
