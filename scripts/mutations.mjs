// `npm run mutations`: recall and precision of the FHIR measure rules, as Markdown. Operators make wrong documents out of
// valid ones and name the rule that must find them; other changes keep them valid and nothing may be found.
// Exits 1 when a mutant is missed or a valid document is refused.
import { ensureBuilt } from './setup.mjs';

ensureBuilt();
const { importSource } = await import('./source-module.mjs');
const { mutationJudge, runOperators, runPreserving } = await importSource('test/support/fhir-mutation-run.ts');
const seeds = [1, 2, 3];
const judgeText = await mutationJudge();
const operators = runOperators(judgeText, seeds);
const kept = runPreserving(judgeText, seeds);

const rules = [...grouped(operators)].sort(([left], [right]) => (left < right ? -1 : 1));
console.log('| Rule | Operators | Mutants | Found | Recall |\n|---|---:|---:|---:|---:|');
for (const [rule, own] of rules) {
  const { mutants, found } = sum(own);
  console.log(`| ${rule} | ${own.length} | ${mutants} | ${found} | ${percent(found, mutants)} |`);
}
const all = sum(operators);
console.log(
  `| all ${rules.length} rules | ${operators.length} | ${all.mutants} | ${all.found} | ${percent(all.found, all.mutants)} |`,
);
console.log('\n| Change that keeps a measure valid | Documents | Errors and warnings |\n|---|---:|---:|');
for (const { change, documents, wrong } of kept) console.log(`| ${change} | ${documents} | ${wrong.length} |`);
const documents = kept.reduce((total, each) => total + each.documents, 0);
const wrong = kept.flatMap((each) => each.wrong);
console.log(`| all ${kept.length} | ${documents} | ${wrong.length} |`);
for (const { operator, rule, missed } of operators)
  for (const each of missed) console.log(`missed: ${rule}, ${operator}: ${each}`);
for (const each of wrong) console.log(`wrong: ${each}`);
process.exitCode = all.found === all.mutants && wrong.length === 0 ? 0 : 1;

function grouped(list) {
  const groups = new Map();
  for (const each of list) groups.set(each.rule, [...(groups.get(each.rule) ?? []), each]);
  return groups;
}

function sum(list) {
  const mutants = list.reduce((total, each) => total + each.mutants, 0);
  return { mutants, found: mutants - list.reduce((total, each) => total + each.missed.length, 0) };
}

function percent(part, whole) {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(part === whole ? 0 : 2)} %`;
}
