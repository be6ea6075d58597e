import type { FhirElement } from '../../../formats/fhir/index.js';
import type { FhirProblem } from './problem.js';
import type { Validation } from './validation.js';

const WITH_REQUEST: ReadonlySet<string> = new Set(['batch', 'transaction', 'history']);
const WITH_RESPONSE: ReadonlySet<string> = new Set(['batch-response', 'transaction-response', 'history']);
const WITH_TOTAL: ReadonlySet<string> = new Set(['searchset', 'history']);
const RELATIVE = /^[A-Za-z]+\/|^\/|^[^:]*$/;

/** Bundle rules of R4 (bundle.html#invs), each told at the entry that breaks it. */
export function checkBundle(run: Validation, bundle: FhirElement): void {
  const type = bundle.valueOf('type') ?? '';
  const tell = (messageId: string, constraintId: string, element: FhirElement, more: Partial<FhirProblem> = {}) =>
    run.add({
      kind: 'bundle',
      messageId,
      constraintId,
      element,
      profile: BUNDLE,
      data: { type: type.slice(0, 30) },
      ...more,
    });
  const total = bundle.child('total');
  if (total && !WITH_TOTAL.has(type)) tell('totalOutsideSearch', 'bdl-1', total);
  const seen = new Map<string, FhirElement>();
  for (const entry of bundle.all('entry')) {
    checkParts(entry, type, tell);
    checkFullUrl(entry, type, seen, tell);
  }
}

const BUNDLE = 'http://hl7.org/fhir/StructureDefinition/Bundle';
type Tell = (messageId: string, constraintId: string, element: FhirElement, more?: Partial<FhirProblem>) => void;

function checkParts(entry: FhirElement, type: string, tell: Tell): void {
  const search = entry.child('search');
  const request = entry.child('request');
  const response = entry.child('response');
  if (search && type !== 'searchset') tell('searchOutsideSearch', 'bdl-2', search);
  if (WITH_REQUEST.has(type) && !request) tell('noRequest', 'bdl-3', entry, { missing: 'request' });
  if (!WITH_REQUEST.has(type) && request) tell('requestUnexpected', 'bdl-3', request);
  if (WITH_RESPONSE.has(type) && !response) tell('noResponse', 'bdl-4', entry, { missing: 'response' });
  if (!WITH_RESPONSE.has(type) && response) tell('responseUnexpected', 'bdl-4', response);
}

function checkFullUrl(entry: FhirElement, type: string, seen: Map<string, FhirElement>, tell: Tell): void {
  const fullUrl = entry.child('fullUrl');
  if (fullUrl?.text === undefined) return;
  if (fullUrl.text.includes('/_history/')) tell('fullUrlVersioned', 'bdl-8', fullUrl);
  if (RELATIVE.test(fullUrl.text)) tell('fullUrlRelative', 'Bundle.entry.fullUrl', fullUrl, { severity: 'warning' });
  const version = entry.child('resource')?.child('meta')?.valueOf('versionId') ?? '';
  const key = `${fullUrl.text}\n${version}`;
  if (seen.has(key) && type !== 'history') tell('fullUrlTwice', 'bdl-7', fullUrl);
  seen.set(key, fullUrl);
}
