import type { Language, RunResult, SuppressionUse } from '../core/index.js';
import { SUPPRESSION_STATES } from './labels.js';

export interface SuppressionRow {
  readonly state: SuppressionUse['state'];
  /** State in words, with the number of findings when it applies. */
  readonly told: string;
  /** Rule and, when the entry names them, constraint, path and evidence. */
  readonly target: string;
  readonly reason: string;
  readonly author: string;
  /** Empty: without end. */
  readonly expires: string;
  readonly requirementId: string;
}

/** Entries of the suppression file; those that suppress nothing come first: someone has to act on them. */
export function suppressionRows({ suppressions }: RunResult, language: Language): SuppressionRow[] {
  const rows = (suppressions?.entries ?? []).map((entry): SuppressionRow => {
    const { state, findings, rule, constraint, path, evidence, reason, author, expires, requirementId } = entry;
    const word = SUPPRESSION_STATES[state][language];
    return {
      state,
      told: state === 'applied' ? `${word} (${findings})` : word,
      target: [rule, constraint, path, evidence].filter((part) => part).join(' · '),
      reason,
      author,
      expires: expires ?? '',
      requirementId: requirementId ?? '',
    };
  });
  return [...rows.filter(({ state }) => state !== 'applied'), ...rows.filter(({ state }) => state === 'applied')];
}

/** It suppresses nothing: reports tell it as a warning. */
export const isIdle = ({ state }: SuppressionRow): boolean => state !== 'applied';
