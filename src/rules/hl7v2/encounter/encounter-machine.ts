import type { EncounterStateRow, Hl7v2Profile } from '../../../packs/index.js';

export type States = ReadonlySet<string>;

/**
 * The encounter states of a pack, read as a machine over *sets* of states: a sequence may start in the middle of a stay,
 * so what is known is where the encounter can be. An event is illegal when it is legal in none of those states.
 */
export class EncounterMachine {
  readonly all: States;
  /** States that no row leads to: where an encounter begins. */
  readonly initial: States;
  readonly #events: ReadonlySet<string>;

  constructor(private readonly rows: Readonly<Record<string, EncounterStateRow>>) {
    const transitions = Object.values(rows).flatMap(({ next }) => next);
    const targets = new Set(transitions.map(({ to }) => to));
    this.all = new Set(Object.keys(rows));
    this.initial = new Set([...this.all].filter((id) => !targets.has(id)));
    this.#events = new Set(transitions.flatMap(({ events }) => events));
  }

  get isEmpty(): boolean {
    return this.all.size === 0;
  }

  /** False for an event that no row mentions: it leaves the state alone. */
  knows(event: string): boolean {
    return this.#events.has(event);
  }

  /** Where the event leads from those states; empty when it is legal in none. An unknown class fits every row. */
  next(states: States, event: string, patientClass: string): States {
    const reached = new Set<string>();
    for (const id of states) {
      for (const { events, to, classes } of this.rows[id]?.next ?? []) {
        if (!events.includes(event)) continue;
        if (classes && patientClass !== '' && !classes.includes(patientClass)) continue;
        reached.add(to === 'same' ? id : to);
        if (patientClass !== '') break;
      }
    }
    return reached;
  }

  /** States in which the event is legal. */
  statesBefore(event: string, patientClass: string): States {
    return new Set([...this.all].filter((id) => this.next(new Set([id]), event, patientClass).size > 0));
  }

  /** True when nothing is legal any more. */
  isOver(states: States): boolean {
    return states.size > 0 && [...states].every((id) => (this.rows[id]?.next.length ?? 0) === 0);
  }

  /** Events legal in at least one of those states, sorted. */
  legalEvents(states: States): string[] {
    const events = [...states].flatMap((id) => this.rows[id]?.next.flatMap((row) => row.events) ?? []);
    return [...new Set(events)].sort();
  }
}

const machines = new WeakMap<Hl7v2Profile, EncounterMachine>();

export function machineOf(profile: Hl7v2Profile): EncounterMachine {
  let machine = machines.get(profile);
  if (machine === undefined) {
    machine = new EncounterMachine(profile.encounterStates);
    machines.set(profile, machine);
  }
  return machine;
}
