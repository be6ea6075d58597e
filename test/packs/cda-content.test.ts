import { EpreuveError } from '../../src/core/index.js';
import { packMistakesOf } from '../../src/packs/compile/index.js';
import { loadPack } from '../../src/packs/index.js';
import { type PackFiles, removeFolders, writePack } from './pack-folder.js';

afterEach(removeFolders);

const PACK = `id: essai
version: "1.0"
format: cda
extends: cda-fr
title: { fr: Essai, en: Trial }
publisher: Test
source: Test
trust: project
licence: MIT
`;
const SOURCES = 'own: { standard: Essai, trust: project }\n';
const TEXTS = `  severity: warning
  source: own essai
  title: { fr: Un, en: One }
  why: { fr: Un, en: One }
  repair: { fr: Un, en: One }
`;
const row = (id: string, rest: string) => `- id: ${id}\n${TEXTS}${rest}`;
const GOOD = row('CDA-ESSAI-1', '  test: "cda:title"\n  message: { fr: Un, en: One }\n');

const overlay = (files: PackFiles) => writePack({ 'pack.yaml': PACK, 'sources.yaml': SOURCES, ...files });

async function mistakesOf(files: PackFiles): Promise<string[]> {
  const error = await loadPack(await overlay(files)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EpreuveError)) throw new Error(`an EpreuveError was expected, not ${String(error)}`);
  return packMistakesOf(error).map(({ file, line, reason }) => `${file}:${line} ${reason.en}`);
}

test('an overlay adds rows, replaces those of the same id and completes tables', async () => {
  const base = (await loadPack('cda-fr')).cda?.content;
  const folder = await overlay({
    'rows/own.yaml': GOOD + row('CDA-HDR-001', '  test: "true()"\n  message: { fr: Un, en: One }\n'),
    'valuesets/JDV_J11.yaml':
      'id: JDV_J11\noid: 1.2.3\ntitle: Essai\ndate: "2026-01-05"\nsource: test\ncomplete: true\nsize: 1\ncodes: { 1.2.4: { A: Un } }\n',
  });
  const content = (await loadPack(folder)).cda?.content;
  expect(content?.rows.length).toBe((base?.rows.length ?? 0) + 1);
  const [first] = content?.rows.filter(({ id }) => id === 'CDA-HDR-001') ?? [];
  expect(first).toMatchObject({ pack: 'essai', severity: 'warning', spec: [{ standard: 'Essai', section: 'essai' }] });
  expect(content?.valueSets.JDV_J11).toMatchObject({ complete: true, codes: { '1.2.4': { A: 'Un' } } });
  expect(content?.valueSets.JDV_J01).toEqual(base?.valueSets.JDV_J01);
  expect(content?.models).toEqual(base?.models);
});

test.each<[string, PackFiles, string]>([
  [
    'an unknown source',
    { 'rows/own.yaml': GOOD.replace('own essai', 'ANS 1') },
    'essai/rows/own.yaml:3 unknown source: ANS',
  ],
  [
    'no assert',
    { 'rows/own.yaml': row('CDA-ESSAI-1', '  context: "."\n') },
    'essai/rows/own.yaml:1 test or codeIn is missing, or a message',
  ],
  [
    'two asserts in one',
    { 'rows/own.yaml': `${GOOD}  codeIn: { table: JDV_J07, by: code }\n` },
    'essai/rows/own.yaml:1 test or codeIn is missing, or a message',
  ],
  ['an id twice', { 'rows/own.yaml': GOOD + GOOD }, 'essai/rows/own.yaml:9 CDA-ESSAI-1 is written twice'],
  [
    'a text in one language',
    { 'rows/own.yaml': GOOD.replace('title: { fr: Un, en: One }', 'title: { fr: Un }') },
    'essai/rows/own.yaml:4 en is missing',
  ],
  [
    'an unknown key',
    {
      'models/own.yaml':
        '- { id: A, title: { fr: A, en: B }, codes: [], templates: [1.2.3], versions: [], sektions: [] }\n',
    },
    'essai/models/own.yaml:1 unknown key: sektions',
  ],
])('%s is told to the author of the pack', async (_, files, told) => {
  expect(await mistakesOf(files)).toEqual([told]);
});
