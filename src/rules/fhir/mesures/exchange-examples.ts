import type { Example } from '../../examples.js';
import { feed, measure } from './example-resources.js';

type Subject = Pick<Example, 'pack' | 'fhirExchange'>;

const PATIENT = 'subject.identifier=urn:oid:1.2.250.1.999.1.1%7CPE-000042';
const UUID = '0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e1';

/** A search of weights over a month, with some parameters replaced, and its answer. */
export function search(query: string, answer?: object, status = 200): Subject {
  const url = `Observation?${query}`;
  return { pack: 'mes-api', fhirExchange: { method: 'GET', url, status, ...(answer && { answer }) } };
}

export const ALL = `code=29463-7&${PATIENT}&date=ge2026-03-01&date=le2026-03-31`;
export const LAST = `code=29463-7&${PATIENT}&_sort=-date&_count=1`;

/** An answer that holds these measures. */
export function searchset(measures: readonly object[] = [measure('weight', {}, 'api')], more: object = {}): object {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: measures.length,
    link: [{ relation: 'self', url: 'https://example.org/fhir/Observation' }],
    entry: measures.map((resource, index) => ({ fullUrl: `urn:uuid:${UUID}${index}`, resource })),
    ...more,
  };
}

/** The feed of a weight with its scale, and the answer to it. */
export function fed(answer?: object, status = 200, body: object = feed()): Subject {
  return { pack: 'mes-api', fhirExchange: { method: 'POST', url: '', body, status, ...(answer && { answer }) } };
}

export const created = (...responses: readonly (readonly [string, string])[]): object => ({
  resourceType: 'Bundle',
  type: 'transaction-response',
  entry: responses.map(([status, location]) => ({ response: { status, location } })),
});

export const refusal = (code: string, severity = 'error'): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, diagnostics: 'refused' }],
});
