import { createWriteStream, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { indexOfFolder, writeZip } from '../../src/evidence/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';
import { useSmallPack } from '../support/small-pack.js';
import { recordSmallRun } from '../support/small-run.js';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const ACCESS = ['--patient', 'yes', '--professional', 'yes'];
const run = at('runs', 'demo');

beforeAll(async () => {
  await recordSmallRun(run, 'INS-45');
}, 60_000);

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

describe('dossier build and verify', () => {
  let file: string;
  const out = at('out');
  const sign = ['--signature', 'both', '--cert', at('certs', 'signer.pem'), '--key', at('certs', 'signer-key.pem')];
  const ca = ['--ca', at('certs', 'ca', 'root.pem')];
  let built: Awaited<ReturnType<typeof cli>>;

  beforeAll(async () => {
    await cli(['certs', 'ca', '--dir', at('certs')]);
    await cli([
      'certs',
      'organisation',
      'SIGNER',
      '--file',
      'signer',
      '--dir',
      at('certs'),
      '--siret',
      '12345678200010',
    ]);
    const proofs = `requirements:\n  "INS 45": { proof1: { run: ../runs/demo }, proof2: { file: p/a.png } }\n`;
    file = await dossier('build', proofs, ['--product', '../Été', '--product-version', '1/2']);
    drop(file, 'p/a.png', 'not really a picture');
    useSmallPack(file);
    built = await cli(['dossier', 'build', file, '--out', out, ...sign]);
  }, 120_000);

  test('writes the folder and its archive, and says what is still missing', () => {
    expect(built.code).toBe(2);
    expect(built.out.trim().split('\n')).toEqual([out, `${out}.zip`]);
    expect(built.err).toContain('✓ Proofs gathered');
    expect(built.err).toContain('? Penetration test');
    const index = readFileSync(join(out, 'index.sha256'), 'utf8');
    expect(index).toContain('  exigences/INS-45_Ete_1-2.pdf\n');
    expect(index).toContain('  passages/demo/rapport.html\n');
    expect(index).toContain('  preuves/INS-45_2_a.png\n');
    expect(index).not.toContain('passage/evidence');
  });

  test('shows no value of the messages unless the evidence is asked for', async () => {
    for (const name of readdirSync(join(out, 'passages', 'demo'))) {
      expect(readFileSync(join(out, 'passages', 'demo', name), 'latin1')).not.toContain('279035121518989');
    }
  });

  test('is verified with its signatures, by the authority asked for', async () => {
    const { code, out: said } = await cli(['verify', out, ...ca]);
    expect(code).toBe(0);
    expect(said.match(/valid signature/g)).toHaveLength(2);
    expect(said).not.toContain('authority not checked');
    expect((await cli(['verify', out])).out).toContain('authority not checked (give --ca)');
  });

  test.each<[string, (folder: string) => void]>([
    ['a changed page', (folder) => writeFileSync(join(folder, 'matrice.csv'), 'x')],
    ['an added file', (folder) => writeFileSync(join(folder, 'preuves', 'more.png'), 'x')],
    ['an index made again', (folder) => remakeIndex(folder)],
    ['a signature of another content', (folder) => writeFileSync(join(folder, 'index.sha256.p7s'), 'x')],
    ['signatures taken away', (folder) => takeSignatures(folder)],
  ])('tampering is found: %s', async (_, tamper) => {
    const { cpSync, mkdtempSync } = await import('node:fs');
    const copy = join(mkdtempSync(at('copy-')), 'out');
    cpSync(out, copy, { recursive: true });
    tamper(copy);
    const { code, out: said } = await cli(['verify', copy, ...ca]);
    expect(code).toBe(1);
    expect(said).toContain('✗');
  });

  test('its archive is verified without being unpacked, signatures included', async () => {
    const before = readdirSync(root).sort();
    const { code, out: said } = await cli(['verify', `${out}.zip`, ...ca]);
    expect(code).toBe(0);
    expect(said).toContain('✓ No file of the dossier changed');
    expect(said.match(/valid signature/g)).toHaveLength(2);
    expect(readdirSync(root).sort()).toEqual(before);
  });

  test('a bent archive is found out, and one that is none is told with its name and a remedy', async () => {
    const { cpSync, mkdtempSync } = await import('node:fs');
    const copy = join(mkdtempSync(at('zip-')), 'out');
    cpSync(out, copy, { recursive: true });
    writeFileSync(join(copy, 'matrice.csv'), 'x');
    await zipFolder(copy, `${copy}.zip`);
    const changed = await cli(['verify', `${copy}.zip`]);
    expect(changed).toMatchObject({ code: 1 });
    expect(changed.out).toContain('✗ matrice.csv');
    remakeIndex(copy);
    await zipFolder(copy, `${copy}-2.zip`);
    expect((await cli(['verify', `${copy}-2.zip`, ...ca])).out).toContain('the signature is not of this content');
    takeSignatures(copy);
    await zipFolder(copy, `${copy}-3.zip`);
    expect(await cli(['verify', `${copy}-3.zip`, ...ca])).toMatchObject({ code: 1 });
    expect((await cli(['verify', `${copy}-3.zip`])).out).toContain('○ The dossier is not signed');
    writeFileSync(`${copy}-4.zip`, readFileSync(`${copy}.zip`).subarray(0, 2000));
    const cut = await cli(['verify', `${copy}-4.zip`]);
    expect(cut).toMatchObject({ code: 3, out: '' });
    expect(cut.err).toContain(`${copy}-4.zip: unreadable or cut archive`);
    expect(cut.err).toContain('epreuve dossier build');
  });

  test('an unsigned dossier says so', async () => {
    const { cpSync } = await import('node:fs');
    cpSync(out, at('unsigned'), { recursive: true });
    takeSignatures(at('unsigned'));
    const { code, out: said } = await cli(['verify', at('unsigned')]);
    expect(code).toBe(0);
    expect(said).toContain('○ The dossier is not signed');
  });

  test('a folder of something else is left alone', async () => {
    mkdirSync(at('thesis'));
    writeFileSync(at('thesis', 'a.txt'), 'x');
    const { code, err } = await cli(['dossier', 'build', file, '--out', at('thesis')]);
    expect(code).toBe(3);
    expect(err).toContain('was not built by Épreuve');
  }, 60_000);

  test.each([
    [['--key', 'k.pem'], '--cert'],
    [['--signature', 'jws'], '--cert'],
  ])('%j asks for the rest', async (options, word) => {
    const { code, err } = await cli(['dossier', 'build', file, '--out', at('none'), ...options]);
    expect(code).toBe(3);
    expect(err).toContain(word);
  });
});

const zipFolder = (folder: string, file: string) => writeZip(folder, createWriteStream(file), 'out');

function remakeIndex(folder: string): void {
  writeFileSync(join(folder, 'matrice.csv'), 'x');
  writeFileSync(join(folder, 'index.sha256'), indexOfFolder(folder));
}

function takeSignatures(folder: string): void {
  for (const name of ['p7s', 'jws']) rmSync(join(folder, `index.sha256.${name}`));
}

describe('dossier maturity', () => {
  const answers = `maturity:
  demarches: [dmn]
  answers:
    PO-1: { level: red, target: { level: green, date: "2027-03-31" } }
`;

  test('shows each axis, writes radars where asked, and never takes silence for a level', async () => {
    const file = await dossier('maturity', answers);
    const { code, out } = await cli(['dossier', 'maturity', file, '--out', at('radars')]);
    expect(code).toBe(1);
    expect(out).toMatch(/Portability +0 \/ 3 +✕ below the minimum/);
    expect(out).toContain('→ 2027-03-31: 3 / 3');
    expect(out).toMatch(/Security +\? \/ 3 +\? can’t tell/);
    expect(readFileSync(at('radars', 'dmn.svg'), 'utf8')).toContain('<svg');
    expect(readFileSync(at('radars', 'dmn.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  test('without answer nothing is concluded; without démarche one is asked for', async () => {
    const file = await dossier('silent');
    expect((await cli(['dossier', 'maturity', file, '--demarche', 'mes-catalogue'])).code).toBe(2);
    const none = await cli(['dossier', 'maturity', file]);
    expect(none.code).toBe(3);
    expect(none.err).toContain('dmn, mes-catalogue');
    expect((await cli(['dossier', 'maturity', file, '--demarche', 'moon'])).code).toBe(3);
  });
});
