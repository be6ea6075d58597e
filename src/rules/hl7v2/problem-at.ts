import type { MessageData, Problem, Severity } from '../../core/index.js';
import type { Element, Segment } from '../../formats/hl7v2/index.js';

export interface ProblemFacts {
  readonly found?: string;
  readonly expected?: string;
  readonly data?: MessageData;
  readonly severity?: Severity;
  readonly constraintId?: string;
}

/** Longest value repeated in a finding, in characters: enough to recognise it, whatever the sender put there. */
const LONGEST_VALUE = 200;

/** A problem of an element or segment: `path`, `found` and `expected` are always there for the message template. */
export function problemAt<MessageId extends string>(
  messageId: MessageId,
  element: Element | Segment,
  facts: ProblemFacts = {},
): Problem<MessageId> {
  const found = facts.found === undefined ? undefined : clip(facts.found);
  const { path, message } = element;
  return {
    messageId,
    location: message.locate(element),
    data: { path, found, expected: facts.expected, ...facts.data },
    ...(found !== undefined && { found }),
    ...(facts.expected !== undefined && { expected: facts.expected }),
    ...(facts.severity && { severity: facts.severity }),
    ...(facts.constraintId && { constraintId: facts.constraintId }),
  };
}

function clip(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}
