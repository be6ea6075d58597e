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

function setAt(target: JsonObject, path: string, value: Json | undefined): void {
  const steps = stepsOf(path);
  const last = steps.pop() ?? '';
  let holder: Json[] | JsonObject = target;
  for (const [index, step] of steps.entries()) {
    const key = step as keyof typeof holder;
    const inside: Json | undefined = holder[key];
    const next: Json[] | JsonObject =
      typeof inside === 'object' && inside !== null ? inside : /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    if (inside !== next) (holder as JsonObject)[step] = next;
    holder = next;
  }
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (value === undefined) delete holder[last];
  else (holder as JsonObject)[last] = value;
}
