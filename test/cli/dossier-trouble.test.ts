import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';
import { useSmallPack } from '../support/small-pack.js';

/** A program whose fonts did not come with it, in a folder of its own: everything but them is that of the build. */
const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const built = join(process.cwd(), 'dist');

function installWithout(name: string, missing: readonly string[]): string {
  const home = at(name);
  mkdirSync(join(home, 'dist', 'fonts'), { recursive: true });
  for (const part of ['node_modules', 'profiles', 'samples', 'package.json']) {
    symlinkSync(join(process.cwd(), part), join(home, part));
  }
  for (const part of readdirSync(built)) {
    if (part !== 'fonts') symlinkSync(join(built, part), join(home, 'dist', part));
  }
  for (const font of readdirSync(join(built, 'fonts'))) {
    if (!missing.includes(font)) symlinkSync(join(built, 'fonts', font), join(home, 'dist', 'fonts', font));
  }
  return join(home, 'dist', 'epreuve.js');
}

/** Links are taken for the files they stand for: the program believes itself where the links are. */
function run(program: string, args: readonly string[]) {
  const links = ['--preserve-symlinks', '--preserve-symlinks-main'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...links, program, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'fr_FR.UTF-8', NODE_OPTIONS: '' },
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(async () => {
  const options = ['--role', 'slave', '--ins', 'yes', '--patient', 'yes', '--professional', 'no'];
  await cli(['dossier', 'init', at('dossier.yaml'), '--product', 'P', '--product-version', '1', ...options]);
});

test.each([
  ['one of the three', ['DejaVuSansMono.ttf'], 'DejaVuSansMono.ttf'],
  ['all of them', ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf', 'DejaVuSansMono.ttf'], '.ttf'],
])(
  'a font missing, %s: said with its file and a remedy before anything is written',
  (name, missing, file) => {
    const program = installWithout(name.replaceAll(' ', '-'), missing);
    mkdirSync(at('out'), { recursive: true });
    const before = readdirSync(root).sort();
    const { code, out, err } = run(program, ['dossier', 'build', 'dossier.yaml', '--out', 'out/new', '--lang', 'fr']);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('Police de caractères introuvable');
    expect(err).toContain(file);
    expect(err).toContain('Réinstallez Épreuve');
    expect(err).not.toMatch(/^\s+at /m);
    expect(readdirSync(at('out'))).toEqual([]);
    expect(readdirSync(root).sort()).toEqual(before);
    // What needs no font still works, and says the same as ever.
    expect(run(program, ['dossier', 'status', 'dossier.yaml', '--lang', 'fr']).out).toContain('82 exigences');
  },
  60_000,
);

test('a font missing leaves the dossier built before as it was', async () => {
  useSmallPack(at('dossier.yaml'));
  const whole = installWithout('whole', []);
  expect(run(whole, ['dossier', 'build', 'dossier.yaml', '--out', 'kept', '--quiet']).code).toBe(2);
  const [index, archive] = [readFileSync(at('kept', 'index.sha256')), readFileSync(at('kept.zip'))];
  const program = installWithout('broken', ['DejaVuSansCondensed-Bold.ttf']);
  expect(run(program, ['dossier', 'build', 'dossier.yaml', '--out', 'kept']).code).toBe(3);
  expect(readFileSync(at('kept', 'index.sha256')).equals(index)).toBe(true);
  expect(readFileSync(at('kept.zip')).equals(archive)).toBe(true);
  expect(readdirSync(root).filter((name) => /\.(part|old)-/.test(name))).toEqual([]);
  expect(existsSync(at('kept', 'synthese.pdf'))).toBe(true);
  expect(await cli(['verify', at('kept.zip')])).toMatchObject({ code: 0 });
}, 120_000);
