import { listPacks, loadPack, type Pack } from '../../src/packs/index.js';
import { importRule, ruleFileNames } from '../support/rule-files.js';

/** Packs name rules in three places; a name that is no rule would silently judge nothing. */
const ids = new Set<string>();
const packs: Pack[] = [];
beforeAll(async () => {
  for (const name of ruleFileNames().filter((each) => !each.startsWith('fhir/')))
    ids.add((await importRule(name)).rule.id);
  for (const { id, version, format } of await listPacks()) {
    if (format === 'hl7v2') packs.push(await loadPack(`${id}@${version}`));
  }
});

function judgedBy({ hl7v2 }: Pack): string[] {
  const rows = [
    ...Object.values(hl7v2?.segments ?? {}).flatMap(({ fields }) => fields),
    ...Object.values(hl7v2?.dataTypes ?? {}).flatMap(({ components }) => components),
    ...Object.values(hl7v2?.tables ?? {}),
    ...Object.values(hl7v2?.events ?? {}),
  ];
  return rows.flatMap((row) => row?.judgedBy ?? []);
}

function unknown(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => !ids.has(name));
}

test('every rule that judges a row exists', () => {
  expect(packs.length).toBeGreaterThan(4);
  expect(packs.map((pack) => [pack.reference.id, unknown(judgedBy(pack))])).toEqual(
    packs.map((pack) => [pack.reference.id, []]),
  );
});

test('every rule whose severity a pack sets exists', () => {
  expect(packs.flatMap((pack) => unknown(Object.keys(pack.severities)))).toEqual([]);
});

test('every pattern of a pack fits a rule', () => {
  const fits = (pattern: string) =>
    [...ids].some((id) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern));
  const patterns = packs.flatMap(({ rules }) => rules.map((rule) => rule.replace('!', '')));
  expect([...new Set(patterns)].filter((pattern) => !fits(pattern))).toEqual([]);
});
