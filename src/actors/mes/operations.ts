import { randomUUID } from 'node:crypto';
import { type Clock, isEpreuveError } from '../../core/index.js';
import { type FhirDocument, readFhirJson } from '../../formats/fhir/index.js';
import { acceptedEntries, keepEntries, writeFeedAnswer } from './feed.js';
import { checkFeed, readFeed } from './feed-rules.js';
import { identifierOf } from './fhir-parts.js';
import type { MeasureStore } from './measure-store.js';
import { type FhirAnswer, type Issue, refuse } from './outcome.js';
import { OWN_REFUSALS, REFUSALS } from './refusals.js';
import { search } from './search.js';
import { readLenientQuery, readStrictQuery } from './search-query.js';
import type { MesSettings } from './settings.js';
import { type Caller, solutionOf } from './tokens.js';

export interface OperationContext {
  readonly settings: MesSettings;
  readonly store: MeasureStore;
  readonly clock: Clock;
}

/** Bodies are read within these bounds; a feed is one measure and one device. */
const BOUNDS = { maxBytes: 16 * 1024 * 1024, maxDepth: 40, maxElements: 200_000 };

/** `POST [base]`: the feed. Throws `folder-unwritable`. */
export function feed(body: Uint8Array, caller: Caller, context: OperationContext): FhirAnswer {
  const { settings, store } = context;
  const document = readBody(body);
  if (document?.root.resourceType !== 'Bundle') return refuse([{ refusal: REFUSALS.noBundle }]);
  const bundle = document.root;
  const issues = settings.mode === 'strict' ? strictIssues(document, caller, context) : lenientIssues(document, caller);
  if (issues.length > 0) return refuse(issues, settings.outcomeShape);
  if (store.isFull) return refuse([{ refusal: OWN_REFUSALS.full }]);
  const at = context.clock.now();
  const answers = keepEntries(acceptedEntries(bundle), { ...keeping(caller, context), at });
  return { status: 200, json: writeFeedAnswer(answers, at) };
}

function strictIssues({ root }: FhirDocument, caller: Caller, { settings }: OperationContext): Issue[] {
  const { issues, entries } = readFeed(root);
  const found = [...issues, ...checkFeed(entries, solutionOf(caller, settings.tokens))];
  // Of a feed that is not well formed, what is about the token comes second.
  if (found.length > 0) return found;
  return entries.observations.flatMap((observation) => patientIssues(observation, caller));
}

/** A standard transaction: creations of the two resources the server keeps. */
function lenientIssues({ root }: FhirDocument, caller: Caller): Issue[] {
  const issues: Issue[] = [];
  if (root.valueOf('type') !== 'transaction') issues.push({ refusal: REFUSALS.notTransaction });
  for (const entry of root.all('entry')) {
    const type = entry.child('resource')?.resourceType;
    const request = entry.child('request');
    const isPost = request?.valueOf('method') === 'POST' && request.valueOf('url') === type;
    if (!isPost || (type !== 'Observation' && type !== 'Device')) {
      issues.push({ refusal: REFUSALS.notPostable, expression: entry.path });
    }
  }
  if (issues.length > 0) return issues;
  return root.all('entry').flatMap((entry) => patientIssues(entry.child('resource'), caller));
}

function patientIssues(resource: FhirDocument['root'] | undefined, { patient }: Caller): Issue[] {
  const subject = identifierOf(resource?.child('subject')?.child('identifier'));
  const isOther = patient !== undefined && subject !== undefined && subject.value !== patient;
  return isOther ? [{ refusal: REFUSALS.otherPatient }] : [];
}

/** `POST [base]/Observation` or `/Device`, lenient mode only. Throws `folder-unwritable`. */
export function create(type: string, body: Uint8Array, caller: Caller, context: OperationContext): FhirAnswer {
  const resource = readBody(body)?.root;
  if (resource?.resourceType !== type) return refuse([{ refusal: { ...REFUSALS.noBundle, ...NO_RESOURCE } }]);
  const issues = patientIssues(resource, caller);
  if (issues.length > 0) return refuse(issues);
  if (context.store.isFull) return refuse([{ refusal: OWN_REFUSALS.full }]);
  const entry = { resource, fullUrl: undefined, ifNoneExist: undefined };
  const [answer] = keepEntries([entry], keeping(caller, context));
  const [, id = ''] = answer?.location.split('/') ?? [];
  const kept = context.store.measure(id) ?? context.store.device(id);
  return { status: 201, json: kept?.text ?? '{}', headers: { location: answer?.location ?? '' } };
}

const NO_RESOURCE = {
  text: { fr: 'Aucune ressource de ce type dans le corps', en: 'No resource of this type in the body' },
};

/** `GET [base]/Observation?…`. */
export function find(parameters: URLSearchParams, base: string, caller: Caller, context: OperationContext): FhirAnswer {
  const { settings, store } = context;
  const reader = settings.mode === 'strict' ? readStrictQuery : readLenientQuery;
  const reading = reader(parameters, settings.pageSize);
  if ('issues' in reading) return refuse(reading.issues);
  const { query } = reading;
  const isOther = caller.patient !== undefined && query.patient?.split('|').at(-1) !== caller.patient;
  if (isOther) return refuse([{ refusal: REFUSALS.otherPatient }]);
  return { status: 200, json: search(store, query, { base, parameters }) };
}

function keeping(caller: Caller, { store, clock, settings }: OperationContext) {
  return { store, at: clock.now(), newId: randomUUID, solution: solutionOf(caller, settings.tokens) };
}

/** Undefined for what is no FHIR resource in JSON, or writes a property twice. */
function readBody(body: Uint8Array): FhirDocument | undefined {
  try {
    const document = readFhirJson(body, BOUNDS);
    return document.anomalies.length > 0 ? undefined : document;
  } catch (error) {
    if (isEpreuveError(error, 'document')) return undefined;
    throw error;
  }
}
