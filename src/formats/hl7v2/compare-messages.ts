import { decodeRaw } from './escape.js';
import type { Hl7v2Message } from './message.js';
import type { Segment } from './segment.js';

/** One difference between two messages. Values are raw text, with the escapes of their message. */
export interface Difference {
  /** `PID-5.2`, `NK1(2)`; of the second message for what was added, of the first for the rest. */
  readonly path: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly before?: string;
  readonly after?: string;
}

/**
 * Differences down to the sub-component. Segments are paired by name, in order, so that one more segment is one
 * difference. `ignore`: paths left out with all they hold; `PID-3` stands for every repetition, `EVN` for the segment.
 */
export function compareMessages(
  before: Hl7v2Message,
  after: Hl7v2Message,
  ignore: readonly string[] = [],
): Difference[] {
  const skipped = new Set(ignore);
  const isIgnored = (path: string) => prefixesOf(path).some((prefix) => skipped.has(prefix));
  const differences: Difference[] = [];
  for (const [left, right] of alignSegments(before.segments, after.segments)) {
    if (left && right) differences.push(...compareSegments(left, right));
    else if (left) differences.push({ path: left.path, kind: 'removed', before: textOf(left) });
    else if (right) differences.push({ path: right.path, kind: 'added', after: textOf(right) });
  }
  return differences.filter(({ path }) => !isIgnored(path));
}

/** `PID-3[2].4.1` → itself, `PID-3[2].4`, `PID-3[2]`, `PID-3`, `PID`, and the same without repetition and occurrence. */
function prefixesOf(path: string): string[] {
  const cut = (text: string) => {
    const ends = [...text.matchAll(/[-.[]|$/g)].map(({ index }) => text.slice(0, index));
    return ends.filter((each) => each !== '');
  };
  const plain = path.replace(/\[\d+\]/g, '').replace(/\(\d+\)/, '');
  return [...cut(path), path, ...cut(plain), plain];
}

type Pair = readonly [Segment | undefined, Segment | undefined];

/** Longest common run of segment names; names are short and messages rarely long, beyond that they are paired in order. */
function alignSegments(left: readonly Segment[], right: readonly Segment[]): Pair[] {
  if (left.length * right.length > 4_000_000) {
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [left[at], right[at]] as const);
  }
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const down = lengths[(row + 1) * width + column] ?? 0;
      const across = lengths[row * width + column + 1] ?? 0;
      const diagonal = (lengths[(row + 1) * width + column + 1] ?? 0) + 1;
      lengths[row * width + column] = left[row]?.name === right[column]?.name ? diagonal : Math.max(down, across);
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row]?.name === right[column]?.name) {
      pairs.push([left[row], right[column]]);
      row += 1;
      column += 1;
    } else if (
      column >= right.length ||
      (row < left.length && (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      pairs.push([left[row], undefined]);
      row += 1;
    } else {
      pairs.push([undefined, right[column]]);
      column += 1;
    }
  }
  return pairs;
}

function* compareSegments(left: Segment, right: Segment): Generator<Difference> {
  const [before, after] = [[...left.fields()], [...right.fields()]];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const [one, other] = [before[index], after[index]];
    const path = `${left.path}-${index + 1}`;
    if (one?.isLiteral || other?.isLiteral) {
      yield* difference(path, one?.text ?? '', other?.text ?? '');
      continue;
    }
    const [ours, theirs] = [one?.repetitions ?? [], other?.repetitions ?? []];
    const many = Math.max(ours.length, theirs.length) > 1;
    for (let repetition = 0; repetition < Math.max(ours.length, theirs.length); repetition += 1) {
      const name = many ? `${path}[${repetition + 1}]` : path;
      yield* compareParts(name, partsOf(ours[repetition]), partsOf(theirs[repetition]));
    }
  }
}

/** Components, each as its sub-components. */
type Parts = readonly (readonly string[])[];
type PartedElement = {
  readonly components: readonly { readonly subcomponents: readonly { readonly text: string }[] }[];
};

function partsOf(repetition: PartedElement | undefined): Parts {
  return repetition?.components.map((component) => component.subcomponents.map((leaf) => leaf.text)) ?? [];
}

function* compareParts(path: string, before: Parts, after: Parts): Generator<Difference> {
  const count = Math.max(before.length, after.length);
  for (let component = 0; component < count; component += 1) {
    const [ours, theirs] = [before[component] ?? [], after[component] ?? []];
    const own = count > 1 ? `${path}.${component + 1}` : path;
    const leaves = Math.max(ours.length, theirs.length);
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const name = leaves > 1 ? `${count > 1 ? own : `${path}.1`}.${leaf + 1}` : own;
      yield* difference(name, ours[leaf] ?? '', theirs[leaf] ?? '');
    }
  }
}

/** Values with their escapes resolved and their bytes decoded: two encodings of one text are no difference. */
function* difference(path: string, before: string, after: string): Generator<Difference> {
  if (before === after) return;
  if (before === '') yield { path, kind: 'added', after };
  else if (after === '') yield { path, kind: 'removed', before };
  else yield { path, kind: 'changed', before, after };
}

function textOf(segment: Segment): string {
  return decodeRaw(segment.raw, segment.message.charset);
}
