import type { FhirElement, JsonShape } from '../../../formats/fhir/index.js';
import type { CompiledChildren, NamedChild } from './compiled-types.js';
import type { FhirEngine } from './engine.js';
import { PRIMITIVES } from './primitives.js';

/** Tells how the base definitions write an element in JSON: what XML leaves unsaid. */
export function jsonShapes(engine: FhirEngine): (element: FhirElement) => JsonShape {
  const known = new WeakMap<FhirElement, { named: NamedChild | undefined; children: CompiledChildren | undefined }>();
  function schemaOf(element: FhirElement): { named: NamedChild | undefined; children: CompiledChildren | undefined } {
    const before = known.get(element);
    if (before) return before;
    const named = element.parent && schemaOf(element.parent).children?.byName.get(element.name);
    const children =
      element.resourceType === undefined ? childrenOf(named) : engine.type(element.resourceType)?.root.children;
    const schema = { named, children };
    known.set(element, schema);
    return schema;
  }
  function childrenOf(named: NamedChild | undefined): CompiledChildren | undefined {
    const { element, type } = named ?? {};
    if (!element) return undefined;
    const { contentReference, structureUrl } = element;
    const referenced = contentReference && engine.structure(structureUrl)?.byId.get(contentReference)?.children;
    return element.children ?? (referenced || engine.type(type?.code ?? '')?.root.children);
  }
  return (element) => {
    const { named } = schemaOf(element);
    const code = named?.type?.code ?? '';
    const kind = (Object.hasOwn(PRIMITIVES, code) ? PRIMITIVES[code]?.json : undefined) ?? 'string';
    return { isArray: named?.element.isRepeating === true, kind };
  };
}
