import { type EpreuveError, makeError } from '../../src/core/index.js';
import { type FhirDocument, readFhir } from '../../src/formats/fhir/index.js';
import { addDefinitions, EMPTY_PROFILE_SET, loadFhirBase, loadPack, type Pack } from '../../src/packs/index.js';
import { isUnreadable } from '../../src/rules/document-error.js';
import type { Example, FhirExample, FhirExchangeExample } from '../../src/rules/examples.js';
import { chooseProfiles } from '../../src/rules/fhir/choose-profiles.js';
import type { FhirContext, FhirResource } from '../../src/rules/fhir/context.js';
import type { FhirExchange } from '../../src/rules/fhir/exchange.js';
import type { FhirFile } from '../../src/rules/fhir/fhir-file.js';

const why = { fr: 'échange', en: 'exchange' };
const NO_PROFILES: FhirContext['profiles'] = { judged: [], declared: [], unknown: [], guessedBy: undefined, why };

/** Examples are read at the end of the year of their measures. */
const SEEN_AT = '2026-12-31T12:00:00.000Z';

/** What the judge would hand to a FHIR rule for an example. */
export async function fhirSubjectOf(
  { pack: name, parameters }: Pick<Example, 'pack' | 'parameters'>,
  { resource, definitions, entry }: FhirExample,
): Promise<{ subject: FhirFile; context: FhirContext }> {
  const loaded = await loadPack(name ?? 'fhir-r4');
  const base = await loadFhirBase();
  const fhir = definitions ? addDefinitions(loaded.fhir ?? EMPTY_PROFILE_SET, definitions, base) : loaded.fhir;
  const pack: Pack = { ...loaded, ...(fhir && { fhir }), parameters: { ...loaded.parameters, ...parameters } };
  const document = fileOf(bytesOf(resource));
  if (isUnreadable(document)) return { subject: document, context: { pack, profiles: NO_PROFILES } };
  const subject =
    entry === undefined ? { document, element: document.root, bundle: undefined } : entryOf(document, entry);
  return { subject, context: { pack, profiles: chooseProfiles(subject, pack), seenAt: SEEN_AT } };
}

function bytesOf(resource: FhirExample['resource']): Uint8Array {
  if (resource instanceof Uint8Array) return resource;
  return Buffer.from(typeof resource === 'string' ? resource : JSON.stringify(resource));
}

function fileOf(bytes: Uint8Array): FhirDocument | EpreuveError {
  try {
    return readFhir(bytes);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return error;
  }
}

function entryOf(document: FhirResource['document'], entry: number): FhirResource {
  const element = document.root.all('entry')[entry]?.child('resource');
  if (!element) throw makeError('defect', { reason: `no entry ${entry} in the example` });
  return { document, element, bundle: document.root };
}

/** What the judge would hand to a FHIR exchange rule for an example. */
export async function fhirExchangeOf(
  { pack: name, parameters }: Pick<Example, 'pack' | 'parameters'>,
  { method, url, body, status, answer }: FhirExchangeExample,
): Promise<{ subject: FhirExchange; context: FhirContext }> {
  const loaded = await loadPack(name ?? 'mes-api');
  const pack: Pack = { ...loaded, parameters: { ...loaded.parameters, ...parameters } };
  const read = (content: object) => readFhir(Buffer.from(JSON.stringify(content)));
  const subject: FhirExchange = {
    request: { method, url, ...(body && { document: read(body) }) },
    ...(status !== undefined && { response: { status, ...(answer && { document: read(answer) }) } }),
  };
  return { subject, context: { pack, profiles: NO_PROFILES } };
}
