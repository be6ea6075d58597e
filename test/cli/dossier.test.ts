import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const ACCESS = ['--patient', 'yes', '--professional', 'yes'];
const run = at('runs', 'demo');

beforeAll(async () => {
  await cli(['demo', '--out', run, '--quiet']);
});

/** A folder with a dossier.yaml made by init, then what the test adds. */
async function dossier(name: string, more = '', options: readonly string[] = []): Promise<string> {
  mkdirSync(at(name), { recursive: true });
  const file = at(name, 'dossier.yaml');
  const { code } = await cli(['dossier', 'init', file, '--role', 'slave', '--ins', 'yes', ...ACCESS, ...options]);
  expect(code).toBe(0);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${more}`);
  return file;
}

function drop(file: string, path: string, text = 'x'): void {
  const full = join(dirname(file), path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

const stateOf = async (file: string, id = 'INS 45') => {
  const { out } = await cli(['dossier', 'status', file, '--json']);
  const status = JSON.parse(out) as { requirements: { id: string; state: string; proofs: { state: string }[] }[] };
  return status.requirements.find((each) => each.id === id);
};

describe('dossier init', () => {
  test('writes a dossier that can be read at once, and never replaces one', async () => {
    const file = await dossier('fresh', '', ['--product', 'L’"Été" \\ 2', '--path', 'pecan', '--run', 'runs/a']);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('# ');
    expect(text).toContain('path: "pecan"');
    expect((await cli(['dossier', 'status', file])).code).toBe(1);
    const again = await cli(['dossier', 'init', file]);
    expect(again.code).toBe(3);
    expect(again.err).toContain('exists already');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test.each([
    [['--path', 'cash'], 'latm-generic, latm-brand, pecan, pect, lppr'],
    [['--referential', '../../etc'], 'pack'],
    [['--role', 'master'], 'slave, ri'],
  ])('refuses %j', async (options, words) => {
    const { code, err } = await cli(['dossier', 'init', at('none.yaml'), ...options]);
    expect(code).toBe(3);
    expect(err).toContain(words);
  });
});

describe('dossier status and check', () => {
  test('a dossier nobody made: where to begin', async () => {
    const { code, err } = await cli(['dossier', 'status', at('nowhere.yaml')]);
    expect(code).toBe(3);
    expect(err).toContain('epreuve dossier init');
  });

  test('while something is missing: exit 2, each missing thing told', async () => {
    const file = await dossier('open');
    const { code, out } = await cli(['dossier', 'status', file, '--lang', 'fr']);
    expect(code).toBe(2);
    expect(out).toContain('preuve 2 manquante');
    const check = await cli(['dossier', 'check', file]);
    expect(check.code).toBe(2);
    expect(check.out).toContain('? Penetration test');
  });

  test('a verified run and a file make a requirement ready', async () => {
    const proofs = `requirements:\n  "INS 45": { proof1: { run: ../runs/demo }, proof2: { file: p/a.png } }\n`;
    const file = await dossier('ready', proofs);
    drop(file, 'p/a.png');
    expect(await stateOf(file)).toMatchObject({ state: 'ready', proofs: [{ state: 'ready' }, { state: 'ready' }] });
  });

  test('a run whose evidence changed, and files that are not the dossier’s, are wrong: exit 1', async () => {
    const { cpSync } = await import('node:fs');
    cpSync(run, at('runs', 'bent'), { recursive: true });
    writeFileSync(at('runs', 'bent', 'report.html'), 'x');
    writeFileSync(at('secret.txt'), 'secret');
    const proofs = `requirements:
  "INS 45": { proof1: { run: ../runs/bent }, proof2: { file: link.png } }
  "IEU 1": { proof1: { file: ../secret.txt } }
  "ADM 1": { proof1: { file: /etc/passwd } }
  "PORT 1": { proof1: { run: ../runs/none }, proof2: { file: p } }
`;
    const file = await dossier('wrong', proofs);
    symlinkSync(at('secret.txt'), at('wrong', 'link.png'));
    mkdirSync(at('wrong', 'p'));
    expect(await stateOf(file)).toMatchObject({ proofs: [{ state: 'run-changed' }, { state: 'file-refused' }] });
    expect(await stateOf(file, 'IEU 1')).toMatchObject({ proofs: [{ state: 'file-refused' }] });
    expect(await stateOf(file, 'ADM 1')).toMatchObject({ proofs: [{ state: 'file-refused' }] });
    expect((await stateOf(file, 'PORT 1'))?.proofs.slice(0, 2)).toMatchObject([
      { state: 'run-missing' },
      { state: 'file-missing' },
    ]);
    const { code, out } = await cli(['dossier', 'check', file]);
    expect(code).toBe(1);
    expect(out).toContain('files changed since the run');
  });

  test('a mistake is told with its line', async () => {
    const file = await dossier('mistaken', 'colour: red\n');
    const { code, err } = await cli(['dossier', 'check', file]);
    expect(code).toBe(3);
    expect(err).toMatch(/dossier\.yaml, line \d+, column 1: unknown key: colour/);
  });
});
