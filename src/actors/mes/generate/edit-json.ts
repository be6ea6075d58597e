export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Path → new value; `undefined` takes the element away. `valueQuantity.code`, `code.coding[0].display`. */
export type JsonEdits = Readonly<Record<string, Json | undefined>>;

/** A copy with some elements replaced, added (`category[1]`) or taken away. Missing holders are made. */
export function editJson(source: JsonObject, edits: JsonEdits): JsonObject {
  const copy = structuredClone(source);
  for (const [path, value] of Object.entries(edits)) setAt(copy, path, value);
  return copy;
}

/** What stands at a path; undefined when nothing does. */
export function jsonAt(source: JsonObject, path: string): Json | undefined {
  let place: Json | undefined = source;
  for (const step of stepsOf(path)) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = Array.isArray(place) ? place[Number(step)] : place[step];
  }
  return place;
}

function stepsOf(path: string): string[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step);
}

type Holder = { [step: string]: Json };

function setAt(target: JsonObject, path: string, value: Json | undefined): void {
  const steps = stepsOf(path);
  const last = steps.pop() ?? '';
  let holder: Holder = target;
  for (const [index, step] of steps.entries()) holder = inside(holder, step, /^\d+$/.test(steps[index + 1] ?? last));
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
}

/** What a step leads into; made when it is not there. */
function inside(holder: Holder, step: string, isList: boolean): Holder {
  const before = holder[step];
  const next: Json[] | JsonObject = typeof before === 'object' && before !== null ? before : isList ? [] : {};
  holder[step] = next;
  // An array takes its numbered items under the same kind of key as an object.
  return next as Holder;
}
