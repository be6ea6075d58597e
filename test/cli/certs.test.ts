import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const certs = at('certs');
const run = (...args: string[]) => cli(['certs', ...args]);
const modeOf = (file: string) => statSync(join(certs, file)).mode & 0o777;

beforeAll(async () => {
  expect((await run('ca', '--dir', certs)).code).toBe(0);
});

test('without an authority, making one first is asked for', async () => {
  const { code, err } = await run('server', 'localhost', '--dir', at('empty'));
  expect(code).toBe(3);
  expect(err).toContain(`epreuve certs ca --dir ${at('empty')}`);
});

test('an authority is not replaced by accident', async () => {
  const before = readFileSync(join(certs, 'ca', 'root.pem'), 'utf8');
  const { code } = await run('ca', '--dir', certs);
  expect(code).toBe(3);
  expect(readFileSync(join(certs, 'ca', 'root.pem'), 'utf8')).toBe(before);
});

test.each([
  [
    'server',
    ['dmn.test', '--san', 'localhost', '--san', '127.0.0.1'],
    'dmn-test',
    ['dmn.test', 'localhost', '127.0.0.1'],
  ],
  [
    'organisation',
    ['GAM Test', '--organisation', 'CLINIQUE', '--siret', '12345678200010', '--crl-url', 'http://crl.test/a.crl'],
    'gam-test',
    ['CLINIQUE', '312345678200010', 'http://crl.test/a.crl'],
  ],
  ['client', ['client.test', '--days', '30', '--rsa', '--file', 'plain'], 'plain', ['RSA', '2048']],
  ['server', ['both.test', '--both', '--finess', '990000001'], 'both-test', ['990000001']],
])('%s %j is issued, its key for its owner only, and inspected', async (kind, args, file, words) => {
  const { code, out, err } = await run(kind, ...args, '--dir', certs);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(join(certs, `${file}-key.pem`));
  expect(modeOf(`${file}-key.pem`)).toBe(0o600);
  expect(modeOf(`${file}.pem`) & 0o200).toBe(0o200);
  for (const language of ['fr', 'en']) {
    const inspected = await run('inspect', join(certs, `${file}.pem`), '--lang', language);
    expect(inspected.code).toBe(0);
    expect(inspected.out).toContain(language === 'fr' ? 'Validité' : 'Validity');
    for (const word of words) expect(inspected.out.toUpperCase()).toContain(word.toUpperCase());
    expect(inspected.out).not.toContain('PRIVATE KEY-----');
  }
  expect((await run(kind, ...args, '--dir', certs)).code).toBe(3);
  expect((await run(kind, ...args, '--dir', certs, '--force')).code).toBe(0);
});

test.each([
  ['a name too long', ['server', 'x'.repeat(65)]],
  ['a SIRET that is none', ['organisation', 'x', '--siret', '12']],
  ['a validity of nothing', ['server', 'x', '--days', '0']],
])('3: %s', async (_title, args) => {
  const { code, err, out } = await run(...args, '--dir', certs);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain('→');
});

test('file names stay in the folder whatever the common name is', async () => {
  const { code, out } = await run('client', '../../etc/passwd', '--dir', certs);
  expect(code).toBe(0);
  for (const line of out.trim().split('\n')) expect(line.startsWith(certs)).toBe(true);
  expect(existsSync(at('..', 'etc'))).toBe(false);
  const escaped = await run('client', 'x', '--file', '../outside', '--dir', certs);
  expect(escaped.code).toBe(3);
  expect(existsSync(at('outside.pem'))).toBe(false);
});

test('a folder that cannot be made is told at once', async () => {
  for (const args of [
    ['certs', 'ca', '--dir'],
    ['demo', '--out'],
  ]) {
    const { code, err } = await cli([...args, '/proc/none/here']);
    expect(code).toBe(3);
    expect(err).toContain('Cannot write to /proc/none');
  }
});

test('PKCS#12 out and in', async () => {
  expect(
    (await run('organisation', 'EXPORT', '--file', 'export', '--p12-password', 'motdepasse', '--dir', certs)).code,
  ).toBe(0);
  const p12 = join(certs, 'export.p12');
  expect(modeOf('export.p12')).toBe(0o600);
  const inspected = await run('inspect', p12, '--passphrase', 'motdepasse');
  expect(inspected.code).toBe(0);
  expect(inspected.out).toContain('it goes with the certificate');
  const imported = await run('import', p12, '--passphrase', 'motdepasse', '--dir', at('in'), '--file', 'gam');
  expect(imported.code).toBe(0);
  expect(statSync(at('in', 'gam-key.pem')).mode & 0o777).toBe(0o600);
  expect(readFileSync(at('in', 'gam.pem'), 'utf8').trim()).toContain(
    readFileSync(join(certs, 'export.pem'), 'utf8').split('-----END')[0]?.trim(),
  );
  for (const command of ['import', 'inspect']) {
    const wrong = await run(
      command,
      p12,
      '--passphrase',
      'faux',
      ...(command === 'import' ? ['--dir', at('wrong')] : []),
    );
    expect(wrong.code).toBe(3);
    expect(wrong.err).toContain('export.p12');
    expect(wrong.err).not.toContain('faux');
  }
  expect(existsSync(at('wrong'))).toBe(false);
});

test('inspect: expired exits 1; a file of something else exits 3', async () => {
  writeFileSync(at('plan.yaml'), 'certificates:\n  - { file: old, kind: client, commonName: OLD, period: expired }\n');
  expect((await run('set', at('plan.yaml'), '--dir', at('set'))).code).toBe(0);
  const { code, out } = await run('inspect', at('set', 'old.pem'));
  expect(code).toBe(1);
  expect(out).toContain('!');
  writeFileSync(at('letter.txt'), 'Bonjour');
  expect((await run('inspect', at('letter.txt'))).code).toBe(3);
  expect((await run('inspect', at('nowhere.pem'))).code).toBe(3);
});

test('a plan is read with its place in mind', async () => {
  writeFileSync(at('bad.yaml'), 'certificates:\n  - { file: x, kind: dragon, commonName: X }\n');
  const { code, err } = await run('set', at('bad.yaml'), '--dir', at('bad'));
  expect(code).toBe(3);
  expect(err).toContain('bad.yaml');
  expect(err).toContain('kind');
  expect((await run('set', at('nowhere.yaml'))).code).toBe(3);
});

test('the plan of the repository makes a whole set', async () => {
  const plan = fileURLToPath(new URL('../../certs/plan.yaml', import.meta.url));
  const { code, out } = await run('set', plan, '--dir', at('whole'));
  expect(code).toBe(0);
  expect(out).toContain('secret, 0600');
});
