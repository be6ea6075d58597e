import type { FhirAnomalyCode, FhirElement } from '../../../formats/fhir/index.js';
import type { FhirProblem } from './problem.js';
import type { ValidationSubject } from './validation.js';

/** Message of the rule fhir/well-formed for each anomaly of reading. */
const MESSAGES: Readonly<Record<FhirAnomalyCode, string>> = {
  'byte-order-mark': 'byteOrderMark',
  'duplicate-key': 'duplicateKey',
  'lone-surrogate': 'loneSurrogate',
  'nested-array': 'nestedArray',
  'orphan-underscore': 'orphanUnderscore',
  'text-content': 'textContent',
  'foreign-namespace': 'foreignNamespace',
  'unknown-attribute': 'unknownAttribute',
};

/** What reading the document found, for the resource it was found in. */
export function* documentProblems({ document, element }: ValidationSubject): Generator<FhirProblem> {
  for (const { code, element: place, name, start, end } of document.anomalies) {
    if (ownerOf(place) !== element) continue;
    yield {
      kind: 'well-formed',
      messageId: MESSAGES[code],
      element: place,
      ...(code === 'byte-order-mark' && { severity: 'warning' }),
      span: { start, end },
      ...(name !== undefined && { found: name.slice(0, 60) }),
      data: { name: (name ?? '').slice(0, 60) },
    };
  }
}

/** The resource that is judged on its own: the document, or a Bundle entry. */
function ownerOf(element: FhirElement): FhirElement {
  let owner = element;
  for (let each: FhirElement | undefined = element; each; each = each.parent) {
    const isEntry = each.name === 'resource' && each.parent?.name === 'entry' && each.resourceType !== undefined;
    if (isEntry || each.parent === undefined) {
      owner = each;
      break;
    }
  }
  return owner;
}
