import type { Comparison } from './compare.js';
import { OUTSIDE_LABELS } from './outside-words.js';

/** Whether both verdicts are the same, in words. A verdict that could not be given agrees with none. */
export function agreementOf({ report, ours }: Comparison) {
  if (ours === 'cantTell' || report.outcome === 'cantTell') return OUTSIDE_LABELS.undecided;
  return ours === report.outcome ? OUTSIDE_LABELS.same : OUTSIDE_LABELS.different;
}
