import type { Hl7v2Message, Segment } from '../../../formats/hl7v2/index.js';
import type { GrammarRow, Usage } from '../../../packs/index.js';
import { automatonOf, START, type StructureAutomaton } from './structure-automaton.js';

/** One thing to change so that the segments of a message follow a grammar. */
export interface StructureProblem {
  /**
   * `missing`: a required segment is not there. `unexpected`: the grammar does not know the segment, or forbids it
   * (`usage` is then `X`). `misplaced`: it knows it, elsewhere. `tooMany`: it is there already and does not repeat.
   */
  readonly kind: 'missing' | 'unexpected' | 'misplaced' | 'tooMany';
  readonly segmentName: string;
  /** The segment that stands there; absent for `missing`. */
  readonly segment?: Segment;
  /** The last segment that is in its place before; a missing one would stand right after it. */
  readonly after?: Segment;
  readonly usage?: Usage;
  /** Number of neighbouring segments that this one problem stands for, when more than one. */
  readonly count?: number;
}

/**
 * Compares the segments of a message with a grammar and gives the fewest problems that explain the difference.
 * Segments the grammar does not know are `unexpected`, local (Z) segments included: the caller decides about those.
 * The time is proportional to the number of segments.
 */
export function matchStructure(message: Hl7v2Message, grammar: GrammarRow): readonly StructureProblem[] {
  const automaton = automatonOf(grammar);
  if (followsGrammar(message, automaton)) return [];
  return problemsOf(message, automaton, bestMatch(message, automaton));
}

/** The usual case: each segment has exactly one place to go to. */
function followsGrammar(message: Hl7v2Message, automaton: StructureAutomaton): boolean {
  let place: number = START;
  for (const segment of message.segments) {
    const next = automaton.step(place, segment.name);
    if (next === undefined || next < 0) return false;
    place = next;
  }
  return automaton.last.has(place);
}

/** Segments that are in their place, last first; the others are skipped. */
interface Match {
  readonly index: number;
  readonly place: number;
  readonly before: Match | undefined;
}

/** The best match that ends at a place; `score` is its cost less that of leaving out every segment up to it. */
interface Best {
  readonly match: Match | undefined;
  readonly score: number;
}

/** Of two equal explanations take the one that leaves out fewer segments, then the one whose problems come later. */
const PER_SEGMENT_LEFT_OUT = 1e-6;
const PER_SEGMENT_BEFORE = 1e-12;

/**
 * Cheapest way through the automaton, where leaving a segment out and passing by a required place cost one each.
 * Only the best match per place is kept (places are few), so nothing grows with the message but the match itself.
 */
function bestMatch(message: Hl7v2Message, automaton: StructureAutomaton): { match: Match | undefined; end: number } {
  const best = new Map<number, Best>([[START, { match: undefined, score: 0 }]]);
  for (const [index, segment] of message.segments.entries()) {
    const found: [number, Best][] = [];
    const one = 1 - index * PER_SEGMENT_BEFORE;
    for (const place of automaton.byName.get(segment.name) ?? []) {
      const candidate = cheapest(best, (from) => automaton.wayFrom(from).costTo(place) * one);
      if (!candidate) continue;
      const score = candidate.score - one - PER_SEGMENT_LEFT_OUT;
      if (score < (best.get(place)?.score ?? Number.POSITIVE_INFINITY)) {
        found.push([place, { match: { index, place, before: candidate.match }, score }]);
      }
    }
    for (const [place, match] of found) best.set(place, match);
  }
  const one = 1 - message.segments.length * PER_SEGMENT_BEFORE;
  const end = cheapest(best, (from) => automaton.wayFrom(from).costToEnd * one);
  return { match: end?.match, end: end?.match?.place ?? START };
}

function cheapest(best: ReadonlyMap<number, Best>, costFrom: (place: number) => number): Best | undefined {
  let cheapest: Best | undefined;
  for (const [from, { match, score }] of best) {
    const cost = score + costFrom(from);
    if (Number.isFinite(cost) && (!cheapest || cost < cheapest.score)) cheapest = { match, score: cost };
  }
  return cheapest;
}

function problemsOf(
  message: Hl7v2Message,
  automaton: StructureAutomaton,
  { match, end }: { match: Match | undefined; end: number },
): StructureProblem[] {
  const matches: Match[] = [];
  for (let at = match; at; at = at.before) matches.push(at);
  matches.reverse();
  const placed = new Set(matches.map(({ index }) => message.segments[index]?.name ?? ''));
  const collector = new ProblemCollector(message, automaton, placed);
  let place: number = START;
  let index = 0;
  for (const next of matches) {
    collector.missing(automaton.wayFrom(place).missingTo(next.place));
    for (; index < next.index; index++) collector.skipped(index);
    collector.after = message.segments[index++];
    place = next.place;
  }
  collector.missing(automaton.wayFrom(end).missingToEnd());
  for (; index < message.segments.length; index++) collector.skipped(index);
  return collector.problems();
}

class ProblemCollector {
  after: Segment | undefined;
  readonly #problems: StructureProblem[] = [];
  readonly #skippedNames = new Set<string>();
  #previousSkipped = -2;

  constructor(
    readonly message: Hl7v2Message,
    readonly automaton: StructureAutomaton,
    /** Names of segments that are in their place somewhere. */
    readonly placed: ReadonlySet<string>,
  ) {}

  missing(places: readonly number[]): void {
    for (const index of places) {
      const place = this.automaton.places[index];
      if (place) this.#add({ kind: 'missing', segmentName: place.segment, usage: place.usage ?? 'R' });
    }
  }

  skipped(index: number): void {
    const segment = this.message.segments[index] as Segment;
    const kind = this.#kindOf(segment.name);
    const last = this.#problems.at(-1);
    const neighbours = index === this.#previousSkipped + 1;
    this.#previousSkipped = index;
    this.#skippedNames.add(segment.name);
    if (last && neighbours && last.segment && last.segmentName === segment.name && last.kind === kind) {
      this.#problems[this.#problems.length - 1] = { ...last, count: (last.count ?? 1) + 1 };
      return;
    }
    const forbidden = kind === 'unexpected' && this.automaton.forbidden.has(segment.name);
    this.#add({ kind, segmentName: segment.name, segment, ...(forbidden && { usage: 'X' as const }) });
  }

  /** A segment that stands in a wrong place is not missing as well. */
  problems(): StructureProblem[] {
    return this.#problems.filter(({ kind, segmentName }) => kind !== 'missing' || !this.#skippedNames.has(segmentName));
  }

  #add(problem: StructureProblem): void {
    this.#problems.push({ ...problem, ...(this.after && { after: this.after }) });
  }

  #kindOf(name: string): StructureProblem['kind'] {
    const places = this.automaton.byName.get(name);
    if (!places) return 'unexpected';
    if (this.after?.name === name) return 'tooMany';
    const repeats = places.some((place) => Number.isFinite(this.automaton.wayFrom(place).costTo(place)));
    return this.placed.has(name) && !repeats ? 'tooMany' : 'misplaced';
  }
}
