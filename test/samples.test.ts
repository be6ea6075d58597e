import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evidenceOfDocuments, type Finding, judgeEvidence } from '../src/index.js';

const folder = join(process.cwd(), 'samples/hl7v2');
const names = readdirSync(folder).filter((name) => name.endsWith('.hl7'));
const expected: Readonly<Record<string, { readonly rules: readonly string[] }>> = parse(
  readFileSync(join(folder, 'expected.yaml'), 'utf8'),
);

const endingOf = (name: string) => /-(valid|warning|error)\.hl7$/.exec(name)?.[1];

/** What `epreuve check` finds in one file, without the mere observations. */
async function findingsOf(name: string): Promise<{ outcome: string; heavy: readonly Finding[] }> {
  const bytes = readFileSync(join(folder, name));
  const mediaType = 'x-application/hl7-v2+er7';
  const result = await judgeEvidence(evidenceOfDocuments([{ name, mediaType, bytes }]));
  return { outcome: result.outcome, heavy: result.findings.filter(({ severity }) => severity !== 'information') };
}

test('the samples are those the generator makes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-samples.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

test('every name ends with its outcome, and the table lists each sample with a fault', () => {
  expect(names.filter((name) => endingOf(name) === undefined)).toEqual([]);
  expect(Object.keys(expected).sort()).toEqual(names.filter((name) => endingOf(name) !== 'valid').sort());
});

test.each(names.filter((name) => endingOf(name) === 'valid'))('%s has neither errors nor warnings', async (name) => {
  const { outcome, heavy } = await findingsOf(name);
  expect({ outcome, findings: heavy.map(tell) }).toEqual({ outcome: 'passed', findings: [] });
});

test.each(names.filter((name) => endingOf(name) === 'warning'))('%s has warnings only', async (name) => {
  const { outcome, heavy } = await findingsOf(name);
  expect(heavy.filter(({ severity }) => severity !== 'warning').map(tell)).toEqual([]);
  expect({ outcome, rules: rulesOf(heavy) }).toEqual({ outcome: 'passed', rules: expected[name]?.rules });
});

test.each(names.filter((name) => endingOf(name) === 'error'))('%s has its error and no other finding', async (name) => {
  const { outcome, heavy } = await findingsOf(name);
  expect({ outcome, rules: rulesOf(heavy) }).toEqual({ outcome: 'failed', rules: expected[name]?.rules });
  expect(heavy.some(({ severity }) => severity === 'error' || severity === 'fatal')).toBe(true);
});

const tell = ({ ruleId, severity, location }: Finding) => `${severity} ${ruleId} ${location.path}`;

const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
