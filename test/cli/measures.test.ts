import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type CliRun, cli, listeningPort, startCli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';
import { bundle, entry, observation, PATIENT, withCode } from '../support/mes.js';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
let runs = 0;
const newFolder = () => at(`run-${++runs}`);

beforeAll(async () => {
  for (const args of [
    ['ca'],
    ['server', 'localhost', '--san', '127.0.0.1', '--file', 'server'],
    ['organisation', 'DMN DE TEST', '--siret', '12345678200010', '--file', 'dmn'],
  ]) {
    expect(await cli(['certs', ...args, '--dir', at('certs')])).toMatchObject({ code: 0 });
  }
  writeFileSync(at('weight.json'), JSON.stringify(observation()));
  writeFileSync(at('bmi.json'), JSON.stringify(withCode('39156-5', { meta: { profile: [BMI] } })));
  mkdirSync(at('many'));
  writeFileSync(at('many', 'a.json'), bundle(entry(observation())));
  writeFileSync(at('many', 'b.ndjson'), `${JSON.stringify(observation())}\n${JSON.stringify(observation())}\n`);
  writeFileSync(at('many', 'notes.txt'), 'nothing');
});

const BMI = 'https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/mes-observation-bmi';
const identity = (name: string) => [
  ...['--cert', at('certs', `${name}.pem`), '--key', at('certs', `${name}-key.pem`)],
  ...['--ca', at('certs', 'ca', 'root.pem')],
];

interface Served {
  readonly url: string;
  /** Ends the server. */
  stop(): Promise<CliRun>;
  readonly folder: string;
}

const running = new Set<() => Promise<CliRun>>();
afterEach(async () => {
  await Promise.all([...running].map((stop) => stop()));
});

async function serve(args: readonly string[] = ['--plaintext']): Promise<Served> {
  const folder = newFolder();
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const started = startCli(['simulate', 'mes', '--port', '0', '--out', folder, ...args], { interrupted });
  const scheme = args.includes('--plaintext') ? 'http' : 'https';
  const stop = () => {
    running.delete(stop);
    interrupt();
    return started.ended;
  };
  running.add(stop);
  const port = await listeningPort(started);
  return { url: `${scheme}://127.0.0.1:${port}/fhir`, folder, stop };
}

const resultOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));

test('measures travel over mutual TLS, come back, and both sides are judged', async () => {
  const server = await serve(identity('server'));
  const [pushed, pulled, save] = [newFolder(), newFolder(), at('pulled.ndjson')];
  const push = await cli([
    'measures',
    'push',
    at('weight.json'),
    '--to',
    server.url,
    ...identity('dmn'),
    '--out',
    pushed,
  ]);
  expect(push).toMatchObject({ code: 0 });
  expect(push.err).toContain('TLSv1.3');
  const patient = `${PATIENT.system}|${PATIENT.value}`;
  const pull = await cli([
    ...['measures', 'pull', '--from', server.url, ...identity('dmn'), '--out', pulled, '--save', save],
    ...['--patient', patient, '--code', '29463-7', '--since', '2026-03-01', '--until', '2026-03-31'],
  ]);
  expect(pull).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(save, 'utf8'))).toMatchObject({ valueQuantity: { value: 68.4 } });
  expect(await server.stop()).toMatchObject({ code: 0 });
  for (const folder of [pushed, pulled, server.folder]) {
    const result = resultOf(folder);
    expect(result.outcome).toBe('passed');
    expect(result.packs.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['mes-api', 'pam-dmn']));
    expect(existsSync(join(folder, 'report.html'))).toBe(true);
    expect(await cli(['verify', folder])).toMatchObject({ code: 0 });
  }
});

test('a refusal is told in words, fails the step and the run', async () => {
  const server = await serve();
  const folder = newFolder();
  const push = await cli([
    'measures',
    'push',
    at('bmi.json'),
    at('weight.json'),
    '--to',
    server.url,
    '--plaintext',
    '--out',
    folder,
    '--lang',
    'fr',
  ]);
  expect(push.code).toBe(1);
  expect(push.err).toContain('HTTP 422');
  expect(push.err).toContain('non pris en charge : L’IMC ne peut pas être alimenté');
  expect(resultOf(folder).steps.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['failed', 'passed']);
  // The server judges what the client sent it: a BMI fed.
  const { code } = await server.stop();
  expect(code).toBe(1);
  expect(resultOf(server.folder).findings).toEqual(
    expect.arrayContaining([expect.objectContaining({ ruleId: 'FHM-806' })]),
  );
});

test('folders and NDJSON are sent one measure at a time; what is no FHIR is left out', async () => {
  const server = await serve(['--plaintext', '--count', '3']);
  const push = await cli(['measures', 'push', at('many'), '--to', server.url, '--plaintext', '--out', newFolder()]);
  expect(push.err.match(/✓/g)).toHaveLength(3);
  expect(push.err).toContain('b.ndjson:2');
  await server.stop();
});

test('tokens, headers and being turned away', async () => {
  const server = await serve(['--plaintext', '--require-tokens', '--token', 'good', '--busy', '429x1/0']);
  const push = (...args: string[]) =>
    cli(['measures', 'push', at('weight.json'), '--to', server.url, '--plaintext', '--out', newFolder(), ...args]);
  const idToken = `eyJhbGciOiJub25lIn0.${Buffer.from('{"idpe":"PE-000042"}').toString('base64url')}.`;
  const first = await push('--token', 'good', '--id-token', idToken);
  expect(first).toMatchObject({ code: 0 });
  expect(first.err).toContain('HTTP 429 at attempt 1: trying again in 0.5 s');
  expect((await push('--token', 'bad', '--id-token', idToken)).err).toContain('HTTP 401');
  expect((await push('--token', 'good', '--id-token', 'x')).err).toContain('HTTP 400');
  const { err } = await server.stop();
  expect(err).toContain('x-id-token');
  const files = readdirSync(join(server.folder, 'evidence')).map((name) =>
    readFileSync(join(server.folder, 'evidence', name), 'utf8'),
  );
  expect(files.join('\n')).not.toContain(idToken);
});

test('measures kept in a file are there again', async () => {
  const store = at('store.ndjson');
  const first = await serve(['--plaintext', '--store', store]);
  await cli(['measures', 'push', at('weight.json'), '--to', first.url, '--plaintext', '--out', newFolder()]);
  await first.stop();
  const second = await serve(['--plaintext', '--store', store]);
  const patient = `${PATIENT.system}|${PATIENT.value}`;
  const pull = await cli([
    ...['measures', 'pull', '--from', second.url, '--plaintext', '--out', newFolder()],
    ...['--patient', patient, '--code', '29463-7', '--last'],
  ]);
  expect(pull.err).toContain('1 resource(s) / 1');
  await second.stop();
});

test('a server that is not there: told, recorded, inconclusive', async () => {
  const server = await serve();
  await server.stop();
  const folder = newFolder();
  const push = await cli(['measures', 'push', at('weight.json'), '--to', server.url, '--plaintext', '--out', folder]);
  expect(push.code).toBe(2);
  expect(push.err).toContain('refuses the connection');
  expect(resultOf(folder).steps).toMatchObject([{ outcome: 'cantTell', blame: 'setup' }]);
});

describe.each([
  [['push', 'weight.json'], '--to'],
  [['push', 'weight.json', '--to', 'http://127.0.0.1:9/fhir'], '--plaintext'],
  [['push', 'weight.json', '--to', 'nonsense', '--plaintext'], 'nonsense'],
  [['push', 'weight.json', '--to', 'http://127.0.0.1:9/', '--plaintext', '--header', 'nonsense'], '--header'],
  [['push', 'nowhere.json', '--to', 'http://127.0.0.1:9/', '--plaintext'], 'nowhere.json'],
  [['pull', '--from', 'http://127.0.0.1:9/', '--plaintext', '--last', '--since', '2026'], '--last'],
  [['pull', '--from', 'http://127.0.0.1:9/', '--plaintext', '--param', 'x'], '--param'],
  [['generate', '--measure', 'nonsense'], '--measure'],
])('measures %j', (args, named) => {
  test(`is a mistake that names ${named}, and leaves no folder`, async () => {
    const folder = newFolder();
    const known = args.map((arg) => (arg === 'weight.json' ? at(arg) : arg));
    const out = args[0] === 'generate' ? ['--dir', folder] : ['--out', folder];
    const { code, err } = await cli(['measures', ...known, ...out]);
    expect(code).toBe(3);
    expect(err).toContain(named);
    expect(existsSync(folder)).toBe(false);
  });
});

test.each(['500x1', '429', '429x', 'x2'])('--busy %s is refused', async (busy) => {
  const { code, err } = await cli(['simulate', 'mes', '--plaintext', '--busy', busy, '--out', newFolder()]);
  expect({ code, named: err.includes('--busy') }).toEqual({ code: 3, named: true });
});

describe('measures generate', () => {
  test('the same seed gives the same measures, as NDJSON', async () => {
    const make = (seed: string) => cli(['measures', 'generate', '--seed', seed, '--count', '2']);
    const [one, same, other] = [await make('7'), await make('7'), await make('8')];
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one.out).toBe(same.out);
    expect(one.out).not.toBe(other.out);
    for (const line of one.out.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ resourceType: 'Observation' });
  });

  test.each(['mes-api', 'mesures'])(
    'with %s, valid ones pass its check and faulty ones are caught as announced',
    async (pack) => {
      const folder = newFolder();
      const made = await cli([
        'measures',
        'generate',
        '--pack',
        pack,
        '--measure',
        'weight',
        '--faults',
        '--dir',
        folder,
      ]);
      expect(made).toMatchObject({ code: 0 });
      const expected: { file: string; rule?: string }[] = JSON.parse(
        readFileSync(join(folder, 'expected.json'), 'utf8'),
      );
      expect(expected.filter(({ rule }) => rule !== undefined).length).toBeGreaterThan(5);
      for (const { file, rule } of expected) {
        const { out } = await cli(['check', join(folder, file), '--pack', pack, '--json']);
        const { outcome, findings } = JSON.parse(out);
        if (rule === undefined) expect(outcome).toBe('passed');
        else
          expect({ file, found: findings.map(({ ruleId }: { ruleId: string }) => ruleId) }).toEqual({
            file,
            found: expect.arrayContaining([rule]),
          });
      }
    },
  );
});
