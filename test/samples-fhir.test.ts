import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evidenceOfDocuments, type Finding, judgeEvidence } from '../src/index.js';

const folder = join(process.cwd(), 'samples/fhir');
const names = readdirSync(folder).filter((name) => name !== 'expected.yaml');
const expected: Readonly<Record<string, { readonly rule: string }>> = parse(
  readFileSync(join(folder, 'expected.yaml'), 'utf8'),
);

const endingOf = (name: string) => /-(valid|undecided|warning|error)\.(?:json|xml|ndjson)$/.exec(name)?.[1];

/** What `epreuve check` finds in one file, without the mere observations. */
async function judged(name: string): Promise<{
  outcome: string;
  packs: readonly string[];
  heavy: readonly Finding[];
  open: readonly string[];
}> {
  const bytes = readFileSync(join(folder, name));
  const result = await judgeEvidence(evidenceOfDocuments([{ name, mediaType: 'application/fhir+json', bytes }]));
  const heavy = result.findings.filter(({ severity }) => severity !== 'information');
  const open = result.items.flatMap(({ rules }) => rules.filter(({ reason }) => reason).map(({ ruleId }) => ruleId));
  return { outcome: result.outcome, packs: result.packs.map(({ id }) => id), heavy, open };
}

test('the samples are those the generator makes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-fhir-samples.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

test('every name ends with its outcome, and the table lists each sample with a fault', () => {
  expect(names.filter((name) => endingOf(name) === undefined)).toEqual([]);
  expect(Object.keys(expected).sort()).toEqual(names.filter((name) => endingOf(name) !== 'valid').sort());
});

test('every measure is there in both modes, where the API has it', () => {
  const measures = new Set(names.flatMap((name) => /^(.+)-guide-valid\.json$/.exec(name)?.[1] ?? []));
  expect([...measures].filter((measure) => !measure.startsWith('feed'))).toHaveLength(16);
  const ofApi = names.filter((name) => /^(?!feed).+-api-(?:valid|fed-error)\.json$/.test(name));
  expect(ofApi).toHaveLength(14);
});

test.each(names.filter((name) => endingOf(name) === 'valid'))('%s has neither errors nor warnings', async (name) => {
  const { outcome, packs, heavy } = await judged(name);
  expect({ outcome, findings: heavy.map(tell) }).toEqual({ outcome: 'passed', findings: [] });
  if (/-api-/.test(name)) expect(packs).toEqual(['mes-api']);
  if (/-guide-/.test(name)) expect(packs).toEqual(['mesures']);
});

test.each(names.filter((name) => endingOf(name) === 'undecided'))('%s is not decided', async (name) => {
  const { outcome, heavy, open } = await judged(name);
  expect({ outcome, findings: heavy.map(tell), open }).toEqual({
    outcome: 'cantTell',
    findings: [],
    open: [expected[name]?.rule],
  });
});

test.each(names.filter((name) => endingOf(name) === 'warning'))('%s has warnings only', async (name) => {
  const { outcome, heavy } = await judged(name);
  expect({ outcome, errors: heavy.filter(({ severity }) => severity !== 'warning').map(tell) }).toEqual({
    outcome: 'passed',
    errors: [],
  });
  expect(heavy.map(({ ruleId }) => ruleId)).toContain(expected[name]?.rule);
});

test.each(names.filter((name) => endingOf(name) === 'error'))('%s has its error', async (name) => {
  const { outcome, heavy } = await judged(name);
  expect(outcome).toBe('failed');
  const errors = heavy.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  expect(errors).toContain(expected[name]?.rule);
  // One mistake may break the profile and the API, or the guide and R4: never more than three texts.
  expect(new Set(errors).size).toBeLessThanOrEqual(3);
});

const tell = ({ ruleId, severity, location }: Finding) => `${severity} ${ruleId} ${location.path}`;
