import type { Element } from '../../../formats/hl7v2/index.js';
import type { ElementRow } from '../../../packs/index.js';
import { evaluatePredicate, type PredicateScope } from './evaluate-predicate.js';

/**
 * How an element breaks its C or CE row, if it does: C must stand when the predicate holds, and neither C nor CE may
 * stand when it does not (IHE ITI TF-2 Appendix C, usage codes), unless the row allows it otherwise.
 */
export function conditionBroken(
  row: ElementRow,
  element: Element,
  scope: PredicateScope,
): 'missing' | 'notAllowed' | undefined {
  if (!row.predicate) return undefined;
  const isValued = element.isValued;
  if (isValued === evaluatePredicate(row.predicate, scope)) return undefined;
  if (isValued) return row.otherwise === 'O' ? undefined : 'notAllowed';
  return row.usage === 'C' ? 'missing' : undefined;
}
