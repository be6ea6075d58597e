import type { Problem } from '../../../core/index.js';
import type { Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { Hl7v2Exchange } from '../context.js';
import { ownValue } from '../pack-values.js';

export type Answer = Hl7v2Exchange['answers'][number];

/** MSA-1 by meaning (table 0008): the second letter says it in both modes. */
export function isAccepted(code: string): boolean {
  return code === 'AA' || code === 'CA';
}

export function isRefused(code: string): boolean {
  return code === 'AE' || code === 'AR' || code === 'CE' || code === 'CR';
}

export function acknowledgementCode({ message }: Answer): string {
  return message.field('MSA', 1).text;
}

/** ERR-3 to ERR-11 exist from HL7 2.5 on; before, an answer tells its error in MSA-3 or ERR-1 (reference §6.3). */
export function knowsErr3(sent: Hl7v2Message): boolean {
  return sent.version === '' || sent.version >= '2.5';
}

/** False when MSH-15 and MSH-16 both say never. */
export function expectsAnswer(sent: Hl7v2Message): boolean {
  return !(sent.msh.field(15).text === 'NE' && sent.msh.field(16).text === 'NE');
}

/** ERR-3 codes of an answer, warnings and information left out. */
export function errorCodes(answer: Answer): string[] {
  return answer.message
    .all('ERR')
    .filter(isError)
    .map((err) => err.field(3).component(1).text)
    .filter((code) => code !== '' && code !== '0');
}

/** ERR-4 empty counts as an error: the answer says nothing milder. */
export function isError(err: Segment): boolean {
  const severity = err.field(4).text;
  return severity !== 'W' && severity !== 'I';
}

/** The answer to the application, where details stand, is the last one. */
export function lastAnswer({ answers }: Hl7v2Exchange): Answer | undefined {
  return answers.at(-1);
}

/** Tells that a problem lies in the answer and not in the message sent. */
export function inAnswer<MessageId extends string>(answer: Answer, problem: Problem<MessageId>): Problem<MessageId> {
  return { ...problem, evidenceId: answer.item.id };
}

/** Classes of table 0357 (reference §7.3): what the content gets wrong, and what the receiver does not support. */
const CLASSES: Readonly<Record<string, 'content' | 'support'>> = {
  '100': 'content',
  '101': 'content',
  '102': 'content',
  '103': 'content',
  '198': 'content',
  '199': 'content',
  '200': 'support',
  '201': 'support',
  '202': 'support',
  '203': 'support',
};

/** Undefined for codes that either answer may carry (204 to 207). */
export function classOfError(code: string): 'content' | 'support' | undefined {
  return ownValue(CLASSES, code);
}
