/** Values of a scenario while it is played: dotted names to texts. */
export type Values = ReadonlyMap<string, string>;

const NAME = /\$\{([A-Za-z][A-Za-z0-9.]*)\}/g;

/** Names of the `${…}` of a text. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map((match) => match[1] ?? '');
}

/** Puts values into every text of a part of a scenario; a name without a value is left as it is. */
export function fillValues<Part>(part: Part, values: Values): Part {
  return walk(part, values) as Part;
}

function walk(part: unknown, values: Values): unknown {
  if (typeof part === 'string') return part.replace(NAME, (whole, name: string) => values.get(name) ?? whole);
  if (Array.isArray(part)) return part.map((each) => walk(each, values));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value, values)]));
}

/** Every text of a part, with its path. */
export function* textsIn(
  part: unknown,
  path: readonly PropertyKey[] = [],
): Generator<[string, readonly PropertyKey[]]> {
  if (typeof part === 'string') yield [part, path];
  else if (Array.isArray(part)) for (const [at, each] of part.entries()) yield* textsIn(each, [...path, at]);
  else if (typeof part === 'object' && part !== null) {
    for (const [key, value] of Object.entries(part)) yield* textsIn(value, [...path, key]);
  }
}
