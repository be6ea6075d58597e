import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packMistakesOf } from '../../../src/packs/compile/index.js';
import { loadPack, type Pack } from '../../../src/packs/index.js';
import { temporaryFolder } from '../../support/folders.js';

const root = temporaryFolder();
let made = 0;

const PACK = `id: tiny
version: "1"
format: fhir
title: { fr: Petit, en: Tiny }
publisher: test
source: test
trust: project
licence: MIT
`;
const PREFIXES =
  'HL7: http://hl7.org/fhir/StructureDefinition/\nT: https://example.org/fhir/\nJDV: https://example.org/JDV_{}/JDV-{}\nLOINC: http://loinc.org\n';
const SHEET = `profile: T/tiny-weight
name: TinyWeight
title: { fr: Poids, en: Weight }
type: Observation
base: HL7/Observation
chosenBy: ["LOINC|29463-7"]
include: [common]
elements:
  - { at: code.coding,        slices: "open value:code value:system" }
  - { at: "code.coding:main", card: 1..1, rule: FHM-203 }
  - { at: "code.coding:main.system", card: 1..1, fixedUri: "http://loinc.org" }
  - { at: method,             bind: "required JDV/J1", rule: "binding:FHM-502 card:FHM-106" }
measure: { unit: kg, plausible: [1, 2], decimals: 1, feed: none }
`;
const ROWS = 'rows: common\nelements:\n  - { at: subject, card: 1..1, types: ["Reference(HL7/Patient)"] }\n';
const TABLES = `- valueSet: JDV/J1
  title: { fr: Méthodes, en: Methods }
  generation: G1
  wasRead: false
  codes:
    - [LOINC, "1-1", "une"]
    - [LOINC, "1-2", ""]
  otherGeneration:
    - [T, "x", "autre"]
`;

async function packOf(files: Readonly<Record<string, string>>): Promise<Pack> {
  made += 1;
  const folder = join(root, String(made), 'tiny');
  const all = {
    'pack.yaml': PACK,
    'prefixes.yaml': PREFIXES,
    'rows/common.yaml': ROWS,
    'sheets/weight.yaml': SHEET,
    'tables/codes.yaml': TABLES,
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return loadPack(folder);
}

const mistakesOf = async (files: Readonly<Record<string, string>>) => {
  const error = await packOf(files).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return packMistakesOf(error).map(({ file, line, reason }) => `${file}:${line} ${reason.en}`);
};

test('a sheet becomes a profile with its snapshot, its choice and its claims', async () => {
  const { fhir } = await packOf({});
  const url = 'https://example.org/fhir/tiny-weight';
  const elements = fhir?.structures[url]?.snapshot?.element ?? [];
  const of = (id: string) => elements.find((element) => element.id === id);
  expect(of('Observation.subject')).toMatchObject({
    min: 1,
    max: '1',
    type: [{ code: 'Reference', targetProfile: ['http://hl7.org/fhir/StructureDefinition/Patient'] }],
  });
  expect(of('Observation.code.coding')?.slicing).toMatchObject({
    rules: 'open',
    discriminator: [
      { type: 'value', path: 'code' },
      { type: 'value', path: 'system' },
    ],
  });
  expect(of('Observation.code.coding:main.system')).toMatchObject({ fixedUri: 'http://loinc.org' });
  expect(of('Observation.method')?.binding).toEqual({
    strength: 'required',
    valueSet: 'https://example.org/JDV_J1/JDV-J1',
  });
  expect(fhir?.choices).toMatchObject([
    { resourceType: 'Observation', profile: url, codes: ['http://loinc.org|29463-7'] },
  ]);
  const claims = fhir?.claims.map(({ rule, kinds, elements: places }) => [rule, kinds?.length, places?.[0]]);
  expect(claims).toEqual([
    ['FHM-203', 7, 'Observation.code.coding:main'],
    ['FHM-502', 2, 'Observation.method'],
    ['FHM-106', 2, 'Observation.method'],
  ]);
  expect(fhir?.sheets?.measures[url]).toMatchObject({ unit: 'kg', plausible: [1, 2] });
});

test('a table becomes a value set, with what is known of its generations', async () => {
  const { fhir } = await packOf({});
  const url = 'https://example.org/JDV_J1/JDV-J1';
  expect(fhir?.valueSets[url]?.compose?.include).toEqual([
    { system: 'http://loinc.org', concept: [{ code: '1-1', display: 'une' }, { code: '1-2' }] },
  ]);
  expect(fhir?.sheets?.tables[url]).toEqual({
    generation: 'G1',
    wasRead: false,
    otherGeneration: ['https://example.org/fhir/|x'],
  });
});

test.each([
  [
    'a set of rows nobody wrote',
    { 'sheets/weight.yaml': SHEET.replace('[common]', '[comon]') },
    'tiny/sheets/weight.yaml:7 unknown set of rows: comon',
  ],
  [
    'a canonical written twice',
    { 'sheets/other.yaml': SHEET },
    'tiny/sheets/weight.yaml:1 T/tiny-weight is written twice',
  ],
  [
    'an element the base does not have',
    { 'sheets/weight.yaml': SHEET.replace('at: method', 'at: metod') },
    'tiny/sheets/weight.yaml:1 the snapshot cannot be made',
  ],
  [
    'a base that is not at hand',
    { 'sheets/weight.yaml': SHEET.replace('HL7/Observation', 'T/nothing') },
    'tiny/sheets/weight.yaml:1 the snapshot cannot be made',
  ],
])('%s is told to the author', async (_, files, expected) => {
  const mistakes = await mistakesOf(files);
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]?.startsWith(expected)).toBe(true);
});

test('an unknown key, a wrong rule and a wrong cardinality are told with their line', async () => {
  const wrong = SHEET.replace('rule: FHM-203', 'rule: weight')
    .replace('card: 1..1, fixedUri', 'card: one, fixedUri')
    .replace('name: TinyWeight', 'nom: TinyWeight');
  const lines = (await mistakesOf({ 'sheets/weight.yaml': wrong })).map((text) => text.split(' ')[0]);
  expect([...new Set(lines)].sort()).toEqual([
    'tiny/sheets/weight.yaml:1',
    'tiny/sheets/weight.yaml:10',
    'tiny/sheets/weight.yaml:11',
    'tiny/sheets/weight.yaml:2',
  ]);
});
