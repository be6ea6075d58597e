import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evidenceOfDocuments, type Finding, judgeEvidence } from '../src/index.js';

const folder = join(process.cwd(), 'samples/cda');
const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
const expected: Readonly<Record<string, { readonly rules: readonly string[] }>> = parse(
  readFileSync(join(folder, 'expected.yaml'), 'utf8'),
);

const endingOf = (name: string) => /-(valid|warning|error)\.xml$/.exec(name)?.[1];
const ending = (word: string) => names.filter((name) => endingOf(name) === word);

/** What the judge finds in one document, without the mere observations; a level 3 alone is no pair here. */
async function findingsOf(name: string): Promise<{ outcome: string; heavy: readonly Finding[] }> {
  const bytes = readFileSync(join(folder, name));
  const result = await judgeEvidence(evidenceOfDocuments([{ name, mediaType: 'text/xml', bytes }]), {
    pairMode: 'no-xfrm',
  });
  const [item] = result.items;
  const heavy = result.findings.filter(({ severity }) => severity !== 'information');
  return { outcome: item?.outcome ?? 'none', heavy: heavy.filter(({ ruleId }) => !ruleId.startsWith('CDA-PAIR-')) };
}

const tell = ({ ruleId, severity, messageId, location }: Finding) =>
  `${severity} ${ruleId} ${messageId} ${location.path}`;
const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ ruleId }) => ruleId))].sort();

test('the samples are those the generator makes', () => {
  const script = ['scripts/generate-cda-document-samples.mjs', '--check'];
  const { status, stderr } = spawnSync(process.execPath, script, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

test('every name ends with its outcome, and the table lists each sample with a fault', () => {
  expect(names.filter((name) => endingOf(name) === undefined)).toEqual([]);
  expect(Object.keys(expected).sort()).toEqual([...ending('warning'), ...ending('error')].sort());
});

test('the patient is the official test patient, in every sample', () => {
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect([name, text.includes('PAT-TROIS') && text.includes('1.2.250.1.213.1.4.10')]).toEqual([name, true]);
  }
});

test.each(ending('valid'))('%s has neither errors nor warnings', async (name) => {
  const { outcome, heavy } = await findingsOf(name);
  expect({ outcome, findings: heavy.map(tell) }).toEqual({ outcome: 'passed', findings: [] });
});

test.each(ending('warning'))('%s has warnings only', async (name) => {
  const { outcome, heavy } = await findingsOf(name);
  expect({ outcome, rules: rulesOf(heavy), findings: heavy.map(tell) }).toEqual({
    outcome: 'passed',
    rules: expected[name]?.rules,
    findings: heavy.filter(({ severity }) => severity === 'warning').map(tell),
  });
});

test.each(ending('error'))('%s has its error and nothing else', async (name) => {
  const { outcome, heavy } = await findingsOf(name);
  expect({ outcome, rules: rulesOf(heavy) }).toEqual({ outcome: 'failed', rules: expected[name]?.rules });
});
