import type { Text } from '../../core/index.js';
import { segmentsOfGrammar } from '../grammar.js';
import type { ElementRow, Hl7v2Profile, Predicate } from '../types.js';
import { addMistake, below, type CompileContext, type Place } from './merge-rows.js';
import { unknownName } from './problems.js';
import type { PackSources } from './read-folder.js';
import type { ElementFile } from './schema.js';

const WORDS = {
  table: { fr: 'table', en: 'table' },
  dataType: { fr: 'type de données', en: 'data type' },
  grammar: { fr: 'grammaire', en: 'grammar' },
  event: { fr: 'événement', en: 'event' },
  segment: { fr: 'segment', en: 'segment' },
  state: { fr: 'état', en: 'state' },
  element: { fr: 'élément', en: 'element' },
} as const satisfies Record<string, Text>;

/** Every name a pack's own rows use must be a name of the merged pack. */
export function checkReferences(sources: PackSources, profile: Hl7v2Profile, context: CompileContext): void {
  const names = new NameChecker(profile, context);
  for (const source of sources.segments) {
    names.elements(source.data.fields ?? [], { source, path: ['fields'] });
  }
  for (const source of sources.dataTypes) {
    names.elements(source.data.components ?? [], { source, path: ['components'] }, source.data.id);
  }
  if (sources.dictionary) checkDictionary(sources.dictionary, names);
  for (const source of sources.events) {
    for (const [index, row] of source.data.entries()) {
      const place = { source, path: [index] };
      names.check('grammar', row.grammar ?? row.structure, below(place, row.grammar ? 'grammar' : 'structure'));
      if (row.cancelledBy) names.check('event', row.cancelledBy, below(place, 'cancelledBy'));
      for (const event of row.cancels ?? []) names.check('event', event, below(place, 'cancels'));
    }
  }
  for (const source of sources.grammars) {
    for (const [index, { id }] of source.data.entries()) {
      names.grammarSegments(id, { source, path: [index, 'text'] });
    }
  }
  checkEncounter(sources, names);
}

function checkDictionary(source: NonNullable<PackSources['dictionary']>, names: NameChecker): void {
  for (const [id, { fields }] of Object.entries(source.data.segments)) {
    for (const [index, [, type, , , , table]] of fields.entries()) {
      names.typeAndTable({ type, table }, { source, path: ['segments', id, 'fields', index] });
    }
  }
  for (const [id, { components }] of Object.entries(source.data.dataTypes)) {
    for (const [index, [, type, , , , table]] of components.entries()) {
      names.typeAndTable({ type, table }, { source, path: ['dataTypes', id, 'components', index] });
    }
  }
  for (const id of Object.keys(source.data.grammars)) names.grammarSegments(id, { source, path: ['grammars', id] });
}

function checkEncounter(sources: PackSources, names: NameChecker): void {
  for (const source of sources.encounter) {
    for (const [index, { next }] of (source.data.states ?? []).entries()) {
      for (const [step, { events, to }] of next.entries()) {
        const place = { source, path: ['states', index, 'next', step] };
        for (const event of events) names.check('event', event, below(place, 'events'));
        if (to !== 'same') names.check('state', to, below(place, 'to'));
      }
    }
    for (const [from, changes] of Object.entries(source.data.classChanges ?? {})) {
      for (const [to, event] of Object.entries(changes)) {
        names.check('event', event, { source, path: ['classChanges', from, to] });
      }
    }
  }
}

class NameChecker {
  readonly #known: Readonly<Record<Exclude<keyof typeof WORDS, 'element'>, Readonly<Record<string, unknown>>>>;

  constructor(
    readonly profile: Hl7v2Profile,
    readonly context: CompileContext,
  ) {
    const { tables, dataTypes, grammars, events, segments, encounterStates } = profile;
    this.#known = {
      table: tables,
      dataType: dataTypes,
      grammar: grammars,
      event: events,
      segment: segments,
      state: encounterStates,
    };
  }

  check(kind: Exclude<keyof typeof WORDS, 'element'>, name: string, place: Place): void {
    const known = this.#known[kind];
    if (!Object.hasOwn(known, name))
      addMistake(this.context, place, unknownName(WORDS[kind], name, Object.keys(known)));
  }

  elements(rows: readonly ElementFile[], place: Place, dataType?: string): void {
    for (const [index, row] of rows.entries()) {
      this.typeAndTable(row, below(place, index));
      if (row.predicate) this.predicate(row.predicate, below(place, index, 'predicate'), dataType);
    }
  }

  typeAndTable(row: { type?: string | undefined; table?: string | null | undefined }, place: Place): void {
    if (row.type) this.check('dataType', row.type, below(place, 'type'));
    if (row.table) this.check('table', row.table, below(place, 'table'));
  }

  grammarSegments(id: string, place: Place): void {
    for (const name of segmentsOfGrammar(this.profile.grammars[id]?.nodes ?? [])) this.check('segment', name, place);
  }

  predicate(predicate: Predicate, place: Place, dataType: string | undefined): void {
    if ('valued' in predicate) this.path(predicate.valued, place, dataType);
    else if ('equals' in predicate) this.path(predicate.equals.path, place, dataType);
    else if ('event' in predicate) for (const event of [predicate.event].flat()) this.check('event', event, place);
    else if ('not' in predicate) this.predicate(predicate.not, place, dataType);
    else for (const part of 'all' in predicate ? predicate.all : predicate.any) this.predicate(part, place, dataType);
  }

  /** `PID-35` anywhere; `HD.2` only inside HD itself. */
  path(path: string, place: Place, dataType: string | undefined): void {
    const [, owner = '', position] = /^(\w+)[-.](\d+)/.exec(path) ?? [];
    const row = path.includes('-')
      ? this.profile.segments[owner]?.fields[Number(position)]
      : owner === dataType && this.profile.dataTypes[owner]?.components[Number(position)];
    if (!isRow(row)) addMistake(this.context, place, unknownName(WORDS.element, path));
  }
}

function isRow(row: ElementRow | false | undefined): row is ElementRow {
  return row !== undefined && row !== false;
}
