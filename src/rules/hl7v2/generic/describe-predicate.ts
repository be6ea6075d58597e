import type { Predicate } from '../../../packs/index.js';

/** A predicate in signs that read the same in French and in English: `PV1-2 = I | O`, `MSH-9.2 = A01`, `PID-35 ≠ ∅`. */
export function describePredicate(predicate: Predicate | undefined): string {
  if (!predicate) return '';
  if ('valued' in predicate) return `${predicate.valued} ≠ ∅`;
  if ('equals' in predicate) return `${predicate.equals.path} = ${[predicate.equals.value].flat().join(' | ')}`;
  if ('event' in predicate) return `MSH-9.2 = ${[predicate.event].flat().join(' | ')}`;
  if ('not' in predicate) return `¬(${describePredicate(predicate.not)})`;
  const parts = 'all' in predicate ? predicate.all : predicate.any;
  const joined = parts.map(describePredicate).join('all' in predicate ? ' ∧ ' : ' ∨ ');
  return parts.length > 1 ? `(${joined})` : joined;
}
