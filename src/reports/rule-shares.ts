import type { Language, RunResult } from '../core/index.js';
import { type Counted, ruleTones, type Share, sharesOf } from './verdict.js';

export interface RuleShares {
  readonly ruleId: string;
  /** Only the ends the rule came to. */
  readonly shares: readonly Share[];
}

/** Every rule with all its outcomes: catalogue order, then rules the catalogue does not hold. */
export function shareOfRules(result: RunResult, language: Language): RuleShares[] {
  const tones = new Map<string, Counted[]>(Object.keys(result.rules).map((ruleId) => [ruleId, []]));
  for (const item of result.items) {
    for (const rule of item.rules) {
      const own = tones.get(rule.ruleId) ?? [];
      tones.set(rule.ruleId, own);
      own.push(...ruleTones(rule, item));
    }
  }
  return [...tones].map(([ruleId, own]) => {
    const shares = sharesOf(own.length > 0 ? own : [['untested', 1]], language);
    return { ruleId, shares: shares.filter(({ count }) => count > 0) };
  });
}
