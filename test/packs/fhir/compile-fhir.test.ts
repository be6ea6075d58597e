import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packMistakesOf } from '../../../src/packs/compile/index.js';
import { loadPack, readCompiledPack, writeCompiledPack } from '../../../src/packs/index.js';

const CANONICAL = 'https://epreuve.example/StructureDefinition/p';
const PACK = `id: mine
version: "1"
format: fhir
extends: fhir-r4@4.0.1
title: { fr: Mien, en: Mine }
publisher: us
source: us
trust: project
licence: MIT
`;
const PROFILE = `resourceType: StructureDefinition
url: ${CANONICAL}
name: P
type: Observation
kind: resource
derivation: constraint
baseDefinition: http://hl7.org/fhir/StructureDefinition/bodyweight
differential:
  element:
    - id: Observation.method
      path: Observation.method
      min: 1
`;
const CHOICES = `choices:
  - id: weight
    resourceType: Observation
    profile: ${CANONICAL}
    codes: ["http://loinc.org|29463-7"]
    aliases: ["https://old.example/p"]
`;
const CLAIMS = `claims:
  - id: method
    rule: FHM-1
    kinds: [cardinality]
    elements: ["Observation.method*"]
`;

let root = '';
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'epreuve-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function packOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(root, `pack-${++count}`);
  for (const [name, text] of Object.entries({ 'pack.yaml': PACK, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

async function mistakesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await packOf(files);
  try {
    await loadPack(folder);
  } catch (error) {
    return packMistakesOf(error).map(
      ({ file, line, reason }) => `${file.replace(/^pack-\d+\//, '')}:${line} ${reason.en}`,
    );
  }
  return [];
}

test('profiles get snapshots, choices and claims get the name of their pack', async () => {
  const pack = await loadPack(
    await packOf({ 'profiles/p.yaml': PROFILE, 'choices.yaml': CHOICES, 'claims.yaml': CLAIMS }),
  );
  const elements = pack.fhir?.structures[CANONICAL]?.snapshot?.element ?? [];
  expect(elements.find(({ id }) => id === 'Observation.method')?.min).toBe(1);
  expect(pack.fhir?.choices[0]).toMatchObject({ id: 'weight', pack: 'mine', profile: CANONICAL });
  expect(pack.fhir?.claims[0]).toEqual({
    id: 'method',
    pack: 'mine',
    rule: 'FHM-1',
    kinds: ['cardinality'],
    elements: ['Observation.method*'],
  });
  expect(pack.rules).toEqual(['fhir/*']);
  expect(readCompiledPack(writeCompiledPack(pack)).fhir).toEqual(pack.fhir);
});

test('mistakes name the file, the line and what is wrong', async () => {
  expect(await mistakesOf({ 'profiles/p.yaml': PROFILE.replace('/bodyweight', '/nothing') })).toEqual([
    'profiles/p.yaml:2 the snapshot cannot be made: http://hl7.org/fhir/StructureDefinition/nothing is not found',
  ]);
  expect(await mistakesOf({ 'profiles/p.yaml': PROFILE, 'profiles/q.yaml': PROFILE })).toEqual([
    expect.stringContaining('profiles/q.yaml:2 this url is already that of'),
  ]);
  expect(await mistakesOf({ 'choices.yaml': CHOICES })).toEqual([
    `choices.yaml:4 the pack has no profile ${CANONICAL}`,
  ]);
  expect(await mistakesOf({ 'claims.yaml': CLAIMS.replace('kinds', 'kind') })).toEqual([
    expect.stringContaining('claims.yaml:4 unknown key: kind'),
  ]);
  expect(await mistakesOf({ 'valuesets/v.json': '{"resourceType":"CodeSystem","url":"urn:x"}' })).toHaveLength(1);
});
