import type { MessageData, Problem, Severity } from '../../core/index.js';
import type { CdaDocument, XmlNode } from '../../formats/cda/index.js';

export interface ProblemFacts {
  readonly found?: string;
  readonly expected?: string;
  readonly expectedIsPersonal?: boolean;
  readonly data?: MessageData;
  readonly severity?: Severity;
  readonly constraintId?: string;
}

/** Longest value repeated in a finding, in characters. */
const LONGEST_VALUE = 200;

/** A problem at a node: `path`, `found` and `expected` are always there for the message template. */
export function problemAt<MessageId extends string>(
  messageId: MessageId,
  document: CdaDocument,
  node: XmlNode,
  facts: ProblemFacts = {},
): Problem<MessageId> {
  const location = document.locate(node);
  const found = facts.found === undefined ? undefined : clip(facts.found);
  const { expected, severity, constraintId, data } = facts;
  return {
    messageId,
    location,
    data: { path: location.path, found, expected, ...data },
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
    ...(facts.expectedIsPersonal && { expectedIsPersonal: true }),
    ...(severity && { severity }),
    ...(constraintId !== undefined && { constraintId }),
  };
}

function clip(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}
