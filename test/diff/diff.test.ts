import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RunResult } from '../../src/core/index.js';
import { compareMessages, Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { compareResults, hasNewFailure } from '../../src/reports/index.js';
import { cli } from '../support/cli.js';
import { temporaryFolder } from '../support/folders.js';
import { goldenResult } from '../support/golden-result.js';

const root = temporaryFolder();
const message = (text: string) => new Hl7v2Message(Buffer.from(text));
const HEAD = 'MSH|^~\\&|GAM|H|DMN|H|20260105101500||ADT^A28^ADT_A05|1|T|2.5|||||FRA|UNICODE UTF-8\r';
const diff = (left: string, right: string, ignore: string[] = []) =>
  compareMessages(message(left), message(right), ignore);

describe('two messages', () => {
  const before = `${HEAD}EVN||20260105\rPID|1||A^^^X&1.2&ISO~B||DUPONT^JEAN||1980\rNK1|1|X`;

  test('are compared down to the sub-component, escapes resolved', () => {
    const after = before.replace('X&1.2&ISO~B', 'X&1.3&ISO~C').replace('DUPONT', 'DUP\\S\\T').replace('||1980', '|');
    expect(diff(before, after)).toEqual([
      { path: 'PID-3[1].4.2', kind: 'changed', before: '1.2', after: '1.3' },
      { path: 'PID-3[2]', kind: 'changed', before: 'B', after: 'C' },
      { path: 'PID-5.1', kind: 'changed', before: 'DUPONT', after: 'DUP^T' },
      { path: 'PID-7', kind: 'removed', before: '1980' },
    ]);
  });

  test('one segment more is one difference', () => {
    expect(diff(before, before.replace('PID|', 'PD1|||x\rPID|'))).toEqual([
      { path: 'PD1', kind: 'added', after: 'PD1|||x' },
    ]);
    expect(diff(before, before.replace('\rNK1|1|X', ''))).toEqual([
      { path: 'NK1', kind: 'removed', before: 'NK1|1|X' },
    ]);
  });

  test.each([
    ['MSH-7', 0],
    ['MSH', 0],
    ['MSH-10', 1],
    ['MSH-70', 1],
    ['PID-3', 1],
  ])('--ignore %s leaves %i of one difference', (path, left) => {
    expect(diff(before, before.replace('20260105101500', '20260105101501'), [path])).toHaveLength(left);
  });

  test('a repeated field is ignored whole, or one repetition, or one component of all', () => {
    const after = before.replace('A^^^X', 'Z^^^Y').replace('~B', '~C');
    expect(diff(before, after)).toHaveLength(3);
    expect(diff(before, after, ['PID-3'])).toEqual([]);
    expect(diff(before, after, ['PID-3[1]']).map(({ path }) => path)).toEqual(['PID-3[2]']);
    expect(diff(before, after, ['PID-3.1']).map(({ path }) => path)).toEqual(['PID-3[1].4.1', 'PID-3[2]']);
  });

  test('a message never differs from itself, and the comparison has two sides', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9^~&\\|]{0,30}$/);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), fc.array(value, { maxLength: 6 }), (left, right) => {
        const [one, other] = [left, right].map((lines) => HEAD + lines.map((line) => `PID|${line}`).join('\r'));
        expect(diff(one ?? '', one ?? '')).toEqual([]);
        const [there, back] = [diff(one ?? '', other ?? ''), diff(other ?? '', one ?? '')];
        const turned = { changed: 'changed', added: 'removed', removed: 'added' } as const;
        expect(back.map(({ kind }) => kind).sort()).toEqual(there.map(({ kind }) => turned[kind]).sort());
      }),
    );
  });
});

describe('two results', () => {
  const golden = goldenResult();
  const [finding] = golden.findings;
  const change = (more: Partial<RunResult>): RunResult => ({ ...golden, ...more });

  test('with the same findings at other places in the bytes are unchanged', () => {
    const findings = golden.findings.map((each) => ({
      ...each,
      location: { ...each.location, offset: 9, line: 7, column: 3 },
    }));
    const compared = compareResults(golden, change({ findings }));
    expect(compared.counts).toEqual({ new: 0, fixed: 0, 'not-judged': 0, unchanged: golden.findings.length });
    expect(hasNewFailure(compared)).toBe(false);
  });

  test('a finding that is gone is fixed only when its rule was judged again', () => {
    if (!finding) throw new Error('no finding');
    const findings = golden.findings.slice(1);
    expect(compareResults(golden, change({ findings })).counts).toMatchObject({ fixed: 1, new: 0 });
    const reason = { fr: 'x', en: 'x' };
    const items = golden.items.map((item) => ({
      ...item,
      rules: item.rules.map((rule) =>
        rule.ruleId === finding.ruleId ? { ...rule, outcome: 'cantTell' as const, findings: 0, reason } : rule,
      ),
    }));
    expect(compareResults(golden, change({ findings, items })).counts).toMatchObject({ fixed: 0, 'not-judged': 1 });
    expect(compareResults(golden, change({ findings: [], items: [] })).counts.fixed).toBe(0);
  });

  test('a new error fails, unless it is suppressed, provoked or lighter', () => {
    if (!finding) throw new Error('no finding');
    const before = change({ findings: golden.findings.slice(1) });
    const withFirst = (more: object) =>
      compareResults(before, change({ findings: [{ ...finding, ...more }, ...golden.findings.slice(1)] }));
    expect(hasNewFailure(withFirst({ severity: 'error' }))).toBe(true);
    expect(hasNewFailure(withFirst({ severity: 'warning' }))).toBe(false);
    expect(hasNewFailure(withFirst({ severity: 'warning' }), { warnings: true })).toBe(true);
    expect(hasNewFailure(withFirst({ severity: 'error', provoked: true }))).toBe(false);
    expect(hasNewFailure(withFirst({ severity: 'error', suppressed: { reason: 'x', author: 'y' } }))).toBe(false);
  });
});

describe('epreuve diff', () => {
  const valid = 'samples/hl7v2/ADT_A05-A28-create-patient-valid.hl7';
  const wrong = 'samples/hl7v2/ADT_A05-A28-birth-date-error.hl7';

  /** The same file name, so that both runs judge the same item. */
  async function resultOf(file: string, name: string): Promise<string> {
    const copy = join(root, 'a28.hl7');
    writeFileSync(copy, readFileSync(file));
    const out = join(root, `${name}.json`);
    await cli(['check', copy, '--report', `json=${out}`, '--show-values']);
    return out;
  }

  test('tells new and fixed findings in text, JSON and HTML, and fails on new ones when asked', async () => {
    const [before, after] = [await resultOf(valid, 'before'), await resultOf(wrong, 'after')];
    const page = join(root, 'diff.html');
    const told = await cli(['diff', before, after, '--fail-on', 'new', '--html', page]);
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/New findings \(\d+\)\n {2}\+ error/);
    expect(readFileSync(page, 'utf8')).toMatch(/<h2>New findings \(\d+\)<\/h2>/);
    expect(readFileSync(page, 'utf8')).not.toContain('<script');
    const json = JSON.parse((await cli(['diff', before, after, '--json'])).out);
    expect(json).toMatchObject({ format: 'epreuve-diff/1', heaviestNew: 'error' });
    expect(await cli(['diff', after, before, '--fail-on', 'new'])).toMatchObject({ code: 0 });
    expect((await cli(['diff', before, after, '--lang', 'fr'])).out).toContain('Nouveaux constats');
  });

  test('compares two packs on the same file', async () => {
    const told = await cli(['diff', valid, '--pack', 'ihe-pam', '--pack', 'ihe-pam-fr', '--json']);
    expect(told.code).toBe(0);
    const { after, items, counts } = JSON.parse(told.out);
    expect(after.packs).toEqual(['ihe-pam-fr@2.11']);
    // The same items on both sides, though other packs judge them.
    expect(items).toEqual([]);
    expect(counts.new + counts.unchanged).toBeGreaterThan(0);
    expect(await cli(['diff', valid])).toMatchObject({ code: 3 });
    expect(await cli(['diff', valid, wrong, '--pack', 'ihe-pam'])).toMatchObject({ code: 3 });
  });

  test('compares two messages, values hidden unless asked', async () => {
    const hidden = await cli(['diff', valid, wrong]);
    expect(hidden.out).toMatch(/PID-7/);
    expect(hidden.out).not.toMatch(/19\d{6}/);
    expect((await cli(['diff', valid, wrong, '--show-values'])).out).toMatch(/19\d\d/);
    expect((await cli(['diff', valid, wrong, '--ignore', 'PID-7'])).out).toBe('No difference.\n');
    expect(await cli(['diff', valid, wrong, '--fail-on', 'new'])).toMatchObject({ code: 1 });
  });

  test('compares CDA documents by XPath and FHIR resources by path, and refuses what cannot be compared', async () => {
    const cda = await cli([
      'diff',
      'samples/cda/cse-cs8-level3-valid.xml',
      'samples/cda/cse-cs8-level3-ins-key-warning.xml',
      '--show-values',
    ]);
    expect(cda.out).toMatch(/~ \/ClinicalDocument\[1\]\/recordTarget\[1\]\/patientRole\[1\]\/id\[\d\]\/@extension/);
    const fhir = await cli([
      'diff',
      'samples/fhir/weight-guide-valid.json',
      'samples/fhir/weight-wrong-unit-error.json',
      '--json',
    ]);
    expect(JSON.parse(fhir.out).differences.length).toBeGreaterThan(0);
    expect(await cli(['diff', valid, 'samples/fhir/weight-guide-valid.json'])).toMatchObject({ code: 3 });
    const broken = join(root, 'broken.xml');
    writeFileSync(broken, '<ClinicalDocument xmlns="urn:hl7-org:v3"><a></ClinicalDocument>');
    expect(await cli(['diff', broken, broken])).toMatchObject({ code: 3 });
  });
});
