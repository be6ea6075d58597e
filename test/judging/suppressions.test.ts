import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Session } from '../../src/cli/io.js';
import { finishRun } from '../../src/cli/run-folder.js';
import type { EvidenceSet, Finding, JudgedItem, SuppressionEntry } from '../../src/core/index.js';
import { RunRecorder } from '../../src/evidence/index.js';
import { readSuppressions, suppressionsJsonSchema } from '../../src/judging/read-suppressions.js';
import { markSuppressed } from '../../src/judging/suppress.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';

const folder = temporaryFolder();
const failing = 'samples/hl7v2/ADT_A05-A28-birth-date-error.hl7';
const because = { reason: 'Défaut connu de l’éditeur', author: 'A. Martin' };
let count = 0;

function fileOf(entries: readonly object[]): string {
  const file = join(folder, `suppressions-${++count}.yaml`);
  writeFileSync(file, JSON.stringify({ suppressions: entries }));
  return file;
}

async function checkWith(entries: readonly object[], ...more: string[]) {
  return cli(['check', failing, '--suppressions', fileOf(entries), ...more]);
}

const failuresOf = async () => {
  const { out } = await cli(['check', failing, '--json', '--show-values']);
  const findings: Finding[] = JSON.parse(out).findings;
  return findings.filter(({ severity }) => severity === 'error' || severity === 'fatal');
};

test('a suppressed error is shown in every report, does not fail, and the verdict says how many', async () => {
  const failures = await failuresOf();
  expect(failures.length).toBeGreaterThan(0);
  const entries = failures.map(({ ruleId, location }) => ({ rule: ruleId, path: location.path, ...because }));
  const formats = ['text', 'html', 'json', 'junit', 'md', 'csv'] as const;
  const reports = formats.flatMap((format) => ['--report', `${format}=${join(folder, `report.${format}`)}`]);
  const checked = await checkWith(entries, ...reports);
  expect(checked.code).toBe(0);
  expect(checked.out).toMatch(/Passed: 0 errors, .*\d suppressed errors? \(not counted\)/);
  for (const format of formats) {
    const text = readFileSync(join(folder, `report.${format}`), 'utf8');
    expect(text).toMatch(/Défaut connu de l(’|&#8217;)éditeur/);
    expect(text).toContain('A. Martin');
  }
  expect(readFileSync(join(folder, 'report.junit'), 'utf8')).toMatch(/<skipped message="Suppressed: Défaut connu/);
  expect(readFileSync(join(folder, 'report.junit'), 'utf8')).not.toContain('<failure');
  const result = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  expect(result.counts.suppressed.error).toBe(failures.length);
  expect(result.suppressions.entries).toContainEqual(expect.objectContaining({ state: 'applied', findings: 1 }));
  const schema = JSON.parse(readFileSync('docs/schemas/result.schema.json', 'utf8'));
  expect(z.fromJSONSchema(schema).safeParse(result).error).toBeUndefined();
});

test('one error left fails the run, whatever is suppressed beside it', async () => {
  const checked = await checkWith([{ rule: 'PAM-NOTHING-*', ...because }]);
  expect(checked.code).toBe(1);
  expect(checked.err).toMatch(/Warning: unused suppression, no finding matches it: PAM-NOTHING-\* \(A. Martin\)/);
});

test('an expired entry suppresses nothing and is told; the last day still counts', async () => {
  const rules = new Set((await failuresOf()).map(({ ruleId }) => ruleId));
  const until = (expires: string) => [...rules].map((rule) => ({ rule, expires, ...because }));
  const expired = await checkWith(until('2026-03-31'), '--as-of', '2026-04-01');
  expect(expired).toMatchObject({ code: 1 });
  expect(expired.err).toMatch(/Warning: suppression expired on 2026-03-31/);
  expect((await checkWith(until('2026-03-31'), '--as-of', '2026-03-31')).code).toBe(0);
  expect((await cli(['check', failing, '--as-of', '2026-04-01'])).code).toBe(3);
  expect((await checkWith(until('2026-03-31'), '--as-of', '31/03/2026')).code).toBe(3);
});

test.each([
  ['suppressions:\n  - rule: PAM-X\n    author: Moi\n', 2, /suppressions.0.reason/],
  ['suppressions:\n  - rule: "*"\n    reason: tout\n    author: Moi\n', 2, /suppressions.0.rule/],
  [
    'suppressions:\n  - rule: PAM-X\n    reason: tout\n    author: Moi\n    until: 2027-01-01\n',
    2,
    /unrecognized_keys until/,
  ],
  [
    'suppressions:\n  - rule: PAM-X\n    reason: tout\n    author: Moi\n    expires: demain\n',
    5,
    /suppressions.0.expires/,
  ],
  ['suppressions: [\n', 2, /./],
  ['- x\n', 1, /./],
])('a mistake in the file names its line: %#', async (text, line, reason) => {
  const read = readSuppressions(text, 'epreuve.suppressions.yaml');
  await expect(read).rejects.toMatchObject({
    code: 'suppressions-invalid',
    data: { line, reason: expect.stringMatching(reason) },
  });
});

test('a run judged with suppressions verifies, and evidence added later does not lose them', async () => {
  const run = join(folder, 'run');
  const tool = { name: 'epreuve', version: 'test' };
  const recorder = new RunRecorder({ folder: run, title: { fr: 'Essai', en: 'Trial' }, tool });
  const mediaType = 'x-application/hl7-v2+er7';
  recorder.record({ kind: 'document', mediaType, name: 'a28', extension: 'hl7' }, readFileSync(failing));
  recorder.end();
  const entries = [...new Set((await failuresOf()).map(({ ruleId }) => ruleId))].map((rule) => ({ rule, ...because }));
  const session = { language: 'en', say: () => undefined } as unknown as Session;
  const result = await finishRun(run, { judgedWith: { entries } }, session);
  expect(result.outcome).toBe('passed');
  expect(await cli(['verify', run])).toMatchObject({ code: 0 });
  expect(await cli(['capture', 'file', 'README.md', '--into', run])).toMatchObject({ code: 0 });
  expect(await cli(['verify', run])).toMatchObject({ code: 0 });
  expect(await cli(['judge', run])).toMatchObject({ code: 1 });
  expect(await cli(['judge', run, '--suppressions', fileOf(entries)])).toMatchObject({ code: 0 });
});

test('the published schema is that of the reader', () => {
  const [[name, text] = ['', '']] = Object.entries(suppressionsJsonSchema());
  expect(JSON.parse(readFileSync(join('docs/schemas', name), 'utf8'))).toEqual(JSON.parse(text));
});

const evidence = { items: [{ id: 'e1', name: 'a28.hl7' }], endedAt: '2026-01-05T10:00:00Z' } as unknown as EvidenceSet;
const finding = (more: Partial<Finding> = {}): Finding => ({
  ruleId: 'R-1',
  severity: 'error',
  messageId: 'm',
  location: { format: 'hl7v2', path: 'PID-3[2].4', offset: 0, length: 1, line: 1, column: 1 },
  evidenceId: 'e1',
  itemId: 'i1',
  ...more,
});
const item = (rules: JudgedItem['rules']): JudgedItem => ({
  ...{ id: 'i1', evidenceId: 'e1', subject: 'hl7v2/message', title: 't', packs: [], outcome: 'failed', facts: {} },
  rules,
});
const mark = (entry: Partial<SuppressionEntry>, findings: Finding[], rules: JudgedItem['rules']) =>
  markSuppressed(
    evidence,
    { items: [item(rules)], findings },
    { entries: [{ rule: 'R-1', ...because, ...entry }] },
    {},
  );
const once = [{ ruleId: 'R-1', outcome: 'failed', severity: 'error', findings: 1 }] as const;

test.each([
  [{ path: 'PID-3[2].4' }, true],
  [{ path: 'PID-3*' }, true],
  [{ path: 'PID-3' }, false],
  [{ path: 'PID-3[2]x4' }, false],
  [{ rule: 'R-*' }, true],
  [{ rule: 'r-1' }, false],
  [{ evidence: '*.hl7' }, true],
  [{ evidence: '*.xml' }, false],
  [{ constraint: 'row' }, false],
  [{ expires: '2026-01-05' }, true],
  [{ expires: '2026-01-04' }, false],
])('%j covers the finding: %s', (entry, isCovered) => {
  const { findings, items, record } = mark(entry, [finding()], once);
  expect(findings[0]?.suppressed !== undefined).toBe(isCovered);
  expect(items[0]?.suppressed === true).toBe(isCovered);
  expect(record.asOf).toBe('2026-01-05');
});

test('findings that are counted and not listed are covered by an entry for every place only', () => {
  const many = [{ ...once[0], findings: 201 }];
  expect(mark({ path: 'PID-3*' }, [finding()], many).items[0]?.suppressed).toBeUndefined();
  expect(mark({}, [finding()], many).items[0]?.suppressed).toBe(true);
});

test('what could not be decided stays so under a suppressed error', () => {
  const open = { fr: 'absent', en: 'absent' };
  const rules = [...once, { ruleId: 'R-2', outcome: 'cantTell', findings: 0, reason: open } as const];
  expect(mark({}, [finding()], rules).items[0]).toMatchObject({ suppressed: true, outcome: 'cantTell', reason: open });
});
