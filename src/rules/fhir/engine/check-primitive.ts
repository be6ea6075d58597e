import type { FhirElement } from '../../../formats/fhir/index.js';
import type { CompiledElement } from './compiled-types.js';
import { narrativeFaults } from './narrative.js';
import { PRIMITIVES } from './primitives.js';
import type { FhirProblem } from './problem.js';
import type { Validation } from './validation.js';

/** Characters of a wrong value that a finding keeps. */
const MAX_FOUND = 200;

/** Kind, form and limits of a primitive value. False when nothing further can be said about it. */
export function checkPrimitive(
  run: Validation,
  element: FhirElement,
  definition: CompiledElement,
  code: string,
): boolean {
  const type = PRIMITIVES[code];
  if (!type) return true;
  const { id, constraintId, structureUrl } = definition;
  const tell = (kind: FhirProblem['kind'], messageId: string, expected?: string, found?: string) =>
    run.add({
      kind,
      messageId,
      constraintId,
      elementId: id,
      profile: structureUrl,
      element,
      ...(expected !== undefined && { expected }),
      ...(found !== undefined && { found }),
      data: { type: code },
    });
  const { kind, text } = element;
  if (kind === 'object') {
    if (element.children.length === 0)
      run.add({ kind: 'structure', messageId: 'empty', constraintId: 'ele-1', element });
    else tell('structure', 'primitiveExpected');
    return false;
  }
  if (text === undefined) return element.children.length > 0;
  if (kind !== 'text' && kind !== 'xhtml' && kind !== type.json) {
    tell('structure', 'wrongJsonType', type.json, kind);
    return false;
  }
  if (text === '') tell('primitive-format', 'empty');
  else if (!type.fits(text)) tell('primitive-format', 'format', type.form, text.slice(0, MAX_FOUND));
  else if (code === 'xhtml') checkNarrative(run, element, definition);
  else checkLimits(definition, text, type.json === 'number', tell);
  return true;
}

function checkLimits(
  { maxLength, minValue, maxValue }: CompiledElement,
  text: string,
  isNumber: boolean,
  tell: (kind: FhirProblem['kind'], messageId: string, expected: string, found: string) => void,
): void {
  if (maxLength !== undefined && text.length > maxLength) {
    tell('primitive-format', 'tooLong', String(maxLength), String(text.length));
  }
  const isBelow = (left: string, right: string) => (isNumber ? Number(left) < Number(right) : left < right);
  if (minValue !== undefined && isBelow(text, minValue)) tell('primitive-format', 'tooSmall', minValue, text);
  if (maxValue !== undefined && isBelow(maxValue, text)) tell('primitive-format', 'tooLarge', maxValue, text);
}

function checkNarrative(run: Validation, element: FhirElement, { id, structureUrl }: CompiledElement): void {
  for (const fault of narrativeFaults(element.text ?? '')) {
    const name = 'name' in fault ? fault.name : undefined;
    run.add({
      kind: 'narrative-safe',
      messageId: fault.messageId,
      constraintId: fault.messageId === 'empty' ? 'txt-2' : 'txt-1',
      elementId: id,
      profile: structureUrl,
      element,
      // Told apart by `expected` when the same fault comes with two names.
      ...(name !== undefined && { data: { name }, found: name }),
    });
  }
}
