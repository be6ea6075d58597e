import { type FhirElement, isChoiceOf } from '../../../formats/fhir/index.js';
import { cutVersion } from '../../../packs/index.js';
import type { CompiledElement, CompiledSlicing, CompiledType, Discriminator, Expected } from './compiled-types.js';
import type { FhirEngine } from './engine.js';
import { dig, matchesExpected } from './match-value.js';
import type { Scope, Validation } from './validation.js';

/** True when an element belongs to a slice. */
export type SliceTest = (run: Validation, element: FhirElement, type: string, scope: Scope) => boolean;

/** Tests of the slices of a slicing, in order; undefined for one that cannot be told from its definition. */
export function sliceTestsOf(engine: FhirEngine, slicing: CompiledSlicing): readonly (SliceTest | undefined)[] {
  let tests = engine.sliceTests.get(slicing);
  if (!tests) {
    tests = slicing.slices.map((slice) => testOfSlice(engine, slice, slicing.discriminators));
    engine.sliceTests.set(slicing, tests);
  }
  return tests;
}

function testOfSlice(
  engine: FhirEngine,
  slice: CompiledElement,
  discriminators: readonly Discriminator[],
): SliceTest | undefined {
  const own = discriminators.map((each) => testOf(engine, slice, each));
  if (own.every((test) => test === undefined)) return undefined;
  // Beside one that tells, a discriminator without a fixed value tells by its part being there, as for the HL7 validator.
  const tests = own.map((test, index) => test ?? presenceTest(engine, slice, discriminators[index]));
  if (tests.some((test) => test === undefined)) return undefined;
  return (run, element, type, scope) => tests.every((test) => test?.(run, element, type, scope));
}

function presenceTest(
  engine: FhirEngine,
  slice: CompiledElement,
  discriminator: Discriminator | undefined,
): SliceTest | undefined {
  const steps = stepsOf(discriminator?.path ?? '') ?? [];
  const isDue = steps.length > 0 && definitionsAt(engine, slice, steps).some(({ min }) => min > 0);
  return isDue ? existsTest(engine, slice, steps) : undefined;
}

function testOf(engine: FhirEngine, slice: CompiledElement, { type, path }: Discriminator): SliceTest | undefined {
  const steps = stepsOf(path);
  if (!steps) return undefined;
  switch (type) {
    case 'value':
    case 'pattern':
      return valueTest(engine, slice, steps);
    case 'exists':
      return existsTest(engine, slice, steps);
    case 'type':
      return typeTest(engine, slice, steps);
    case 'profile':
      return profileTest(engine, slice, steps);
  }
}

/** Steps of a discriminator path: names, `resolve()`, `extension('url')`; `$this` and `ofType()` go nowhere. */
function stepsOf(path: string): string[] | undefined {
  const steps: string[] = [];
  for (const [step] of path.matchAll(/[A-Za-z$][A-Za-z0-9]*(?:\('[^']*'\)|\([A-Za-z.]*\))?/g)) {
    if (step === '$this' || step.startsWith('ofType(')) continue;
    if (step.includes('(') && step !== 'resolve()' && !step.startsWith('extension(')) return undefined;
    steps.push(step);
  }
  return steps;
}

const extensionUrl = (step: string): string | undefined => /^extension\('([^']*)'\)$/.exec(step)?.[1];

/** What a document holds along the steps. */
function elementsAt(
  run: Validation,
  element: FhirElement,
  steps: readonly string[],
  scope: Scope,
): readonly FhirElement[] {
  let found: readonly FhirElement[] = [element];
  for (const step of steps) {
    const next: FhirElement[] = [];
    for (const each of found) addStep(run, each, step, scope, next);
    found = next;
  }
  return found;
}

function addStep(run: Validation, element: FhirElement, step: string, { root }: Scope, found: FhirElement[]): void {
  if (step === 'resolve()') {
    const { resource } = run.references.target(element, root);
    if (resource) found.push(resource);
    return;
  }
  const url = step.endsWith(')') ? extensionUrl(step) : undefined;
  for (const child of element.children) {
    if (url === undefined ? child.name === step || isChoiceOf(child.name, step) : isExtension(child, url))
      found.push(child);
  }
}

function isExtension(element: FhirElement, url: string): boolean {
  return element.name === 'extension' && element.valueOf('url') === url;
}

/** What a definition says along the steps: an element may be told by several (a slice of it among them). */
function definitionsAt(engine: FhirEngine, definition: CompiledElement, steps: readonly string[]): CompiledElement[] {
  let found = [definition];
  for (const step of steps) {
    const url = extensionUrl(step);
    found = found.flatMap((each) => {
      if (step === 'resolve()')
        return each.types.flatMap(({ targetProfiles }) =>
          targetProfiles.flatMap((target) => engine.structure(target)?.root ?? []),
        );
      const named = childrenOf(engine, each).filter(({ name }) => name === (url === undefined ? step : 'extension'));
      const all = named.flatMap((child) => [child, ...(child.slicing?.slices ?? [])]);
      return url === undefined
        ? all
        : all.filter((child) => child.types.some(({ profiles }) => profiles.includes(url)));
    });
  }
  return found;
}

function childrenOf(engine: FhirEngine, definition: CompiledElement): readonly CompiledElement[] {
  if (definition.children) return definition.children.list;
  const [type] = definition.types;
  if (!type || definition.types.length > 1) return [];
  const profile = type.profiles.length === 1 ? type.profiles[0] : undefined;
  const structure = profile === undefined ? engine.type(type.code) : engine.structure(profile);
  return structure?.root.children?.list ?? [];
}

function valueTest(engine: FhirEngine, slice: CompiledElement, steps: readonly string[]): SliceTest | undefined {
  const allowed = expectationsAt(engine, slice, steps);
  if (allowed.length === 0) return undefined;
  return (run, element, _, scope) =>
    elementsAt(run, element, steps, scope).some((each) => allowed.some((matches) => matches(run, each)));
}

type Match = (run: Validation, element: FhirElement) => boolean;

function expectationsAt(engine: FhirEngine, slice: CompiledElement, steps: readonly string[]): Match[] {
  const url = steps.length === 1 && steps[0] === 'url' ? extensionUrls(slice) : [];
  if (url.length > 0) return url.map((value) => (_, element) => element.text === value);
  // A pattern on the way tells the value below it.
  for (let at = 0; at < steps.length; at++) {
    const values = definitionsAt(engine, slice, steps.slice(0, at)).flatMap(({ expected }) =>
      expected ? dig(expected.value, steps.slice(at)).map((value) => ({ isExact: expected.isExact, value })) : [],
    );
    if (values.length > 0) return values.map(toMatch);
  }
  const definitions = definitionsAt(engine, slice, steps);
  const direct = definitions.flatMap(({ expected }) => (expected ? [toMatch(expected)] : []));
  if (direct.length > 0) return direct;
  const below = definitions.flatMap((definition) => matchBelow(definition) ?? []);
  if (below.length > 0) return below;
  return definitions.flatMap((definition) => matchOfBinding(definition) ?? []);
}

/** An extension is told by its URL, which is that of its profile, even where that profile is not at hand. */
function extensionUrls({ types }: CompiledElement): string[] {
  return types.flatMap(({ code, profiles }) => (code === 'Extension' ? profiles.map(cutVersion) : []));
}

const toMatch =
  (expected: Expected): Match =>
  (_, element) =>
    matchesExpected(element, expected);

/** A discriminator at `type` whose slice fixes `type.coding.code`: everything fixed below must be there. */
function matchBelow(definition: CompiledElement): Match | undefined {
  const parts = (definition.children?.list ?? []).flatMap((child) =>
    [child, ...(child.slicing?.slices ?? [])].flatMap((each) => {
      const matches = each.expected ? toMatch(each.expected) : matchBelow(each);
      return matches ? [{ name: each.name, matches }] : [];
    }),
  );
  if (parts.length === 0) return undefined;
  return (run, element) => parts.every(({ name, matches }) => element.all(name).some((each) => matches(run, each)));
}

function matchOfBinding({ binding }: CompiledElement): Match | undefined {
  if (binding?.strength !== 'required') return undefined;
  return (run, element) => {
    const table = run.engine.table(binding.valueSet);
    const codings = element.text === undefined ? [element, ...element.all('coding')] : [];
    if (element.text !== undefined) return table?.has(undefined, element.text) === 'yes';
    return codings.some((each) => table?.has(each.valueOf('system'), each.valueOf('code') ?? '') === 'yes');
  };
}

function existsTest(engine: FhirEngine, slice: CompiledElement, steps: readonly string[]): SliceTest | undefined {
  const [definition] = definitionsAt(engine, slice, steps);
  if (!definition || (definition.min === 0 && definition.max > 0)) return undefined;
  const wanted = definition.min > 0;
  return (run, element, _, scope) => elementsAt(run, element, steps, scope).length > 0 === wanted;
}

function typeTest(engine: FhirEngine, slice: CompiledElement, steps: readonly string[]): SliceTest | undefined {
  const codes = new Set(targetTypes(engine, slice, steps));
  if (codes.size === 0) return undefined;
  return (run, element, type, scope) => {
    if (steps.length === 0) return codes.has(element.resourceType ?? type);
    return elementsAt(run, element, steps, scope).some((each) =>
      codes.has(each.resourceType ?? typeByName(each, steps)),
    );
  };
}

function targetTypes(engine: FhirEngine, slice: CompiledElement, steps: readonly string[]): string[] {
  if (steps.at(-1) !== 'resolve()') {
    return definitionsAt(engine, slice, steps).flatMap(({ types }) => types.map(({ code }) => code));
  }
  return definitionsAt(engine, slice, steps.slice(0, -1)).flatMap(({ types }) =>
    types.flatMap(({ targetProfiles }) => targetProfiles.flatMap((url) => engine.targetType(url) ?? [])),
  );
}

/** `valueQuantity` at step `value` is a Quantity. */
function typeByName({ name }: FhirElement, steps: readonly string[]): string {
  const suffix = name.slice(steps.at(-1)?.length ?? 0);
  return suffix;
}

function profileTest(engine: FhirEngine, slice: CompiledElement, steps: readonly string[]): SliceTest | undefined {
  const isResolved = steps.at(-1) === 'resolve()';
  const types = definitionsAt(engine, slice, isResolved ? steps.slice(0, -1) : steps).flatMap((each) => each.types);
  const urls = types.flatMap((type: CompiledType) => (isResolved ? type.targetProfiles : type.profiles));
  const structures = urls.flatMap((url) => engine.structure(url) ?? []);
  if (urls.length === 0 || structures.length < urls.length) return undefined;
  return (run, element, _, scope) =>
    elementsAt(run, element, steps, scope).some((each) =>
      structures.some((structure) => run.conforms(each, structure, scope)),
    );
}
