import type { Text } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import { cutVersion, type FhirStructure } from '../../../packs/index.js';
import type { CompiledElement } from './compiled-types.js';
import type { Scope, Surroundings, Validation } from './validation.js';

/** An extension has a value or parts, is known, stands where it may, and is made as its definition says. */
export function checkExtension(
  run: Validation,
  element: FhirElement,
  definition: CompiledElement,
  scope: Scope,
  around: Surroundings,
): void {
  const hasParts = element.child('extension') !== undefined;
  if (hasParts === (element.choice('value') !== undefined)) {
    run.add({ kind: 'invariant', messageId: 'broken', constraintId: 'ext-1', element, data: EXT_1 });
  }
  const url = element.valueOf('url');
  const inside = { definition, type: 'Extension', extensionUrl: url };
  // A relative URL names a part that the definition of the outer extension describes.
  const isPart = url !== undefined && !url.includes(':');
  const structure = url === undefined || isPart ? undefined : run.engine.structure(url);
  const own = definition.children;
  if (own) run.children(element, own, scope, inside);
  if (structure) {
    const source = run.engine.definitions.structure(structure.url);
    if (source) checkPlace(run, element, source, around);
    if (structure.root.children) run.children(element, structure.root.children, scope, inside);
    return;
  }
  // A slice that names the extension makes it known; only its definition is missing.
  if (url !== undefined && isNamed(definition, url)) run.unknownProfile(url);
  else if (url !== undefined && !isPart) tellUnknown(run, element, definition, url);
  const base = own ? undefined : run.engine.type('Extension')?.root.children;
  if (base) run.children(element, base, scope, inside);
}

function isNamed({ types }: CompiledElement, url: string): boolean {
  return types.some(({ profiles }) => profiles.some((profile) => cutVersion(profile) === url));
}

const EXT_1 = { key: 'ext-1', human: 'Must have either extensions or value[x], not both' };

function tellUnknown(
  run: Validation,
  element: FhirElement,
  { id, constraintId, structureUrl }: CompiledElement,
  url: string,
): void {
  const isModifier = element.name === 'modifierExtension';
  run.add({
    kind: 'extension',
    messageId: isModifier ? 'unknownModifier' : 'unknown',
    ...(!isModifier && { severity: 'warning' }),
    constraintId,
    elementId: id,
    profile: structureUrl,
    element,
    found: url,
  });
}

/** The context of its definition, and modifier or not. */
function checkPlace(run: Validation, element: FhirElement, structure: FhirStructure, around: Surroundings): void {
  const root = structure.snapshot?.element[0];
  const isModifier = root?.isModifier === true;
  const facts = { kind: 'extension' as const, constraintId: structure.url, profile: structure.url, element };
  if (isModifier !== (element.name === 'modifierExtension')) {
    run.add({ ...facts, messageId: isModifier ? 'mustBeModifier' : 'notAModifier' });
  }
  const contexts = structure.context ?? [];
  if (contexts.length === 0) return;
  const isAllowed = contexts.some(({ type, expression }) =>
    type === 'extension' ? expression === around.extensionUrl : isElement(run, expression ?? '', around),
  );
  if (isAllowed) return;
  if (contexts.some(({ type }) => type === 'fhirpath')) {
    run.doubt({ kind: 'extension', reason: contextDoubt(structure.url) });
    return;
  }
  const expected = contexts.map(({ expression }) => expression).join(', ');
  run.add({ ...facts, messageId: 'context', expected, found: around.definition.basePath });
}

/** Contexts by FHIRPath are rare; they are not evaluated. */
function contextDoubt(url: string): Text {
  return {
    fr: `Place de l’extension dite par FHIRPath, non évaluée : ${url}`,
    en: `Place of the extension told by FHIRPath, not evaluated: ${url}`,
  };
}

const DOMAIN_PARTS = new Set(['Element', 'BackboneElement']);

/** `Observation`, `Observation.component`, `Quantity`, `Element`, `Resource`, a profile, or `*`. */
function isElement(run: Validation, expression: string, { definition, type }: Surroundings): boolean {
  const { basePath } = definition;
  if (expression === '*' || expression === basePath || expression === type) return true;
  const isResource = run.engine.resourceTypes.has(basePath);
  if (expression === 'Resource' || expression === 'DomainResource') return isResource;
  if (expression === 'Element') return !isResource;
  if (expression === 'BackboneElement') return DOMAIN_PARTS.has(type);
  const [url = '', path] = expression.split('#');
  if (cutVersion(url) === definition.structureUrl) return path === undefined || path === definition.id;
  return expression === `${definition.structureUrl.split('/').pop()}.${basePath.split('.').slice(1).join('.')}`;
}
