import type { FhirElement } from '../../../formats/fhir/index.js';
import type { CompiledElement, CompiledSlicing, CompiledType } from './compiled-types.js';
import { sliceTestsOf } from './slice-tests.js';
import type { Scope, Surroundings, Validation } from './validation.js';

interface Item {
  readonly item: FhirElement;
  readonly type: CompiledType | undefined;
}

/** Puts each item in its slice, judges it there, then the counts, closing and order of the slices. */
export function checkSlices(
  run: Validation,
  parent: FhirElement,
  definition: CompiledElement,
  items: readonly Item[],
  scope: Scope,
  around: Surroundings,
): void {
  const { slicing } = definition;
  if (!slicing) return;
  const groups = new Map<CompiledElement, FhirElement[]>();
  const places: (number | undefined)[] = [];
  for (const each of items) {
    const slice = sliceOf(run, slicing, each, scope, groups);
    places.push(slice.place);
    const type = slice.definition?.types.find(({ code }) => code === each.type?.code) ?? each.type;
    run.element(each.item, slice.definition ?? definition, type, scope, around);
  }
  checkRules(run, definition, slicing, items, places);
  checkCounts(run, parent, slicing, groups, items.length > 0);
}

/** The slice an item falls in, down to the slices of that slice. */
function sliceOf(
  run: Validation,
  slicing: CompiledSlicing,
  { item, type }: Item,
  scope: Scope,
  groups: Map<CompiledElement, FhirElement[]>,
): { readonly place: number | undefined; readonly definition: CompiledElement | undefined } {
  const tests = sliceTestsOf(run.engine, slicing);
  for (const [place, test] of tests.entries()) {
    const slice = slicing.slices[place];
    if (!slice) continue;
    if (!test) {
      tellDoubt(run, slice);
      continue;
    }
    if (!test(run, item, type?.code ?? '', scope)) continue;
    const group = groups.get(slice);
    if (group) group.push(item);
    else groups.set(slice, [item]);
    const inner = slice.slicing ? sliceOf(run, slice.slicing, { item, type }, scope, groups) : undefined;
    return { place, definition: inner?.definition ?? slice };
  }
  return { place: undefined, definition: undefined };
}

function tellDoubt(run: Validation, { id }: CompiledElement): void {
  run.doubt({
    kind: 'slicing',
    reason: {
      fr: `Tranche dont le discriminant ne peut être évalué : ${id}`,
      en: `Slice whose discriminator cannot be evaluated: ${id}`,
    },
  });
}

function checkRules(
  run: Validation,
  { constraintId, id, structureUrl }: CompiledElement,
  { rules, isOrdered, slices }: CompiledSlicing,
  items: readonly Item[],
  places: readonly (number | undefined)[],
): void {
  const lastSliced = places.findLastIndex((place) => place !== undefined);
  let highest = 0;
  for (const [index, { item }] of items.entries()) {
    const place = places[index];
    const facts = { kind: 'slicing' as const, constraintId, elementId: id, profile: structureUrl, element: item };
    const expected = slices.map(({ sliceName }) => sliceName ?? '').join(', ');
    if (place === undefined) {
      if (rules === 'closed') run.add({ ...facts, messageId: 'notInASlice', expected });
      else if (rules === 'openAtEnd' && index < lastSliced) run.add({ ...facts, messageId: 'notAtEnd', expected });
    } else if (isOrdered && place < highest) run.add({ ...facts, messageId: 'order', expected });
    else highest = place;
  }
}

function checkCounts(
  run: Validation,
  parent: FhirElement,
  slicing: CompiledSlicing,
  groups: ReadonlyMap<CompiledElement, readonly FhirElement[]>,
  hasItems: boolean,
): void {
  const tests = sliceTestsOf(run.engine, slicing);
  for (const [place, slice] of slicing.slices.entries()) {
    // What falls in it is not known: a doubt was told.
    if (!tests[place] && hasItems) continue;
    const found = groups.get(slice) ?? [];
    if (found.length < slice.min || found.length > slice.max) {
      run.cardinality(parent, slice, found.length, 'slicing', found);
    }
    // Slices of a slice are asked for only where that slice is.
    if (slice.slicing && found.length > 0) checkCounts(run, parent, slice.slicing, groups, true);
  }
}
