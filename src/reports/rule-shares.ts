import type { Language, RunResult } from '../core/index.js';
import { type Share, sharesOf, type Tone, toneOf } from './verdict.js';

export interface RuleShares {
  readonly ruleId: string;
  /** Only the ends the rule came to. */
  readonly shares: readonly Share[];
}

/** Every rule with all its outcomes: catalogue order, then rules the catalogue does not hold. */
export function shareOfRules(result: RunResult, language: Language): RuleShares[] {
  const tones = new Map<string, Tone[]>(Object.keys(result.rules).map((ruleId) => [ruleId, []]));
  for (const item of result.items) {
    for (const rule of item.rules) {
      const own = tones.get(rule.ruleId) ?? [];
      tones.set(rule.ruleId, own);
      own.push(toneOf(rule, item));
    }
  }
  return [...tones].map(([ruleId, own]) => {
    const shares = sharesOf(own.length > 0 ? own : ['untested'], language);
    return { ruleId, shares: shares.filter(({ count }) => count > 0) };
  });
}
