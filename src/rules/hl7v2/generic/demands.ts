import type { ElementRow, Predicate } from '../../../packs/index.js';
import { predicatePathOf } from './evaluate-predicate.js';

/** Which components of a value hold something: bit `1 << position`. */
export type ValuedMask = number;

/** Positions a mask can tell apart. */
export const MASK_POSITIONS = 30;

/**
 * True for a composite value that surely has every component its type requires and keeps every condition; false when
 * the rules have to look. Most values are good, and a mask costs nothing.
 */
export type SurelyMeets = (valued: ValuedMask) => boolean;

/** What standing and absence of a component say, for the conditions that only ask for components of the same value. */
type MaskTest = (valued: ValuedMask) => boolean;

interface Demand {
  readonly row: ElementRow;
}

export function compileDemands(required: readonly Demand[], conditional: readonly Demand[]): SurelyMeets {
  const tests = conditional.map(({ row }) => conditionTest(row));
  const isWithin = [...required, ...conditional].every(({ row }) => row.position < MASK_POSITIONS);
  if (!isWithin || tests.includes(undefined)) return () => false;
  let mask = 0;
  for (const { row } of required) mask |= 1 << row.position;
  const kept = tests.filter((test) => test !== undefined);
  return (valued) => (valued & mask) === mask && allHold(kept, valued);
}

/** Without a closure: this runs for every composite value of every message. */
function allHold(tests: readonly MaskTest[], valued: ValuedMask): boolean {
  for (const test of tests) if (!test(valued)) return false;
  return true;
}

/** The rule of `conditionBroken` on a mask. */
function conditionTest({ position, predicate, usage, otherwise }: ElementRow): MaskTest | undefined {
  const holds = predicate && maskTest(predicate);
  if (!holds) return undefined;
  const bit = 1 << position;
  return (valued) => {
    const stands = (valued & bit) !== 0;
    return stands === holds(valued) || (stands ? otherwise === 'O' : usage !== 'C');
  };
}

function maskTest(predicate: Predicate): MaskTest | undefined {
  if ('valued' in predicate) {
    const { segment, position } = predicatePathOf(predicate.valued);
    if (segment !== undefined || position >= MASK_POSITIONS) return undefined;
    return (valued) => (valued & (1 << position)) !== 0;
  }
  if ('all' in predicate) return combined(predicate.all, allHold);
  if ('any' in predicate) return combined(predicate.any, (tests, valued) => tests.some((test) => test(valued)));
  if ('not' in predicate) {
    const test = maskTest(predicate.not);
    return test && ((valued) => !test(valued));
  }
  return undefined;
}

function combined(
  parts: readonly Predicate[],
  combine: (tests: readonly MaskTest[], valued: ValuedMask) => boolean,
): MaskTest | undefined {
  const tests = parts.map(maskTest).filter((test) => test !== undefined);
  return tests.length === parts.length ? (valued) => combine(tests, valued) : undefined;
}
