import type { GrammarNode, GrammarRow, Usage } from '../../../packs/index.js';

/** One place of a segment in a grammar. */
interface Place {
  readonly segment: string;
  readonly usage: Usage | undefined;
  /** Places that may come next. */
  readonly follow: number[];
}

/** Place 0 is the start of the message. */
export const START = 0;

/**
 * The position automaton (Glushkov) of a grammar: one state per place of a segment, and which place may follow which.
 * Optional parts are skipped by edges, so a way through the automaton passes required segments only.
 * Repetitions are 0, 1 or unbounded, as grammar texts write them.
 */
export class StructureAutomaton {
  readonly places: Place[] = [{ segment: '', usage: undefined, follow: [] }];
  /** Places where the message may end. */
  readonly last: ReadonlySet<number>;
  /** Places by segment name. */
  readonly byName = new Map<string, number[]>();
  /** Names the grammar knows and does not want (`[X]`). */
  readonly forbidden = new Set<string>();
  readonly #next: Map<string, number>[] = [];
  readonly #ways: Way[] = [];

  constructor(nodes: readonly GrammarNode[]) {
    const { first, last, empty } = this.#sequence(nodes);
    this.places[START]?.follow.push(...first);
    this.last = new Set(empty ? [...last, START] : last);
    for (const [index, { segment }] of this.places.entries()) {
      if (index === START) continue;
      const same = this.byName.get(segment);
      if (same) same.push(index);
      else this.byName.set(segment, [index]);
    }
    for (const { follow } of this.places) this.#next.push(this.#nextByName(follow));
  }

  /** The one place after `from` for that segment; undefined when there is none, -1 when there are several. */
  step(from: number, segment: string): number | undefined {
    return this.#next[from]?.get(segment);
  }

  /** Fewest required places passed by on the way from one place to any other. */
  wayFrom(from: number): Way {
    const known = this.#ways[from];
    if (known) return known;
    const way = new Way(this, from);
    this.#ways[from] = way;
    return way;
  }

  #sequence(nodes: readonly GrammarNode[]): Part {
    let part: Part = { first: [], last: [], empty: true };
    for (const node of nodes) {
      const next = this.#part(node);
      if (!next) continue;
      this.#connect(part.last, next.first);
      part = {
        first: part.empty ? [...part.first, ...next.first] : part.first,
        last: next.empty ? [...part.last, ...next.last] : next.last,
        empty: part.empty && next.empty,
      };
    }
    return part;
  }

  #part(node: GrammarNode): Part | undefined {
    if (node.max === 0) {
      if ('segment' in node) this.forbidden.add(node.segment);
      return undefined;
    }
    const part = 'group' in node ? this.#sequence(node.group) : this.#place(node.segment, node.usage);
    if (node.max !== 1) this.#connect(part.last, part.first);
    return { ...part, empty: part.empty || node.min === 0 };
  }

  #place(segment: string, usage: Usage | undefined): Part {
    this.places.push({ segment, usage, follow: [] });
    const index = this.places.length - 1;
    return { first: [index], last: [index], empty: false };
  }

  #connect(from: readonly number[], to: readonly number[]): void {
    for (const place of from) {
      const follow = this.places[place]?.follow;
      for (const next of to) if (follow && !follow.includes(next)) follow.push(next);
    }
  }

  #nextByName(follow: readonly number[]): Map<string, number> {
    const next = new Map<string, number>();
    for (const index of follow) {
      const segment = this.places[index]?.segment ?? '';
      next.set(segment, next.has(segment) ? -1 : index);
    }
    return next;
  }
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

/** Shortest ways from one place: what is missing when the next segment found stands further on. */
export class Way {
  readonly #cost: number[] = [];
  readonly #before: number[] = [];
  readonly #end: number;

  constructor(
    readonly automaton: StructureAutomaton,
    readonly from: number,
  ) {
    const queue = [...(automaton.places[from]?.follow ?? [])];
    for (const place of queue) this.#cost[place] = 0;
    for (const place of queue) {
      for (const next of automaton.places[place]?.follow ?? []) {
        if (this.#cost[next] !== undefined) continue;
        this.#cost[next] = this.costTo(place) + 1;
        this.#before[next] = place;
        queue.push(next);
      }
    }
    const ends = queue.filter((place) => automaton.last.has(place));
    this.#end = ends.reduce((best, place) => (this.costTo(place) < this.costTo(best) ? place : best), ends[0] ?? -1);
  }

  /** Number of places passed by; Infinity when there is no way. */
  costTo(place: number): number {
    return this.#cost[place] ?? Number.POSITIVE_INFINITY;
  }

  /** Number of places still missing when the message ends at `from`. */
  get costToEnd(): number {
    if (this.automaton.last.has(this.from)) return 0;
    return this.costTo(this.#end) + 1;
  }

  /** The places passed by on the way, in order. */
  missingTo(place: number): readonly number[] {
    const missing: number[] = [];
    for (let at = this.#before[place]; at !== undefined; at = this.#before[at]) missing.unshift(at);
    return missing;
  }

  missingToEnd(): readonly number[] {
    if (this.automaton.last.has(this.from) || this.#end < 0) return [];
    return [...this.missingTo(this.#end), this.#end];
  }
}

const automata = new WeakMap<GrammarRow, StructureAutomaton>();

/** Built once per grammar row. */
export function automatonOf(grammar: GrammarRow): StructureAutomaton {
  let automaton = automata.get(grammar);
  if (!automaton) {
    automaton = new StructureAutomaton(grammar.nodes);
    automata.set(grammar, automaton);
  }
  return automaton;
}
