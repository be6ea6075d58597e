import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

/** The layer table of docs/architecture.md: a folder under src may import only from these. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  formats: ['core'],
  pki: ['core'],
  transports: ['core'],
  packs: ['core'],
  evidence: ['core'],
  rules: ['core', 'formats', 'packs'],
  judging: ['core', 'formats', 'packs', 'rules'],
  reports: ['core'],
  assets: ['core', 'reports'],
  actors: ['core', 'formats', 'transports', 'pki'],
  capture: ['core', 'evidence'],
  redaction: ['core', 'formats', 'packs', 'evidence'],
  scenarios: ['core', 'formats', 'packs', 'evidence', 'actors', 'capture', 'judging'],
  dossier: ['core', 'packs', 'reports'],
  fleet: ['core', 'judging', 'packs', 'evidence'],
  'index.ts': [
    'judge.ts',
    'core',
    'formats',
    'pki',
    'transports',
    'packs',
    'evidence',
    'rules',
    'judging',
    'reports',
    'assets',
    'actors',
    'capture',
    'redaction',
    'scenarios',
    'dossier',
    'fleet',
  ],
  'judge.ts': ['core', 'formats', 'packs', 'evidence', 'rules', 'judging', 'reports', 'assets', 'scenarios'],
  cli: ['index.ts', 'judge.ts'],
  web: ['index.ts', 'judge.ts'],
};

const source = join(import.meta.dirname, '..', 'src');

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

/** First folder under src, or the file name for a file directly under it. */
const layerOf = (path: string) => path.split('/')[0] ?? '';

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
}

const every = [...files(source)].map((path) => relative(source, path));

test('every folder under src is in the layer table', () => {
  const unknown = every.map(layerOf).filter((layer) => !(layer in LAYERS));
  expect([...new Set(unknown)]).toEqual([]);
});

test('no file imports from a layer that its own may not see', () => {
  const wrong = every.flatMap((path) => {
    const layer = layerOf(path);
    return importsOf(join(source, path))
      .map((target) => posix.normalize(posix.join(posix.dirname(path), target.replace(/\.js$/, '.ts'))))
      .filter((target) => layerOf(target) !== layer && !LAYERS[layer]?.includes(layerOf(target)))
      .map((target) => `${path} → ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('judging, rules, reports and core touch neither clock, network, files nor environment', () => {
  const impure = /node:(fs|net|tls|http|https|child_process|dns)|Date\.now|new Date\(\)|Math\.random|process\.env/;
  const wrong = every.filter(
    (path) => /^(judging|rules|reports)\//.test(path) && impure.test(readFileSync(join(source, path), 'utf8')),
  );
  expect(wrong).toEqual([]);
});
