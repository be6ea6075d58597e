import type { FhirElement } from '../../../formats/fhir/index.js';
import type { CompiledElement, CompiledType } from './compiled-types.js';
import type { Scope, Validation } from './validation.js';

/** A reference finds what it names in the document, and names a type that is allowed. */
export function checkReference(
  run: Validation,
  element: FhirElement,
  definition: CompiledElement,
  type: CompiledType | undefined,
  { root }: Scope,
): void {
  const target = run.references.target(element, root);
  const { id, constraintId, structureUrl } = definition;
  const facts = { kind: 'reference' as const, constraintId, elementId: id, profile: structureUrl };
  const place = element.child('reference') ?? element;
  if (target.kind === 'contained' && !target.resource) {
    run.add({ ...facts, messageId: 'notContained', constraintId: 'ref-1', element: place });
  } else if (target.kind === 'bundle' && !target.resource && run.references.bundle) {
    run.add({ ...facts, messageId: 'notInBundle', severity: 'warning', element: place });
  }
  const told = element.child('type');
  const toldType = told?.text?.split('/').pop();
  if (told && target.type !== undefined && toldType !== target.type) {
    run.add({
      ...facts,
      messageId: 'typeDiffers',
      element: told,
      expected: target.type,
      ...(toldType && { found: toldType }),
    });
  }
  checkTargetType(run, place, facts, target.type, type?.targetProfiles ?? []);
}

function checkTargetType(
  run: Validation,
  element: FhirElement,
  facts: {
    readonly kind: 'reference';
    readonly constraintId: string;
    readonly elementId: string;
    readonly profile: string;
  },
  found: string | undefined,
  targetProfiles: readonly string[],
): void {
  if (found === undefined || targetProfiles.length === 0) return;
  const allowed = targetProfiles.map((url) => run.engine.targetType(url));
  if (allowed.includes(found) || allowed.includes('Resource')) return;
  const unknown = targetProfiles.find((_, index) => allowed[index] === undefined);
  if (unknown !== undefined) {
    run.doubt({ kind: 'reference', reason: { fr: `Profil inconnu : ${unknown}`, en: `Unknown profile: ${unknown}` } });
    return;
  }
  const expected = [...new Set(allowed)].join(', ');
  run.add({ ...facts, messageId: 'wrongType', element, expected, found });
}
