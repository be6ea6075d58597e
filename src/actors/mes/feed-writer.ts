import { randomUUID } from 'node:crypto';
import { makeError } from '../../core/index.js';
import { type FhirDocument, type FhirElement, readFhirJson, splitFhirNdjson } from '../../formats/fhir/index.js';
import { identifierOf } from './fhir-parts.js';

/** One thing to send: a transaction Bundle, or a resource for its own type. */
export interface Feed {
  /** `file.json`, `file.ndjson:3`, `bundle.json entry 2`: without any value of the document. */
  readonly name: string;
  readonly type: 'Bundle' | 'Observation' | 'Device';
  /** JSON, with the digits of the document. */
  readonly json: string;
}

export interface FeedOptions {
  /** Each Observation goes alone to `[base]/Observation` instead of in a transaction. */
  readonly single?: boolean;
  /** Makes the `fullUrl`s of Bundles; random UUIDs by default. */
  readonly newId?: () => string;
}

/**
 * What a file holds to send: a transaction goes as it stands; an Observation, those of any other Bundle, and those of NDJSON
 * go one by one, each with the Device it names when that one stands beside it.
 * Throws document errors of reading, and `nothing-to-feed`.
 */
export function toFeeds(name: string, bytes: Uint8Array, options: FeedOptions = {}): Feed[] {
  const documents = readDocuments(name, bytes);
  const [only] = documents;
  if (
    documents.length === 1 &&
    only?.element.resourceType === 'Bundle' &&
    only.element.valueOf('type') === 'transaction'
  ) {
    return [{ name, type: 'Bundle', json: only.json }];
  }
  const resources = documents.flatMap(unfold);
  const devices = resources.filter(({ element }) => element.resourceType === 'Device');
  const feeds = resources
    .filter(({ element }) => element.resourceType === 'Observation')
    .map((observation) => toFeed(observation, devices, options));
  if (feeds.length === 0) throw makeError('nothing-to-feed', { file: name });
  return feeds;
}

interface NamedResource {
  readonly name: string;
  readonly element: FhirElement;
  readonly json: string;
}

function readDocuments(name: string, bytes: Uint8Array): NamedResource[] {
  const lines = [...splitFhirNdjson(bytes)];
  const isNdjson = lines.length > 1 && lines.every(({ document }) => document !== undefined);
  if (!isNdjson) return [toResource(name, readFhirJson(bytes))];
  return lines.flatMap(({ line, document }) => (document ? [toResource(`${name}:${line}`, document)] : []));
}

function toResource(name: string, document: FhirDocument): NamedResource {
  return { name, element: document.root, json: sourceOf(document.text, document.root) };
}

function sourceOf(text: string, { start, end }: FhirElement): string {
  return text.slice(start, end);
}

/** The resources of a Bundle, or the resource itself. */
function unfold(resource: NamedResource): NamedResource[] {
  const { element, json, name } = resource;
  if (element.resourceType !== 'Bundle') return [resource];
  return element.all('entry').flatMap((entry, index) => {
    const inner = entry.child('resource');
    if (!inner) return [];
    const part = json.slice(inner.start - element.start, inner.end - element.start);
    return [{ name: `${name} entry ${index}`, element: inner, json: part }];
  });
}

function toFeed(observation: NamedResource, devices: readonly NamedResource[], options: FeedOptions): Feed {
  const { name, json, element } = observation;
  if (options.single) return { name, type: 'Observation', json };
  const { newId = randomUUID } = options;
  const reference = element.child('device')?.valueOf('reference');
  const device = devices.find((one) => reference === `Device/${one.element.valueOf('id')}`);
  const entries = [toEntry(json, newId(), { method: 'POST', url: 'Observation' }), ...deviceEntries(device, newId)];
  return {
    name,
    type: 'Bundle',
    json: `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`,
  };
}

/** A Device is created unless its first identifier is known (reference §8.3). */
function deviceEntries(device: NamedResource | undefined, newId: () => string): string[] {
  if (!device) return [];
  const identifier = identifierOf(device.element.child('identifier'));
  const ifNoneExist = identifier && `identifier=${identifier.system}|${identifier.value}`;
  return [toEntry(device.json, newId(), { method: 'POST', url: 'Device', ...(ifNoneExist && { ifNoneExist }) })];
}

function toEntry(resource: string, id: string, request: Readonly<Record<string, string>>): string {
  return `{"fullUrl":"urn:uuid:${id}","resource":${resource},"request":${JSON.stringify(request)}}`;
}
