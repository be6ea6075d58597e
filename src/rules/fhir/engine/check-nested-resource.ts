import type { FhirElement } from '../../../formats/fhir/index.js';
import type { CompiledElement } from './compiled-types.js';
import type { Scope, Validation } from './validation.js';

/**
 * A resource inside another: of an allowed type, conforming to one of the profiles asked for. Contained resources and
 * parameters are judged on the spot; resources of Bundle entries are subjects of their own.
 */
export function checkNestedResource(
  run: Validation,
  element: FhirElement,
  definition: CompiledElement,
  scope: Scope,
): void {
  const { id, constraintId, structureUrl, types } = definition;
  const facts = { constraintId, elementId: id, profile: structureUrl, element };
  const found = element.resourceType;
  if (found === undefined) {
    run.add({ kind: 'structure', messageId: 'noResourceType', ...facts });
    return;
  }
  const structure = run.engine.resourceTypes.has(found) ? run.engine.type(found) : undefined;
  if (!structure) {
    run.add({ kind: 'structure', messageId: 'unknownResourceType', ...facts, found: found.slice(0, 60) });
    return;
  }
  const fitting = types.filter(({ code }) => code === 'Resource' || code === 'DomainResource' || code === found);
  if (types.length > 0 && fitting.length === 0) {
    const expected = types.map(({ code }) => code).join(', ');
    run.add({ kind: 'allowed-type', messageId: 'typeNotAllowed', ...facts, expected, found });
  }
  const profiles = fitting.flatMap(({ profiles: urls }) => urls);
  if (profiles.length > 0 && fitting.every(({ profiles: urls }) => urls.length > 0)) {
    checkProfiles(run, element, profiles, facts, scope);
  }
  const isEntry = element.name === 'resource' && element.parent?.name === 'entry';
  if (!isEntry) run.resource(element, structure, element.name === 'contained' ? scope.root : element);
}

function checkProfiles(
  run: Validation,
  element: FhirElement,
  profiles: readonly string[],
  facts: { readonly constraintId: string; readonly elementId: string; readonly profile: string },
  scope: Scope,
): void {
  const structures = profiles.flatMap((url) => run.engine.structure(url) ?? []);
  if (structures.some((structure) => run.conforms(element, structure, scope))) return;
  const unknown = profiles.find((url) => !run.engine.structure(url));
  if (unknown !== undefined) run.unknownProfile(unknown);
  else run.add({ kind: 'profile', messageId: 'conformsToNone', ...facts, element, expected: profiles.join(', ') });
}
