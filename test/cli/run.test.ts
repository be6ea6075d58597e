import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { Dmn, servePatientPage } from '../../src/actors/index.js';
import { readRun } from '../../src/evidence/index.js';
import type { RunResult } from '../../src/index.js';
import { listScenarioPacks } from '../../src/scenarios/index.js';
import { cli, startCli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const at = (name: string) => join(root, name);
const put = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
const resultOf = (folder: string): RunResult => JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));

const CREATE = put(
  'create.yaml',
  `id: create
title: { fr: Créer, en: Create }
summary: { fr: Créer, en: Create }
identities: { patient: {} }
steps:
  - id: send
    title: { fr: Envoyer, en: Send }
    send: { pam: { event: A28, patient: patient } }
  - id: seen
    title: { fr: Voir, en: See }
    expect:
      seen: { fr: il existe, en: it exists }
      state: [{ patient: "\${patient.identifier}", birthName: "\${patient.birthName}", ins: none }]
`,
);
const ASK = put(
  'ask.yaml',
  `id: ask
title: { fr: Demander, en: Ask }
summary: { fr: Demander, en: Ask }
steps:
  - id: shown
    title: { fr: Montrer, en: Show }
    prompt: { ask: { fr: Est-ce visible, en: Is it visible }, within: 10s }
`,
);

test('what there is to play, and what playing would do', async () => {
  const { code, out } = await cli(['run', '--list']);
  expect(code).toBe(0);
  for (const { scenarios } of await listScenarioPacks())
    for (const { reference } of scenarios) expect(out).toContain(reference);
  const french = (await cli(['run', 'dmn-manual', '--list', '--lang', 'fr'])).out;
  expect(french).toMatch(/\(1 étape · .*\n.*\([2-9] étapes · /s);
  const listed = JSON.parse((await cli(['run', 'dmn-manual', '--list', '--json'])).out);
  expect(listed[0]).toMatchObject({
    reference: 'dmn-manual/access-rights',
    requirements: [{ id: 'ADM 1', trust: 'secondary' }],
  });
  const plan = await cli(['run', 'dmn-identity', '--only', 'merge', '--dry-run', '--out', at('never')]);
  expect(plan.code).toBe(0);
  expect(plan.out).toContain('send · A40 → mllp → AA');
  expect(plan.out).not.toContain('A47');
  expect(existsSync(at('never'))).toBe(false);
  expect(await cli(['run', 'dmn-identity', '--tag', 'nothing'])).toMatchObject({ code: 3 });
});

describe('JSON Schemas for editors', () => {
  const validatorOf = async (name: string) =>
    new Ajv2020({ strict: false }).compile(JSON.parse((await cli(['run', '--schema', name])).out));

  test('take every built-in scenario, and the example target', async () => {
    const [scenario, target] = [await validatorOf('scenario'), await validatorOf('target')];
    for (const { scenarios } of await listScenarioPacks()) {
      for (const { folder, file } of scenarios) {
        const valid = scenario(parse(readFileSync(join(folder, `${file.id}.yaml`), 'utf8')));
        expect([file.id, valid ? [] : scenario.errors]).toEqual([file.id, []]);
      }
    }
    const example = readFileSync(new URL('../../docs/examples/target.yaml', import.meta.url), 'utf8');
    expect([target(parse(example)), target.errors]).toEqual([true, null]);
  });

  test('refuse what the loader refuses', async () => {
    const scenario = await validatorOf('scenario');
    const good = parse(readFileSync(CREATE, 'utf8'));
    expect(scenario(good)).toBe(true);
    expect(scenario({ ...good, more: 1 })).toBe(false);
    expect(scenario({ ...good, steps: [{ ...good.steps[0], prompt: { ask: { fr: 'a', en: 'b' } } }] })).toBe(false);
    expect(scenario({ ...good, steps: [{ id: 'x', title: { fr: 'a', en: 'b' } }] })).toBe(false);
    expect(await cli(['run', '--schema', 'nope'])).toMatchObject({ code: 3 });
  });
});

test('without a target it says that nothing of the user is tested', async () => {
  const { code, err } = await cli(['run', CREATE, '--out', at('reference'), '--seed', 'abc']);
  expect(code).toBe(0);
  expect(err).toContain('your system is not tested');
  expect(err).toContain('seed abc');
  expect(resultOf(at('reference')).scenarios?.[0]?.seed).toBe('abc');
});

test('a reference DMN told to misbehave makes the run fail', async () => {
  const behaviour = put('behaviour.yaml', 'rules: [{ event: A28, answer: AE }]\n');
  const { code, err } = await cli(['run', CREATE, '--behaviour', behaviour, '--out', at('misbehaving')]);
  expect(code).toBe(1);
  expect(err).toContain('acknowledgement AE; expected: acknowledgement AA · tested side');
});

describe('a target file', () => {
  test.each([
    ['name: x\nmlp: {}\n', /target-bad\.yaml, line 2.*unknown key: mlp/],
    ['name: x\nhooks:\n  state: { timeout: 5s }\n', /line 3.*command or url/],
    ['name: x\nmllp: { host: a, port: 70000, plaintext: true }\n', /line 2.*port 70000/],
  ])('that is wrong is told with its line: %j', async (text, expected) => {
    const { code, err } = await cli(['run', CREATE, '--target', put('target-bad.yaml', text)]);
    expect(code).toBe(3);
    expect(err).toMatch(expected);
  });

  test('without certificate nor plaintext is refused', async () => {
    const { code, err } = await cli([
      'run',
      CREATE,
      '--target',
      put('t.yaml', 'name: x\nmllp: { host: 127.0.0.1, port: 1 }\n'),
    ]);
    expect(code).toBe(3);
    expect(err).toContain('certificate');
  });

  test('drives a vendor’s DMN unattended: its address, a call that tells its patients, a command for the person', async () => {
    const dmn = await Dmn.start({ endpoint: { host: '127.0.0.1', port: 0, security: { kind: 'plaintext' } } });
    const page = await servePatientPage({ store: dmn.consumer.store, language: 'en' });
    const hook = put('hook.mjs', "console.log('shown to', process.env.EPREUVE_SCENARIO, process.env.EPREUVE_RUN);\n");
    const target = put(
      'vendor.yaml',
      `name: Vendor
version: "3.2"
mllp: { host: 127.0.0.1, port: ${dmn.port}, plaintext: true }
hooks:
  state: { url: "${page.url}patients.json" }
  steps:
    ask/shown: { command: ["${process.execPath}", "${hook}"] }
`,
    );
    try {
      const { code, out } = await cli(['run', CREATE, ASK, '--target', target, '--out', at('vendor'), '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out).steps.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
        'passed',
        'passed',
        'passed',
      ]);
    } finally {
      await page.close();
      await dmn.close();
    }
    const run = readRun(at('vendor'));
    expect(run.title.en).toBe('2 scenarios · Vendor 3.2');
    const printed = run.items.find(({ facts }) => facts?.hook === 'shown');
    expect(Buffer.from(run.bytes(printed?.id ?? '')).toString()).toMatch(/^shown to ask /);
    expect(run.items.some(({ facts }) => facts?.hook === 'state')).toBe(true);
  });

  test.each([
    ['exit 7', '["NODE", "-e", "process.exit(7)"]', '5s'],
    ['ENOENT', '["./nothing-there"]', '5s'],
    ['timeout', '["NODE", "-e", "setTimeout(() => {}, 60000)"]', '200ms'],
  ])('whose command ends with %s makes no pass, and says so', async (ended, command, timeout) => {
    const text = `name: x\nhooks: { steps: { shown: { command: ${command.replace('NODE', process.execPath)}, timeout: ${timeout} } } }\n`;
    const { code, err } = await cli(['run', ASK, '--target', put('hook.yaml', text), '--out', at(`hook-${ended}`)]);
    expect(code).toBe(2);
    expect(err).toContain(`failed (${ended})`);
  });
});

describe('in a terminal', () => {
  test('a question has an id and a deadline, and is asked again after a slip', async () => {
    const { code, err } = await cli(['run', ASK, '--out', at('asked')], { stdin: 'maybe\ny\n', isInteractive: true });
    expect(err).toMatch(/… \[ask\/shown\] Is it visible, until \d/);
    expect(err).toContain('y: yes, n: no');
    expect(code).toBe(0);
    expect((await cli(['run', ASK, '--out', at('denied')], { stdin: 'n\n', isInteractive: true })).code).toBe(1);
  });

  test('nobody there, or --no-input: no pass, and the remedy', async () => {
    const { code, err } = await cli(['run', ASK, '--out', at('alone')]);
    expect(code).toBe(2);
    expect(err).toContain('hooks.steps');
    expect(
      (await cli(['run', ASK, '--no-input', '--out', at('no-input')], { stdin: 'y\n', isInteractive: true })).code,
    ).toBe(2);
  });

  test('Ctrl-C leaves a report of what was done; the run is then resumed', async () => {
    let stop = () => {};
    const interrupted = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const stdin = new PassThrough();
    const folder = at('interrupted');
    const running = startCli(['run', CREATE, ASK, '--out', folder, '--seed', 's1'], {
      stdin,
      isInteractive: true,
      interrupted,
    });
    while (!running.err().includes('[ask/shown]')) await new Promise((resolve) => setTimeout(resolve, 5));
    stop();
    const { code, err } = await running.ended;
    stdin.end();
    expect(code).toBe(2);
    expect(err).toContain(`epreuve run --resume ${folder}`);
    const first = resultOf(folder);
    expect([first.incomplete, first.steps.map(({ outcome }) => outcome)]).toEqual([
      true,
      ['passed', 'passed', 'untested'],
    ]);
    const resumed = await cli(['run', '--resume', folder, CREATE, ASK], { stdin: 'y\n', isInteractive: true });
    expect(resumed.code).toBe(0);
    const { incomplete, outcome, steps, scenarios } = resultOf(folder);
    expect([incomplete, outcome]).toEqual([false, 'passed']);
    expect(steps.map(({ id, outcome: one, playedAgain }) => [id, one, playedAgain])).toEqual([
      ['create/send', 'passed', undefined],
      ['create/seen', 'passed', undefined],
      ['ask/shown', 'untested', true],
      ['ask~2/shown', 'passed', undefined],
    ]);
    expect(scenarios?.map(({ id }) => id)).toEqual(['create', 'ask', 'ask~2']);
    expect(await cli(['verify', folder])).toMatchObject({ code: 0 });
    const again = await cli(['run', '--resume', folder]);
    expect([again.code, again.err]).toEqual([3, expect.stringContaining('reached its end')]);
  });
});
