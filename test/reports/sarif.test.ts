import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Log, Result, Run } from 'sarif';
import type { RunResult } from '../../src/core/index.js';
import { renderSarif } from '../../src/reports/sarif/sarif.js';
import { resultWith } from '../support/cant-tell-result.js';
import { goldenResult } from '../support/golden-result.js';
import { hostileResult } from '../support/hostile-result.js';

function runOf(result: RunResult, language: 'fr' | 'en' = 'fr'): Run {
  const log: Log = JSON.parse(renderSarif(result, { language }));
  const [run] = log.runs;
  if (!run) throw new Error('a run was expected');
  return run;
}

const kindsOf = (run: Run) => new Set((run.results ?? []).map(({ kind }) => kind));
const find = (run: Run, ruleId: string) => run.results?.find((result) => result.ruleId === ruleId);

describe('sarif report', () => {
  it('tells every check with its kind, and a level only for what failed', () => {
    const run = runOf(goldenResult());
    expect([...kindsOf(run)].sort()).toEqual(['fail', 'informational', 'notApplicable', 'open', 'pass']);
    for (const { kind, level } of run.results ?? []) expect(level === 'none').toBe(kind !== 'fail');
  });

  it('names a rule with help for every result', () => {
    const run = runOf(goldenResult());
    const rules = run.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of run.results ?? []) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    const rule = rules.find(({ id }) => id === 'PAM-PID-3-INS-KEY');
    expect(rule?.help?.text).not.toBe('');
    expect(run.tool.extensions?.map(({ name, version }) => `${name}@${version}`)).toEqual(['ihe-pam-fr@2.11.2']);
  });

  it('points at line and column, counted from 1, and at the path', () => {
    const location = find(runOf(goldenResult()), 'PAM-PID-3-INS-KEY')?.locations?.[0];
    expect(location?.physicalLocation?.region).toMatchObject({ startLine: 3, startColumn: 49, byteOffset: 262 });
    expect(location?.physicalLocation?.artifactLocation?.uri).toBe('a28.hl7');
    expect(location?.logicalLocations?.[0]).toEqual({ fullyQualifiedName: 'PID-3[2].1', kind: 'hl7v2' });
  });

  it('shows the other document of a pair', () => {
    const result = goldenResult();
    const items = result.items.map((item) => (item.id === 'item-a28' ? { ...item, evidenceId: 'ev-3' } : item));
    const found = find(runOf({ ...result, items }), 'PAM-PID-3-INS-KEY');
    expect(found?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('a28-ack.hl7');
  });

  it('says that the run was not whole when something could not be decided', () => {
    const [invocation] = runOf(resultWith({ cantTell: 1, passed: 1 }, 'cantTell')).invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toContain('Java absent');
    expect(runOf(resultWith({ passed: 1 }, 'passed')).invocations?.[0]?.executionSuccessful).toBe(true);
    const cutShort = { ...resultWith({ passed: 1 }, 'passed'), incomplete: true };
    expect(runOf(cutShort).invocations?.[0]?.executionSuccessful).toBe(false);
  });

  it('shows a suppressed finding as one, with its reason', () => {
    const result = goldenResult();
    const suppressed = { reason: 'Corrigé en 4.2', author: 'A. Auteur', expires: '2026-12-31' };
    const findings = result.findings.map((finding) => ({ ...finding, suppressed }));
    const own = find(runOf({ ...result, findings }), 'PAM-PID-3-INS-KEY');
    expect(own?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: suppressed.reason,
        properties: { author: 'A. Auteur', expires: '2026-12-31' },
      },
    ]);
  });

  it('gives the same fault the same fingerprint in another run', () => {
    const prints = (run: Run) =>
      (run.results ?? []).map((result: Result) => result.partialFingerprints?.['epreuve/v1']);
    const later = { ...goldenResult(), startedAt: '2026-02-01T00:00:00.000Z' };
    expect(prints(runOf(later))).toEqual(prints(runOf(goldenResult())));
  });

  it('holds no empty message and no control character', () => {
    const text = renderSarif(hostileResult('\u0000\u000b\u001c"\ud800'), { language: 'en' });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|\\u0000|\\u000b/);
    for (const { message } of runOf(goldenResult(), 'en').results ?? []) expect(message.text).not.toBe('');
  });

  // OASIS's schema is not kept here: EPREUVE_SARIF_SCHEMA names sarif-schema-2.1.0.json.
  const file = process.env.EPREUVE_SARIF_SCHEMA;
  (file === undefined ? it.skip : it)('is valid against the schema of OASIS', () => {
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file ?? '', 'utf8'));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    for (const result of [goldenResult(), hostileResult('\u0000 é"\\'), resultWith({ cantTell: 1 }, 'cantTell')]) {
      for (const language of ['fr', 'en'] as const) {
        validate(JSON.parse(renderSarif(result, { language })));
        expect(validate.errors ?? []).toEqual([]);
      }
    }
  });
});
