import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FAULTS, readBehaviour } from '../src/actors/dmn/behaviour.js';
import { ERRORS } from '../src/core/index.js';
import { readYaml } from '../src/packs/compile/index.js';
import { RULES } from '../src/rules/generated/index.js';
import { checkScenario } from '../src/scenarios/pack/check-scenario.js';
import { listScenarioPacks } from '../src/scenarios/pack/load-scenarios.js';
import { scenarioFile } from '../src/scenarios/pack/schema.js';

const docs = join(process.cwd(), 'docs');

test('the generated pages are those the source gives', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-docs.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

test('every rule has its page and stands in the index', () => {
  const index = readFileSync(join(docs, 'rules/README.md'), 'utf8');
  const without = RULES.filter(({ id }) => !existsSync(join(docs, `rules/${id}.md`)) || !index.includes(`(${id}.md)`));
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('every error code has its part, in both languages', () => {
  const page = readFileSync(join(docs, 'errors.md'), 'utf8');
  const without = Object.entries(ERRORS).filter(
    ([code, { text, hint }]) =>
      !page.includes(`### ${code}\n`) || ![text.fr, text.en, hint.fr, hint.en].every((part) => page.includes(part)),
  );
  expect(without.map(([code]) => code)).toEqual([]);
});

test('the behaviour file of the simulator guides is one, and every fault is explained', () => {
  const [french, english] = ['simulateurs.md', 'simulators.md'].map((name) => {
    const text = readFileSync(join(docs, name), 'utf8');
    expect(FAULTS.filter((fault) => !text.includes(`| \`${fault}\` |`))).toEqual([]);
    return readBehaviour(parse(/```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? ''), name);
  });
  expect(french).toHaveLength(3);
  expect(english).toEqual(french);
});

test('the scenario guide names every pack, and its example is a scenario', async () => {
  const text = readFileSync(join(docs, 'scenarios.md'), 'utf8');
  const packs = await listScenarioPacks();
  expect(packs.map(({ pack }) => pack.id).filter((id) => !text.includes(`| \`${id}\` |`))).toEqual([]);
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const source = readYaml('scenarios.md', example, scenarioFile, []);
  expect(source && [...checkScenario(source)]).toEqual([]);
});
