import type { Hl7v2Message } from '../../formats/hl7v2/index.js';

/**
 * Several rules ask the same question about each message, one message after the other: the answer about the last one
 * is kept. It keeps that one message in memory. (A WeakMap with an entry for every message was measured: it made
 * judging three times slower, all of it garbage collection.)
 */
export function rememberLast<Answer>(find: (message: Hl7v2Message) => Answer): (message: Hl7v2Message) => Answer {
  let last: { readonly message: Hl7v2Message; readonly answer: Answer } | undefined;
  return (message) => {
    if (last?.message !== message) last = { message, answer: find(message) };
    return last.answer;
  };
}
