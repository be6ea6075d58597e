import type { Problem } from '../../../core/index.js';
import { problemAt } from '../problem-at.js';
import { codesOf, type ForeignCode } from './coded-values.js';
import { constraintOf, namesOf } from './row-problem.js';

/** The row that was broken is the table's: it is what one changes to allow the code. */
export function codeProblem<MessageId extends string>(
  messageId: MessageId,
  { element, plan, table, code }: ForeignCode,
): Problem<MessageId> {
  return problemAt(messageId, element, {
    found: code,
    expected: codesOf(table),
    data: { ...namesOf(plan.row), table: table.id },
    constraintId: constraintOf(table),
    ...(plan.row.severity && { severity: plan.row.severity }),
  });
}
