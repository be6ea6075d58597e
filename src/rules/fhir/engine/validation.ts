import { type FhirDocument, type FhirElement, isChoiceOf } from '../../../formats/fhir/index.js';
import { checkBinding } from './check-binding.js';
import { checkBundle } from './check-bundle.js';
import { checkExtension } from './check-extension.js';
import { checkContained, checkInvariants } from './check-invariants.js';
import { checkNestedResource } from './check-nested-resource.js';
import { checkPrimitive } from './check-primitive.js';
import { checkReference } from './check-reference.js';
import { checkSlices } from './check-slices.js';
import type {
  CompiledChildren,
  CompiledElement,
  CompiledStructure,
  CompiledType,
  NamedChild,
} from './compiled-types.js';
import type { FhirEngine } from './engine.js';
import { describeValue, matchesExpected } from './match-value.js';
import { PlainData } from './plain-data.js';
import { PRIMITIVES } from './primitives.js';
import type { FhirDoubt, FhirProblem, FhirReport } from './problem.js';
import { References } from './references.js';
import { jsonShapes } from './schema-shapes.js';

/** Problems kept of one resource: a broken one must not fill the memory. */
const MAX_PROBLEMS = 2000;

/** Where in the resources an element stands. */
export interface Scope {
  /** `%resource`: the nearest resource. */
  readonly resource: FhirElement;
  /** `%rootResource`: the resource that holds the contained ones. */
  readonly root: FhirElement;
}

/** What surrounds an element: for extension contexts. */
export interface Surroundings {
  readonly definition: CompiledElement;
  readonly type: string;
  /** URL of the extension it stands in, if any. */
  readonly extensionUrl?: string | undefined;
}

export interface ValidationSubject {
  readonly document: FhirDocument;
  readonly element: FhirElement;
  readonly bundle: FhirElement | undefined;
}

/** One judging of one resource: walks it along the definitions and collects what is wrong. */
export class Validation {
  readonly #problems: FhirProblem[] = [];
  readonly #seen = new Set<string>();
  readonly #doubts = new Map<string, FhirDoubt>();
  readonly references: References;
  readonly plain: PlainData;
  readonly isJson: boolean;

  constructor(
    readonly engine: FhirEngine,
    readonly subject: ValidationSubject,
    /** Conformance asked inside conformance: bounded. */
    readonly depth = 0,
    shared?: { readonly references: References; readonly plain: PlainData },
  ) {
    const bundle = subject.bundle ?? (subject.element.resourceType === 'Bundle' ? subject.element : undefined);
    this.isJson = subject.document.syntax === 'json';
    this.references = shared?.references ?? new References(bundle, (name) => engine.resourceTypes.has(name));
    this.plain = shared?.plain ?? new PlainData(this.isJson ? undefined : jsonShapes(engine));
  }

  get report(): FhirReport {
    // A code that is not the fixed one is told so; that it is outside the value set as well says nothing more.
    const fixed = new Set(this.#problems.flatMap(({ kind, element }) => (kind === 'fixed-or-pattern' ? element : [])));
    const problems = this.#problems.filter(({ kind, element }) => kind !== 'code-in-value-set' || !fixed.has(element));
    return { problems, doubts: [...this.#doubts.values()] };
  }

  add(problem: FhirProblem): void {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    const { kind, messageId, element, missing, expected, found, constraintId, span, data } = problem;
    // The same mistake under two structures is told once: element ids differ, what is asked for does not.
    const asked = expected === undefined ? constraintId : `${data?.slice ?? ''} ${expected}`;
    const place = `${element.name} ${span?.start ?? element.start} ${missing ?? ''}`;
    const key = `${kind} ${messageId} ${place} ${asked ?? ''} ${found ?? ''}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#problems.push(problem);
  }

  doubt(doubt: FhirDoubt): void {
    this.#doubts.set(`${doubt.kind} ${doubt.reason.en}`, doubt);
  }

  /** Judges a resource along one structure. */
  resource(element: FhirElement, structure: CompiledStructure, root = element): void {
    const scope = { resource: element, root };
    const { root: definition } = structure;
    if (element.children.length === 0) this.#empty(element, definition);
    if (definition.children) this.children(element, definition.children, scope, { definition, type: structure.type });
    checkInvariants(this, element, definition, undefined, scope);
    checkContained(this, element, definition);
    if (element.resourceType === 'Bundle') checkBundle(this, element);
  }

  /** Judges the parts of an element along the definitions of its children. */
  children(element: FhirElement, children: CompiledChildren, scope: Scope, around: Surroundings): void {
    const counts = new Array<number>(children.list.length).fill(0);
    let sliced: Map<NamedChild['element'], { item: FhirElement; type: CompiledType | undefined }[]> | undefined;
    for (const child of element.children) {
      const named = children.byName.get(child.name);
      if (!named) {
        this.#unknown(child, children, around);
        continue;
      }
      const { element: definition, place, type } = named;
      if (child.kind !== 'array' && child.kind !== 'null') counts[place] = (counts[place] ?? 0) + 1;
      if (this.isJson) this.#shape(child, definition);
      if (definition.slicing) {
        sliced ??= new Map();
        const group = sliced.get(definition);
        if (group) group.push({ item: child, type });
        else sliced.set(definition, [{ item: child, type }]);
      } else this.element(child, definition, type, scope, around);
    }
    this.#cardinalities(element, children, counts);
    for (const definition of children.list) {
      if (definition.slicing) checkSlices(this, element, definition, sliced?.get(definition) ?? [], scope, around);
    }
  }

  /** Judges one element along its definition (or that of its slice). */
  element(
    element: FhirElement,
    definition: CompiledElement,
    type: CompiledType | undefined,
    scope: Scope,
    around: Surroundings,
  ): void {
    if (element.kind === 'array' || element.kind === 'null') {
      this.#report(element, definition, 'structure', element.kind === 'array' ? 'emptyArray' : 'null');
      return;
    }
    const code = type?.code ?? '';
    const primitive = Object.hasOwn(PRIMITIVES, code);
    if (primitive ? !checkPrimitive(this, element, definition, code) : !this.#isObject(element, definition)) return;
    const { expected } = definition;
    if (expected && !matchesExpected(element, expected)) this.#notExpected(element, definition);
    if (definition.binding) checkBinding(this, element, definition, definition.binding, code);
    if (primitive && element.children.length === 0) {
      if (definition.invariants.length > 0) checkInvariants(this, element, definition, type, scope);
      return;
    }
    if (element.resourceType !== undefined || code === 'Resource' || this.engine.resourceTypes.has(code)) {
      checkNestedResource(this, element, definition, scope);
      return;
    }
    checkInvariants(this, element, definition, type, scope);
    if (code === 'Reference') checkReference(this, element, definition, type, scope);
    if (code === 'Extension') checkExtension(this, element, definition, scope, around);
    else this.#parts(element, definition, type, scope);
  }

  #parts(element: FhirElement, definition: CompiledElement, type: CompiledType | undefined, scope: Scope): void {
    const code = type?.code ?? '';
    const around = { definition, type: code };
    const profiles = type?.profiles ?? [];
    const structures = profiles.flatMap((url) => this.engine.structure(url) ?? []);
    for (const url of profiles) if (!this.engine.structure(url)) this.unknownProfile(url);
    const [only] = structures.length === 1 ? structures : [];
    if (structures.length > 1 && !structures.some((structure) => this.conforms(element, structure, scope))) {
      this.#report(element, definition, 'profile', 'conformsToNone', profiles.join(', '));
    }
    const own = definition.children ?? this.#referencedChildren(definition);
    const typeChildren = (only ?? this.engine.type(code))?.root.children;
    if (own) this.children(element, own, scope, around);
    if (only && own && typeChildren) this.children(element, typeChildren, scope, around);
    else if (!own && typeChildren) this.children(element, typeChildren, scope, around);
  }

  #referencedChildren({ contentReference, structureUrl }: CompiledElement): CompiledChildren | undefined {
    if (contentReference === undefined) return undefined;
    return this.engine.structure(structureUrl)?.byId.get(contentReference)?.children;
  }

  /** True when the element breaks nothing of a structure at error level; tells nothing of what it breaks. */
  conforms(element: FhirElement, structure: CompiledStructure, scope: Scope): boolean {
    if (this.depth > 4) return true;
    const trial = new Validation(this.engine, this.subject, this.depth + 1, this);
    if (element.resourceType !== undefined) {
      if (element.resourceType !== structure.type) return false;
      trial.resource(element, structure);
    } else if (structure.root.children) {
      trial.children(element, structure.root.children, scope, { definition: structure.root, type: structure.type });
      checkInvariants(trial, element, structure.root, undefined, scope);
    }
    return !trial.#problems.some(({ severity, kind }) => severity === undefined && !LIGHT_KINDS.has(kind));
  }

  unknownProfile(url: string): void {
    const { incomplete } = this.engine;
    const missing = Object.hasOwn(incomplete, url) ? incomplete[url] : undefined;
    const because =
      missing === undefined ? { fr: '', en: '' } : { fr: ` (il manque ${missing})`, en: ` (${missing} is missing)` };
    // A reason is shown unmasked, so only what looks like a canonical is repeated in it.
    const name = /^[\x21-\x7e]{1,200}$/.test(url) ? url : 'meta.profile';
    this.doubt({
      kind: 'profile',
      reason: { fr: `Profil inconnu : ${name}${because.fr}`, en: `Unknown profile: ${name}${because.en}` },
    });
  }

  #isObject(element: FhirElement, definition: CompiledElement): boolean {
    if (element.kind !== 'object') {
      this.#report(element, definition, 'structure', 'objectExpected');
      return false;
    }
    const hasContent = element.resourceType !== undefined || element.children.some(({ name }) => name !== 'id');
    if (!hasContent) this.#empty(element, definition);
    return hasContent;
  }

  #empty(element: FhirElement, { structureUrl }: CompiledElement): void {
    this.add({ kind: 'structure', messageId: 'empty', constraintId: 'ele-1', profile: structureUrl, element });
  }

  #shape(child: FhirElement, definition: CompiledElement): void {
    const { isRepeating } = definition;
    if (isRepeating === undefined) return;
    if (child.kind === 'array' && child.index === undefined) return;
    const isItem = child.index !== undefined;
    if (isRepeating === isItem || (child.index ?? 0) > 0) return;
    this.#report(child, definition, 'structure', isRepeating ? 'arrayExpected' : 'arrayUnexpected');
  }

  #unknown(child: FhirElement, children: CompiledChildren, { definition: parent, type: around }: Surroundings): void {
    // A primitive's own value is no property of it; JSON writes it outside.
    const choice = children.choices.find(({ name }) => isChoiceOf(child.name, name));
    const suffix = choice && child.name.slice(choice.name.length);
    const type = suffix && (this.engine.type(suffix) ?? this.engine.type(lowerFirst(suffix)))?.type;
    if (choice && type) {
      const expected = choice.types.map(({ code }) => code).join(', ');
      this.#report(child, choice, 'allowed-type', 'typeNotAllowed', expected, type);
      return;
    }
    this.add({
      kind: 'unknown-property',
      messageId: 'unknown',
      constraintId: parent.constraintId,
      elementId: parent.id,
      profile: parent.structureUrl,
      element: child,
      data: { name: child.name.slice(0, 60), type: around || parent.basePath },
    });
  }

  #cardinalities(element: FhirElement, children: CompiledChildren, counts: readonly number[]): void {
    for (let place = 0; place < counts.length; place++) {
      const count = counts[place] ?? 0;
      const definition = children.list[place];
      if (!definition || (count >= definition.min && count <= definition.max)) continue;
      this.cardinality(element, definition, count, 'cardinality');
    }
  }

  /** Too few: told at the parent, where it is missing. Too many: at the first one that is too many. */
  cardinality(
    parent: FhirElement,
    definition: CompiledElement,
    count: number,
    kind: 'cardinality' | 'slicing',
    items?: readonly FhirElement[],
  ): void {
    const { id, constraintId, structureUrl, min, max, sliceName } = definition;
    const name = definition.isChoice ? `${definition.name}[x]` : definition.name;
    const isFew = count < min;
    const all = items ?? parent.children.filter((child) => child.name === name || isOf(child, definition));
    const extra = isFew ? undefined : all[max];
    this.add({
      kind,
      messageId: isFew ? 'tooFew' : max === 0 ? 'forbidden' : 'tooMany',
      constraintId,
      elementId: id,
      profile: structureUrl,
      element: extra ?? parent,
      ...(isFew && { missing: name }),
      expected: `${min}..${Number.isFinite(max) ? max : '*'}`,
      found: String(count),
      data: { name, slice: sliceName ?? '' },
    });
  }

  #notExpected(element: FhirElement, definition: CompiledElement): void {
    const { expected } = definition;
    if (!expected) return;
    const messageId = expected.isExact ? 'notFixed' : 'notPattern';
    this.#report(element, definition, 'fixed-or-pattern', messageId, describeValue(expected.value), element.text);
  }

  #report(
    element: FhirElement,
    { id, constraintId, structureUrl }: CompiledElement,
    kind: FhirProblem['kind'],
    messageId: string,
    expected?: string,
    found?: string,
  ): void {
    this.add({
      kind,
      messageId,
      constraintId,
      elementId: id,
      profile: structureUrl,
      element,
      ...(expected !== undefined && { expected }),
      ...(found !== undefined && { found }),
    });
  }
}

/** Kinds whose rule is below error: they do not keep a resource from conforming. */
const LIGHT_KINDS: ReadonlySet<FhirProblem['kind']> = new Set(['code-in-extensible-value-set']);

function isOf({ name }: FhirElement, definition: CompiledElement): boolean {
  return definition.isChoice && isChoiceOf(name, definition.name);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
