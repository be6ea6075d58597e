import type { EvidenceItem, Location, Problem } from '../../core/index.js';
import type { FhirDocument, FhirElement } from '../../formats/fhir/index.js';

/** Subject `fhir/exchange`: one HTTP request to a FHIR server, and its answer when one came. */
export interface FhirExchange {
  readonly request: {
    readonly method: string;
    /** Whole, or from the base of the server: `Observation?code=…`. */
    readonly url: string;
    readonly document?: FhirDocument;
    readonly item?: EvidenceItem;
  };
  /** A FHIR server that is not the measures API, by its own CapabilityStatement; absent: taken for the API. */
  readonly server?: 'general';
  readonly response?: {
    readonly status: number;
    readonly document?: FhirDocument;
    readonly item?: EvidenceItem;
  };
}

/** Parameters of the query, decoded, in order; a parameter may come twice. */
export function parametersOf({ request }: FhirExchange): { readonly name: string; readonly value: string }[] {
  const [, query = ''] = request.url.split('?');
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

/** A search of observations at the API. */
export function isObservationSearch({ request, server }: FhirExchange): boolean {
  return server === undefined && request.method === 'GET' && /(?:^|\/)Observation(?:\?|$)/.test(request.url);
}

/** A bundle sent to the base of the API. */
export function isFeed({ request, server }: FhirExchange): boolean {
  return server === undefined && request.method === 'POST' && request.document?.root.resourceType === 'Bundle';
}

/** A place in the request line, which has no document. The query may hold personal data: it is not repeated. */
export function inRequest({ request }: FhirExchange, name: string): Location {
  const resource = request.url.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
  const path = `${request.method} ${resource.replace(/\W/g, '?').slice(0, 60)} ${name}`;
  return { format: 'wire', path, offset: 0, length: 0, line: 1, column: 1 };
}

/** A problem in the answer: at an element, where a part is missing, or at the status. */
export function answerProblem<MessageId extends string>(
  messageId: MessageId,
  { response }: FhirExchange,
  element: FhirElement | undefined,
  more: { readonly found?: string; readonly expected?: string; readonly missing?: string } = {},
): Problem<MessageId> {
  const { found, expected, missing } = more;
  const document = response?.document;
  const location: Location =
    document && element
      ? missing === undefined
        ? document.locate(element)
        : document.locateMissing(element, missing)
      : { format: 'wire', path: 'HTTP status', offset: 0, length: 0, line: 1, column: 1 };
  return {
    messageId,
    location,
    data: { path: location.path, found: found ?? '—', expected: expected ?? '—' },
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
    ...(response?.item && { evidenceId: response.item.id }),
  };
}
