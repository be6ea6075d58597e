import type { Outcome } from '../../core/index.js';
import type { Dossier } from '../description/read-dossier.js';
import type { PenetrationTestRule } from '../referential/types.js';
import type { Gathered, GatheredFile } from './gathered.js';

export interface PenetrationTestState {
  readonly rule: PenetrationTestRule;
  /** `cantTell` when nothing is stated, or its report is not there. */
  readonly outcome: Extract<Outcome, 'passed' | 'failed' | 'cantTell'>;
  readonly high?: number;
  readonly medium?: number;
  readonly report?: GatheredFile;
}

/** The gate of the penetration test: what is left must stay under the limits of the rule, and its report be there. */
export function assessPenetrationTest(
  { penetrationTest }: Dossier,
  rule: PenetrationTestRule,
  gathered: Gathered,
): PenetrationTestState {
  if (!penetrationTest) return { rule, outcome: 'cantTell' };
  const { high, medium, report: path } = penetrationTest;
  const report = path === undefined ? undefined : (gathered.files.get(path) ?? { path, state: 'missing' as const });
  const state = { rule, high, medium, ...(report && { report }) };
  if (high > rule.maxHigh || medium > rule.maxMedium) return { ...state, outcome: 'failed' };
  return { ...state, outcome: report?.state === 'present' ? 'passed' : 'cantTell' };
}
