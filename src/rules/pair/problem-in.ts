import type { Problem } from '../../core/index.js';
import type { XmlNode } from '../../formats/cda/index.js';
import { type ProblemFacts, problemAt } from '../cda/problem-at.js';
import type { PairHalf } from './context.js';

/** A problem at a node of one half, in the evidence of that half. */
export function problemIn<MessageId extends string>(
  messageId: MessageId,
  half: PairHalf,
  node: XmlNode | undefined,
  facts: ProblemFacts = {},
): Problem<MessageId> {
  const problem = problemAt(messageId, half.document, node ?? half.document.root, facts);
  return { ...problem, evidenceId: half.item.id };
}
