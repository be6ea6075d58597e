import type { FhirElement } from '../../../formats/fhir/index.js';
import type { CompiledElement, CompiledInvariant, CompiledType } from './compiled-types.js';
import { compileInvariant } from './fhirpath-invariants.js';
import { NATIVE_INVARIANTS } from './native-invariants.js';
import type { Scope, Validation } from './validation.js';

/** Judged elsewhere, with a better place: contained (below), references, narratives, bundles. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  'dom-3 ref-1 txt-1 txt-2 bdl-1 bdl-2 bdl-3 bdl-4 bdl-7 bdl-8'.split(' '),
);

/** The invariants of an element and of its type. */
export function checkInvariants(
  run: Validation,
  element: FhirElement,
  definition: CompiledElement,
  type: CompiledType | undefined,
  scope: Scope,
): void {
  for (const invariant of run.engine.invariantsOf(definition, type)) {
    // A contained resource is shown with its container's narrative.
    const isElsewhere = ELSEWHERE.has(invariant.key) || (invariant.key === 'dom-6' && element !== scope.root);
    if (isElsewhere) continue;
    const holds = evaluate(run, element, definition, type, scope, invariant);
    if (holds === false) tellBroken(run, element, definition, invariant);
    else if (holds === undefined) tellDoubt(run, invariant);
  }
}

function evaluate(
  run: Validation,
  element: FhirElement,
  definition: CompiledElement,
  type: CompiledType | undefined,
  { resource, root }: Scope,
  { expression, severity }: CompiledInvariant,
): boolean | undefined {
  const native = NATIVE_INVARIANTS.get(expression);
  if (native) return native({ element, resource, rootResource: root });
  const top = run.subject.element;
  const data = run.plain.of(element, top);
  const plainResource = run.plain.of(resource, top);
  const plainRoot = run.plain.of(root, top);
  // A primitive with extensions only has no plain value; what cannot be shown to FHIRPath is not judged by it.
  if (data === undefined || data === null || plainResource === undefined || plainRoot === undefined) return true;
  const environment = { resource: plainResource, rootResource: plainRoot };
  const holds = compileInvariant(baseOf(definition, type), expression)(data, environment);
  // Nothing is not true (as the publisher's validator has it), but no reason for a warning of good practice.
  return holds === 'empty' ? severity === 'warning' : holds;
}

const PART_TYPES: ReadonlySet<string> = new Set(['BackboneElement', 'Element', '']);

/** What FHIRPath is told the data is: the type, or the path for a part of a resource. */
function baseOf({ basePath }: CompiledElement, type: CompiledType | undefined): string {
  return type === undefined || PART_TYPES.has(type.code) ? basePath : type.code;
}

function tellBroken(
  run: Validation,
  element: FhirElement,
  { id, structureUrl }: CompiledElement,
  { key, severity, human, expression }: CompiledInvariant,
): void {
  run.add({
    kind: 'invariant',
    messageId: 'broken',
    constraintId: key,
    elementId: id,
    profile: structureUrl,
    element,
    expected: expression,
    ...(severity === 'warning' && { severity }),
    data: { key, human },
  });
}

function tellDoubt(run: Validation, { key }: CompiledInvariant): void {
  run.doubt({
    kind: 'invariant',
    reason: { fr: `Invariant non évaluable : ${key}`, en: `Invariant that cannot be evaluated: ${key}` },
  });
}

/** dom-3: each contained resource is referred to from its container, or refers to it. */
export function checkContained(run: Validation, element: FhirElement, { id, structureUrl }: CompiledElement): void {
  const contained = element.all('contained');
  if (contained.length === 0) return;
  const named = new Set<string>();
  for (const part of element.descendants()) if (part.text?.startsWith('#')) named.add(part.text);
  for (const resource of contained) {
    const own = resource.valueOf('id');
    const isReferred = own !== undefined && named.has(`#${own}`);
    const refersBack = [...resource.descendants()].some(({ text }) => text === '#');
    if (isReferred || refersBack) continue;
    run.add({
      kind: 'invariant',
      messageId: 'broken',
      constraintId: 'dom-3',
      elementId: id,
      profile: structureUrl,
      element: resource,
      data: { key: 'dom-3', human: 'a contained resource is referred to from its container' },
    });
  }
}
