import { OUTCOMES, type Outcome, type RunResult } from '../../src/core/index.js';
import { goldenResult } from './golden-result.js';

/**
 * A run with one item: as many rules of each outcome as `counts` says, in the golden catalogue's texts. The outcome of
 * the whole is the one the judge would give.
 */
export function resultWith(counts: Partial<Record<Outcome, number>>, outcome: Outcome): RunResult {
  const { rules, findings, ...golden } = goldenResult();
  const [template] = Object.values(rules);
  const [finding] = findings;
  if (!template || !finding) throw new Error('the golden result has rules and findings');
  const made = OUTCOMES.flatMap((each) =>
    Array.from({ length: counts[each] ?? 0 }, (_, index) => ({ ruleId: `test/${each}-${index + 1}`, outcome: each })),
  );
  const item = {
    id: 'item-1',
    evidenceId: 'ev-2',
    subject: 'hl7v2/message' as const,
    title: 'ADT^A28^ADT_A05',
    packs: [],
    outcome,
    facts: {},
    rules: made.map(({ ruleId, outcome: own }) => ({
      ruleId,
      outcome: own,
      findings: own === 'failed' ? 1 : 0,
      ...(own === 'failed' && { severity: 'error' as const }),
      ...(own === 'cantTell' && { reason: { fr: 'Java absent', en: 'Java missing' } }),
    })),
  };
  return {
    ...golden,
    incomplete: false,
    outcome,
    steps: [],
    items: [item],
    findings: made
      .filter(({ outcome: own }) => own === 'failed')
      .map(({ ruleId }) => ({ ...finding, ruleId, itemId: item.id })),
    rules: Object.fromEntries(made.map(({ ruleId }) => [ruleId, { ...template, id: ruleId }])),
    counts: { ...golden.counts, rules: { passed: 0, failed: 0, cantTell: 0, inapplicable: 0, untested: 0, ...counts } },
  };
}
