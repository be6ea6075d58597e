import type { GeneratedMeasureName, JsonObject } from '../../src/index.js';

/** A change that can be made at many places of any valid measure, and the rule that must find it at each of them. */
export interface Operator {
  readonly name: string;
  readonly rule: string;
  /** Documents with one change each, as text: some changes cannot be written from an object. */
  mutantsOf(valid: JsonObject, name: GeneratedMeasureName): readonly Mutant[];
}

export interface Mutant {
  /** Where the change was made. */
  readonly path: string;
  readonly text: string;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
interface Place {
  readonly keys: readonly (string | number)[];
  readonly value: Json;
}

/** Every place but `resourceType`, which tells what the document is. */
function* placesOf(value: Json, keys: readonly (string | number)[] = []): Generator<Place> {
  if (keys.length > 0) yield { keys, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inside] of Object.entries(value)) {
    if (name !== 'resourceType') yield* placesOf(inside, [...keys, Array.isArray(value) ? Number(name) : name]);
  }
}

/** The same document with another value at a place; `undefined` takes the place away. */
function changed(value: Json, [key, ...rest]: readonly (string | number)[], to: Json | undefined): Json {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, Json>;
  if (key === undefined) return to ?? null;
  if (rest.length > 0) copy[key] = changed(copy[key] ?? null, rest, to);
  else if (to !== undefined) copy[key] = to;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isProperty = ({ keys }: Place): boolean => typeof keys.at(-1) === 'string';
const nameOf = ({ keys }: Place): string => String(keys.findLast((key) => typeof key === 'string'));

type Change = (place: Place) => Json | undefined;

/** Changes the value at each place that fits; `undefined` when the place does not. */
function changedEverywhere(valid: JsonObject, change: Change): Mutant[] {
  return [...placesOf(valid as Json)].flatMap((place) => {
    const to = change(place);
    if (to === undefined) return [];
    return [{ path: place.keys.join('.'), text: JSON.stringify(changed(valid as Json, place.keys, to)) }];
  });
}

function everywhere(name: string, rule: string, change: Change): Operator {
  return { name, rule, mutantsOf: (valid) => changedEverywhere(valid, change) };
}

/** Adds to every object, the resource among them. */
function inObjects(name: string, rule: string, add: (object: { readonly [name: string]: Json }) => Json): Operator {
  const mutantsOf = (valid: JsonObject): Mutant[] => [
    { path: '', text: JSON.stringify(add(valid as { readonly [name: string]: Json })) },
    ...changedEverywhere(valid, ({ value }) => (isObject(value) ? add(value) : undefined)),
  ];
  return { name, rule, mutantsOf };
}

const DATES = new Set(['effectiveDateTime', 'issued', 'lastUpdated', 'start', 'end']);
const CODES = new Set(['status', 'code', 'system', 'url']);
const isDate = (place: Place): boolean => DATES.has(nameOf(place)) && typeof place.value === 'string';
const STRANGER = { url: 'https://example.org/unknown', valueString: 'x' };
const extensions = (value: { readonly [name: string]: Json }): readonly Json[] =>
  Array.isArray(value.extension) ? value.extension : [];
/** An extension has a value already: parts beside it are another mistake. */
const isExtension = (value: { readonly [name: string]: Json }): boolean => typeof value.url === 'string';

const GLUCOSE: readonly GeneratedMeasureName[] = ['glucose', 'interstitialGlucose', 'glucoseIndex'];
const HEAD: readonly GeneratedMeasureName[] = ['head'];

/**
 * A part taken away where the profiles demand it (reference §2 and §5), at every place the pattern fits; not where it is
 * alone in its list or object, because the emptied one is then another mistake.
 */
function takenAway(
  rule: string,
  pattern: RegExp,
  { only, not = [] }: { only?: readonly GeneratedMeasureName[]; not?: readonly GeneratedMeasureName[] } = {},
): Operator {
  const mutantsOf = (valid: JsonObject, name: GeneratedMeasureName): Mutant[] => {
    if (not.includes(name) || (only && !only.includes(name))) return [];
    return [...placesOf(valid as Json)].flatMap(({ keys }) => {
      const path = keys.join('.');
      const around = keys
        .slice(0, -1)
        .reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, valid as Json);
      if (!pattern.test(path) || Object.keys(around ?? {}).length < 2) return [];
      return [{ path, text: JSON.stringify(changed(valid as Json, keys, undefined)) }];
    });
  };
  return { name: `taken away: ${pattern.source.replaceAll('\\d', 'n').replace(/[\\^$]/g, '')}`, rule, mutantsOf };
}

export const REMOVALS: readonly Operator[] = [
  takenAway('FHM-106', /^status$/),
  takenAway('FHM-106', /^extension\.\d\.url$/),
  takenAway('FHM-201', /^category(\.0\.coding\.0\.(system|code))?$/),
  takenAway('FHM-203', /^code(\.coding)?$/, { not: HEAD }),
  takenAway('FHM-203', /^code\.coding\.0\.(system|code)$/, { not: [...GLUCOSE, 'head', 'hba1c'] }),
  takenAway('FHM-509', /^code\.coding\.0\.(system|code)$/, { only: GLUCOSE }),
  takenAway('FHM-614', /^code\.coding\.(0|1|[01]\.system|1\.code)$/, { only: HEAD }),
  takenAway('FHM-204', /^subject$/),
  takenAway('FHM-206', /^effectiveDateTime$/),
  takenAway('FHM-209', /^(valueQuantity|component)$/),
  takenAway('FHM-310', /^valueQuantity$/, { only: ['bmi'] }),
  takenAway('FHM-302', /^valueQuantity\.code$/, { not: [...GLUCOSE, 'hba1c'] }),
  takenAway('FHM-503', /^valueQuantity\.(system|code)$/, { only: GLUCOSE }),
  takenAway('fhir/invariant', /^(component\.\d\.)?valueQuantity\.system$/),
  takenAway('FHM-303', /^valueQuantity\.(value|unit)$/, {
    not: [...GLUCOSE, 'hba1c', 'waist', 'pain', 'steps', 'head'],
  }),
  takenAway('FHM-304', /^valueQuantity\.unit$/, { only: ['pain', 'steps'] }),
  takenAway('FHM-402', /^extension\.\d\.value[A-Za-z]+$/),
  takenAway('FHM-509', /^bodySite\.coding\.0\.(?:code|system)$/),
  takenAway('FHM-601', /^component(\.\d(\.code(\.coding\.0\.(system|code))?)?)?$/),
  takenAway('FHM-603', /^component\.\d\.valueQuantity\.(value|unit|system|code)$/),
  takenAway('FHM-604', /^component\.\d\.valueQuantity$/),
];

export const OPERATORS: readonly Operator[] = [
  inObjects('an unknown property', 'FHM-102', (object) => ({ ...object, valeur: 'x' })),
  inObjects('a property named __proto__', 'FHM-102', (object) =>
    JSON.parse(`${JSON.stringify(object).slice(0, -1)},"__proto__":{"x":1}}`),
  ),
  everywhere('one value instead of a list', 'FHM-103', (place) =>
    Array.isArray(place.value) && place.value[0] !== undefined ? place.value[0] : undefined,
  ),
  everywhere('a list instead of one value', 'FHM-103', (place) =>
    isProperty(place) && !Array.isArray(place.value) ? [place.value] : undefined,
  ),
  everywhere('an object instead of a simple value', 'FHM-103', ({ value }) =>
    typeof value === 'object' ? undefined : { text: 'x' },
  ),
  everywhere('a simple value instead of an object', 'FHM-103', ({ value }) => (isObject(value) ? 'x' : undefined)),
  everywhere('a number in quotes', 'FHM-103', ({ value }) => (typeof value === 'number' ? String(value) : undefined)),
  everywhere('a number instead of a text', 'FHM-103', ({ value }) => (typeof value === 'string' ? 7 : undefined)),
  everywhere('a boolean instead of a text', 'FHM-103', ({ value }) => (typeof value === 'string' ? true : undefined)),
  everywhere('null', 'FHM-104', (place) => (isProperty(place) ? null : undefined)),
  everywhere('an empty list', 'FHM-104', ({ value }) => (Array.isArray(value) ? [] : undefined)),
  everywhere('an empty object', 'FHM-104', ({ value }) => (isObject(value) ? {} : undefined)),
  everywhere('an empty text', 'FHM-104', ({ value }) => (typeof value === 'string' ? '' : undefined)),
  everywhere('a blank in front of a code or an address', 'FHM-105', (place) =>
    CODES.has(nameOf(place)) && typeof place.value === 'string' ? ` ${place.value}` : undefined,
  ),
  everywhere('a day that does not exist', 'FHM-105', (place) => (isDate(place) ? '2026-02-30' : undefined)),
  everywhere('a time without its zone', 'FHM-105', (place) => (isDate(place) ? '2026-03-02T07:40:00' : undefined)),
  everywhere('a date of the French', 'FHM-105', (place) => (isDate(place) ? '02/03/2026' : undefined)),
  inObjects('an unknown extension', 'FHM-112', (object) => {
    // Parts beside the value of an extension are another mistake: in one, the stranger takes the place of the value.
    const rest = isExtension(object) ? { url: object.url ?? null } : object;
    return { ...rest, extension: [...extensions(object), STRANGER] };
  }),
  {
    name: 'an unknown modifier',
    rule: 'FHM-111',
    mutantsOf: (valid) => [{ path: '', text: JSON.stringify({ ...valid, modifierExtension: [STRANGER] }) }],
  },
  {
    name: 'a key written twice',
    rule: 'fhir/well-formed',
    mutantsOf: (valid) =>
      Object.entries(valid)
        .filter(([name]) => name !== 'resourceType')
        .map(([name, value]) => ({
          path: name,
          text: `${JSON.stringify(valid).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`,
        })),
  },
  {
    name: 'half of a character',
    rule: 'fhir/well-formed',
    mutantsOf: (valid) =>
      changedEverywhere(valid, ({ value }) => (typeof value === 'string' ? `${value}§` : undefined)).map(
        ({ path, text }) => ({ path, text: text.replace('§', '\\ud800') }),
      ),
  },
];
