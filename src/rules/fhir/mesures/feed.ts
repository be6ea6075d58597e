import type { FhirResource } from '../context.js';

/** Bundles that answer or store; any other is taken as meant to be sent. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'searchset',
  'transaction-response',
  'batch-response',
  'history',
  'document',
  'collection',
]);

/** A bundle sent to feed measures. */
export function isFeedBundle({ element }: FhirResource): boolean {
  return element.resourceType === 'Bundle' && !NOT_SENT.has(element.valueOf('type') ?? '');
}
