import { EpreuveError } from '../../src/core/index.js';
import { CDA_NAMESPACES } from '../../src/formats/cda/index.js';
import { parseAttributes, parseChildren, SCHEMA_NAMESPACES, XPATH_PREFIXES } from '../../src/packs/cda/index.js';
import { packMistakesOf } from '../../src/packs/compile/index.js';
import { loadPack } from '../../src/packs/index.js';
import { type PackFiles, removeFolders, writePack } from './pack-folder.js';

afterEach(removeFolders);

const CDA_OVERLAY = `id: essai
version: "1.0"
format: cda
extends: cda-fr
title: { fr: Essai, en: Trial }
publisher: Test
source: Test
trust: project
licence: MIT
`;

async function mistakesOf(files: PackFiles): Promise<string[]> {
  const folder = await writePack({ 'pack.yaml': CDA_OVERLAY, ...files });
  const error = await loadPack(folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EpreuveError)) throw new Error(`an EpreuveError was expected, not ${String(error)}`);
  return packMistakesOf(error).map(({ file, line, reason }) => `${file}:${line} ${reason.en}`);
}

describe('the text of a class', () => {
  test('children', () => {
    expect(parseChildren('id II +\n( a A | b B ?, sdtc:c C ) ?, @links\n')).toEqual([
      { kind: 'element', name: 'id', type: 'II', min: 1, max: null },
      {
        kind: 'choice',
        min: 0,
        max: 1,
        parts: [
          { kind: 'element', name: 'a', type: 'A', min: 1, max: 1 },
          {
            kind: 'sequence',
            min: 1,
            max: 1,
            parts: [
              { kind: 'element', name: 'b', type: 'B', min: 0, max: 1 },
              { kind: 'element', name: 'c', prefix: 'sdtc', type: 'C', min: 1, max: 1 },
            ],
          },
        ],
      },
      { kind: 'group', name: 'links', min: 1, max: 1 },
    ]);
    expect(parseChildren('comp X 2..*')).toEqual([{ kind: 'element', name: 'comp', type: 'X', min: 2, max: null }]);
    expect(parseChildren('')).toEqual([]);
  });

  test('attributes', () => {
    expect(parseAttributes('root uid, use Uses!\nclassCode = OBS\nroot uid = 1.2 !\n@narrative')).toEqual([
      { kind: 'attribute', name: 'root', type: 'uid', required: false },
      { kind: 'attribute', name: 'use', type: 'Uses', required: true },
      { kind: 'fixed', name: 'classCode', type: 'xs:token', value: 'OBS', required: false },
      { kind: 'fixed', name: 'root', type: 'uid', value: '1.2', required: true },
      { kind: 'group', name: 'narrative' },
    ]);
  });

  test.each(['id', 'id II II', '( a A', 'a A )', 'a A |', '( )', 'x:a A', 'a A 1..', '@', `${'( '.repeat(50)}a A`])(
    '%j is refused',
    (text) => {
      expect(() => parseChildren(text)).toThrow(/unexpected/);
    },
  );

  test.each(['a', 'a b c', '= x', '@', 'a b!!'])('attribute %j is refused', (text) => {
    expect(() => parseAttributes(text)).toThrow(/unexpected/);
  });
});

describe('mistakes of an overlay are told at their places', () => {
  test('of its schema', async () => {
    const schema =
      'namespace: cda\nsource: Test\nroot: A\nclasses:\n  A:\n    children: id II +*\n  B: { children: c Nowhere ? }\n';
    expect(await mistakesOf({ 'schema/a.yaml': schema })).toEqual(
      expect.arrayContaining([
        'essai/schema/a.yaml:6 character 8: "*" is unexpected',
        'essai/schema/a.yaml:7 unknown type or group: Nowhere',
      ]),
    );
    expect(await mistakesOf({ 'schema/a.yaml': 'namespace: xyz\nsource: Test\n' })).toEqual([
      'essai/schema/a.yaml:1 namespace « xyz » is not one of the values allowed',
    ]);
  });

  test.each([
    ['cda:id[', 'badly written XPath 1.0'],
    ['hl7:id', 'unknown prefix: hl7 (known: cda, sdtc, lab, pharm, ps3, xsi, xsl, ds)'],
    ["matches(., 'x')", 'matches() does not exist in XPath 1.0'],
    ['$code', 'a variable ($) has no value here'],
  ])('of its XPath: %s', async (test, reason) => {
    const words = '{ fr: a, en: b }';
    const row = `- { id: CDA-HDR-900, severity: error, source: own x, title: ${words}, why: ${words}, repair: ${words}, message: ${words},\n    test: "${test}" }\n`;
    const sources = 'own: { standard: Test, trust: project }\n';
    expect(await mistakesOf({ 'rows/a.yaml': row, 'sources.yaml': sources })).toEqual([
      `essai/rows/a.yaml:2 ${reason}`,
    ]);
  });
});

test('an overlay without a schema keeps that of its base', async () => {
  const base = await loadPack('cda-fr');
  const overlay = await loadPack(await writePack({ 'pack.yaml': CDA_OVERLAY }));
  expect(overlay.cda?.xsd).toEqual(base.cda?.xsd);
});

test('prefixes of schema files and of XPath are those documents are read with', () => {
  expect(Object.keys(CDA_NAMESPACES)).toEqual(XPATH_PREFIXES);
  expect(CDA_NAMESPACES).toMatchObject(SCHEMA_NAMESPACES);
});
