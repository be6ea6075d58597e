import { loadPack, type Pack } from '../../../src/packs/index.js';
import { importRule, type RuleFile, ruleFileNames } from '../../support/rule-files.js';

/** Every id of the facts reference, section 9. They are stable: none may ever go without a successor. */
const REFERENCE_IDS = [
  ...range(101, 112),
  ...range(120, 126),
  ...range(201, 219),
  ...range(301, 312),
  ...range(401, 407),
  ...range(501, 509),
  ...range(601, 607),
  ...range(611, 614),
  ...range(701, 704),
  ...range(801, 813),
  ...range(821, 825),
  ...range(901, 905),
];

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `FHM-${first + index}`);
}

let files: RuleFile[];
beforeAll(async () => {
  files = [];
  for (const name of ruleFileNames()) if (name.startsWith('fhir/mesures/')) files.push(await importRule(name));
});

test('the reference has 104 rules, and each exists', () => {
  expect(REFERENCE_IDS).toHaveLength(104);
  expect(files.map(({ rule }) => rule.id).sort()).toEqual([...REFERENCE_IDS].sort());
});

test.each(['mesures', 'mes-api', 'fhir-fr-core'])(
  'every rule that %s claims findings for is one of ours, turned on',
  async (id) => {
    const pack: Pack = await loadPack(id);
    const written = new Set(files.map(({ rule }) => rule.id));
    const claimed = new Set((pack.fhir?.claims ?? []).map(({ rule }) => rule));
    expect([...claimed].filter((rule) => !written.has(rule))).toEqual([]);
    const { isTurnedOn } = await import('../../../src/judging/rule-sets.js');
    // A finding given to a rule that is off would be lost; only the narrative is meant to be.
    expect([...claimed].filter((rule) => !isTurnedOn(pack, rule))).toEqual(['FHM-109']);
  },
);

test.each(['mesures', 'mes-api'])('every row of %s that names a rule is one the rule answers for', async (id) => {
  const pack = await loadPack(id);
  const ids = new Set(
    Object.values(pack.fhir?.structures ?? {}).flatMap(({ url, snapshot }) =>
      (snapshot?.element ?? []).map((element) => `${url}#${element.id}`),
    ),
  );
  const astray = (pack.fhir?.claims ?? []).flatMap(({ elements, profiles }) =>
    profiles?.[0] !== undefined && elements?.[0] !== undefined && !ids.has(`${profiles[0]}#${elements[0]}`)
      ? [`${profiles[0]}#${elements[0]}`]
      : [],
  );
  expect(astray).toEqual([]);
});
