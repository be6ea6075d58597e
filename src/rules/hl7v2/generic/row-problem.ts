import { lowerSeverity, type Problem, type Severity } from '../../../core/index.js';
import type { Element, Segment } from '../../../formats/hl7v2/index.js';
import type { ElementRow } from '../../../packs/index.js';
import type { Hl7v2Context } from '../context.js';
import { type ProblemFacts, problemAt } from '../problem-at.js';

/**
 * A problem about a row: names the element and the row that was broken.
 * A national row weighs less on a message that does not declare the French profile, where the pack says so.
 */
export function rowProblem<MessageId extends string>(
  messageId: MessageId,
  element: Element | Segment,
  row: ElementRow,
  context: Hl7v2Context,
  facts: ProblemFacts & { readonly severity: Severity },
): Problem<MessageId> {
  const lowered = context.pack.lowerFrenchWhenUndeclared && !context.declaresFrenchProfile && row.trust === 'national';
  const severity = row.severity ?? facts.severity;
  return problemAt(messageId, element, {
    ...facts,
    severity: lowered ? lowerSeverity(severity) : severity,
    data: { ...namesOf(row), ...facts.data },
    constraintId: constraintOf(row),
  });
}

/** Data of a message is the same in both languages: each template takes the name of its own. */
export function namesOf({ name }: ElementRow): { nameFr: string; nameEn: string } {
  return { nameFr: name.fr, nameEn: name.en };
}

/** Id of a row as users see it: `ihe-pam-fr#PID-8`. */
export function constraintOf({ pack, id }: { readonly pack: string; readonly id: string }): string {
  return `${pack}#${id}`;
}

/** How often an element may stand, as packs write it: `1..*`. */
export function cardinalityOf({ min, max }: ElementRow): string {
  return `${min}..${max ?? '*'}`;
}
