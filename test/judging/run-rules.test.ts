import { type CantTell, defineRule, type Problem, type Rule, type Severity } from '../../src/core/index.js';
import { judge } from '../../src/judging/index.js';
import { loadPack, type Pack } from '../../src/packs/index.js';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { MadeEvidence } from '../support/make-evidence.js';

type Yielded = Problem<'bad'> | CantTell | 'throw';

const TEXT = { fr: 'x', en: 'x' };
const LOCATION = { format: 'hl7v2', path: 'PID', offset: 0, length: 1, line: 1, column: 1 } as const;
const bad: Problem<'bad'> = { messageId: 'bad', location: LOCATION };
const unknown: CantTell = { cantTell: { fr: 'table absente', en: 'table missing' } };

/** A rule of one pattern: what it yields, in order. */
function rule(id: string, yields: readonly Yielded[], more: Partial<Rule<never, never>> = {}): Rule<never, never> {
  return defineRule<never, never, 'bad'>({
    id,
    subject: 'hl7v2/message',
    title: TEXT,
    why: TEXT,
    repair: TEXT,
    severity: 'error',
    trust: 'project',
    spec: [],
    messages: { bad: TEXT },
    ...more,
    *check() {
      for (const one of yields) {
        if (one === 'throw') throw new RangeError('PAT-TROIS is personal');
        yield one;
      }
    },
  });
}

let pack: Pack;
beforeAll(async () => {
  pack = await loadPack('ihe-pam-fr');
});

function judgeWith(rules: readonly Rule<never, never>[], severities: Record<string, Severity | 'off'> = {}) {
  const evidence = new MadeEvidence();
  evidence.document(adt('A28'));
  // A pack of its own each time: which rules are on is remembered by pack.
  const own: Pack = { ...pack, rules: ['T-*'], severities };
  const result = judge(evidence.set(), { packs: new Map([['ihe-pam-fr', own]]), rules, toolVersion: 'test' });
  const item = result.items[0];
  return { result, outcome: item?.outcome, rules: item?.rules.map(({ ruleId, outcome }) => `${ruleId} ${outcome}`) };
}

test('a rule that throws is cantTell with its fault and not its words; the others run', () => {
  const { result, outcome, rules } = judgeWith([rule('T-1', ['throw']), rule('T-2', [bad]), rule('T-3', [])]);
  expect(rules).toEqual(['T-1 cantTell', 'T-2 failed', 'T-3 passed']);
  expect(outcome).toBe('failed');
  expect(result.items[0]?.rules[0]?.reason?.fr).toContain('RangeError');
  expect(JSON.stringify(result)).not.toContain('PAT-TROIS is personal');
});

test('a rule that throws alone makes the item inconclusive', () => {
  expect(judgeWith([rule('T-1', ['throw']), rule('T-2', [])]).outcome).toBe('cantTell');
});

test('what a rule found before it threw is kept', () => {
  const { result, outcome } = judgeWith([rule('T-1', [bad, 'throw'])]);
  expect(result.findings).toHaveLength(1);
  expect(result.items[0]?.rules[0]).toMatchObject({ outcome: 'failed', findings: 1 });
  expect(result.items[0]?.rules[0]?.reason).toBeDefined();
  expect(outcome).toBe('failed');
});

test('a light finding does not hide that the rest of an obligation could not be checked', () => {
  const light: Problem<'bad'> = { ...bad, severity: 'warning' };
  expect(judgeWith([rule('T-1', [light, unknown])]).outcome).toBe('cantTell');
  expect(judgeWith([rule('T-1', [light])]).outcome).toBe('passed');
});

test('a missing table gives the reason of the rule', () => {
  const { result, outcome } = judgeWith([rule('T-1', [unknown])]);
  expect(outcome).toBe('cantTell');
  expect(result.items[0]?.rules[0]?.reason).toEqual(unknown.cantTell);
});

test('not knowing about a warning does not make the item inconclusive', () => {
  expect(judgeWith([rule('T-1', [unknown], { severity: 'warning' }), rule('T-2', [])]).outcome).toBe('passed');
  expect(judgeWith([rule('T-1', [unknown])], { 'T-1': 'warning' }).outcome).toBe('passed');
});

test('rules that do not apply pass nothing', () => {
  const none = rule('T-1', [bad], { appliesTo: () => false });
  const { rules, outcome, result } = judgeWith([none]);
  expect(rules).toEqual(['T-1 inapplicable']);
  expect(outcome).toBe('inapplicable');
  expect(result).toMatchObject({ outcome: 'cantTell', reason: { en: 'Nothing was checked' } });
  expect(judgeWith([none, rule('T-2', [])]).outcome).toBe('passed');
});

test('appliesTo that throws is cantTell too', () => {
  const appliesTo = () => {
    throw new TypeError('x');
  };
  expect(judgeWith([rule('T-1', [], { appliesTo })]).rules).toEqual(['T-1 cantTell']);
});

test('the heaviest severity of a rule is told, and its catalogue entry travels along', () => {
  const { result } = judgeWith([
    rule('T-1', [{ ...bad, severity: 'information' }, bad, { ...bad, severity: 'fatal' }]),
  ]);
  expect(result.items[0]?.rules[0]).toMatchObject({ severity: 'fatal', findings: 3 });
  expect(Object.keys(result.rules)).toEqual(['T-1']);
  expect(result.counts.findings).toEqual({ fatal: 1, error: 1, warning: 0, information: 1 });
});

test('the severity of the pack wins over the problem’s own', () => {
  const { result } = judgeWith([rule('T-1', [{ ...bad, severity: 'information' }])], { 'T-1': 'error' });
  expect(result.findings[0]?.severity).toBe('error');
});

test('a pack that was not given is our own defect', () => {
  const evidence = new MadeEvidence();
  evidence.document(adt('A28'));
  const judging = () => judge(evidence.set(), { packs: new Map(), rules: [], toolVersion: 'test' });
  expect(judging).toThrow(expect.objectContaining({ code: 'defect' }));
});
