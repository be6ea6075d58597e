import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const root = process.cwd();
const tracked = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .stdout.split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const texts = tracked
  .map((file) => ({ file, text: readFileSync(join(root, file), 'latin1') }))
  .filter(({ text }) => !text.includes('\0'));

const filesWith = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test('git knows the files of the project', () => {
  expect(tracked.length).toBeGreaterThan(100);
});

test('the lock file names no registry', () => {
  const lock: { packages: Record<string, { resolved?: string }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  const entries = Object.entries(lock.packages);
  expect(entries.length).toBeGreaterThan(50);
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
});

test('no private key is in git', () => {
  // A key has base64 after its header; tests and code may name the header.
  expect(filesWith(/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/)).toEqual([]);
  expect(tracked.filter((file) => /\.(?:key|p12|pfx)$|-key\.pem$/.test(file))).toEqual([]);
});

test('no file names a path of somebody’s machine', () => {
  const homes = ['/home', '/Users', '/root', '/work'].map((folder) => `${folder}/`).join('|');
  // Not as a part of an address or of a longer path.
  expect(filesWith(new RegExp(`(?<![\\w./:@\\\\-])(?:${homes})[\\w.-]+`))).toEqual([]);
  expect(filesWith(/\b[A-Z]:\\Users\\/)).toEqual([]);
});

test('the licence is there and is the one the package names', () => {
  const { license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(license).toBe('MIT');
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
});

test('every link of a page leads to a file', () => {
  const pages = tracked.filter((file) => file.endsWith('.md'));
  const broken = pages
    .flatMap((page) => linksOf(page).map((target) => ({ page, target })))
    .filter(({ page, target }) => !existsSync(join(root, dirname(page), target)));
  expect(broken).toEqual([]);
});

/** Targets of links and pictures that are files, without anchor. Code is not looked at. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
    .map(([, target = '']) => decodeURI(target.split('#')[0] ?? ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

test('the example for a vendor’s CI calls commands and options that exist', () => {
  const workflow = parse(readFileSync(join(root, '.github/workflows/conformance.yml'), 'utf8'));
  const runs: string[] = workflow.jobs.check.steps.flatMap(({ run }: { run?: string }) => (run ? [run] : []));
  const options = runs.join(' ').match(/--[a-z-]+/g) ?? [];
  const commands = readFileSync(join(root, 'docs/commands.md'), 'utf8');
  const check = /## epreuve check\n[\s\S]*?(?=\n## )/.exec(commands)?.[0] ?? '';
  expect(options.filter((option) => option !== '--lang' && !check.includes(`\`${option}`))).toEqual([]);
  expect(options.length).toBeGreaterThan(2);
});
