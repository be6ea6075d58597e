import type { MessageData, Problem, Severity } from '../../../core/index.js';
import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirResource } from '../context.js';

interface ProblemFacts {
  readonly found?: string;
  readonly expected?: string;
  /** Part that is missing under the element: the problem points where it would stand. */
  readonly missing?: string;
  readonly severity?: Severity;
  readonly data?: MessageData;
}

/** A problem on an element; `{path}`, `{found}` and `{expected}` are filled in for the templates. */
export function problemAt<MessageId extends string>(
  messageId: MessageId,
  { document }: FhirResource,
  element: FhirElement,
  { found, expected, missing, severity, data }: ProblemFacts = {},
): Problem<MessageId> {
  const location = missing === undefined ? document.locate(element) : document.locateMissing(element, missing);
  return {
    messageId,
    location,
    data: { path: location.path, found: found ?? '—', expected: expected ?? '—', ...data },
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
    ...(severity && { severity }),
  };
}
