import { makeError } from '../../core/index.js';

/** A fault the DMN plays on purpose, to see how the sender copes. */
export const FAULTS = [
  'none',
  'no-answer',
  'cut-mid-frame',
  'garbage',
  'wrong-control-id',
  'missing-start-block',
  'missing-end-block',
  'two-answers',
  'close',
] as const;
export type Fault = (typeof FAULTS)[number];

export const ANSWER_CODES = ['AA', 'AE', 'AR', 'CA', 'CE', 'CR'] as const;
export type AnswerCode = (typeof ANSWER_CODES)[number];

/** One line of a behaviour file: when it applies and what the DMN then does. */
export interface BehaviourRule {
  /** Trigger event (`A28`); absent: every event. */
  readonly event?: string;
  /** Only the n-th message that fits, from 1; absent: each of them. */
  readonly nth?: number;
  /** Replaces the code the DMN would give. */
  readonly answer?: AnswerCode;
  /** ERR-3 code to go with a negative answer. */
  readonly error?: string;
  readonly delayMs?: number;
  readonly fault?: Fault;
}

const MAX_DELAY_MS = 600_000;

/**
 * Reads a behaviour: `{ rules: [ { event, nth, answer, error, delayMs, fault } ] }`. The first rule that fits a message
 * is played. Throws the operator error `bad-behaviour` naming the rule and the key.
 */
export function readBehaviour(value: unknown, file: string): BehaviourRule[] {
  const bad = (place: string, reasonFr: string, reasonEn: string) =>
    makeError('bad-behaviour', { file, place, reasonFr, reasonEn });
  const list = isRecord(value) ? value.rules : undefined;
  const stray = isRecord(value) ? Object.keys(value).find((key) => key !== 'rules') : undefined;
  if (stray !== undefined) throw bad(stray, 'clé inconnue ; seule clé : rules', 'unknown key; the only key: rules');
  if (!Array.isArray(list)) throw bad('rules', 'une liste « rules » est attendue', 'a list "rules" is expected');
  return list.map((entry: unknown, index) => {
    const place = `rules[${index}]`;
    if (!isRecord(entry)) throw bad(place, 'un objet est attendu', 'an object is expected');
    for (const [key, content] of Object.entries(entry)) {
      const check = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
      if (!check)
        throw bad(
          `${place}.${key}`,
          `clé inconnue ; clés : ${Object.keys(KEYS).join(', ')}`,
          `unknown key; keys: ${Object.keys(KEYS).join(', ')}`,
        );
      if (!check.test(content))
        throw bad(`${place}.${key}`, `attendu : ${check.expected}`, `expected: ${check.expected}`);
    }
    return entry as BehaviourRule;
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const oneOf = (words: readonly string[]) => ({
  test: (value: unknown) => typeof value === 'string' && words.includes(value),
  expected: words.join(' | '),
});

const KEYS: Readonly<Record<string, { test: (value: unknown) => boolean; expected: string }>> = {
  event: { test: (value) => typeof value === 'string' && /^[A-Z][A-Z0-9]{2}$/.test(value), expected: 'A28, A31, Z99…' },
  nth: { test: (value) => Number.isInteger(value) && Number(value) >= 1, expected: '1, 2, 3…' },
  answer: oneOf(ANSWER_CODES),
  error: { test: (value) => typeof value === 'string' && /^\d{3}$/.test(value), expected: '"101", "207"… (HL7 0357)' },
  delayMs: {
    test: (value) => typeof value === 'number' && value >= 0 && value <= MAX_DELAY_MS,
    expected: `0…${MAX_DELAY_MS}`,
  },
  fault: oneOf(FAULTS),
};

/** Picks the rule for each message in turn; counts are per rule. */
export class BehaviourScript {
  readonly #seen: number[];

  constructor(private readonly rules: readonly BehaviourRule[]) {
    this.#seen = rules.map(() => 0);
  }

  next(event: string): BehaviourRule | undefined {
    for (const [index, rule] of this.rules.entries()) {
      if (rule.event !== undefined && rule.event !== event) continue;
      const seen = (this.#seen[index] ?? 0) + 1;
      this.#seen[index] = seen;
      if (rule.nth === undefined || rule.nth === seen) return rule;
    }
    return undefined;
  }
}
