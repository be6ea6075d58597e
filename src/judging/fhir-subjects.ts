import type { EvidenceItem, Text } from '../core/index.js';
import { type EpreuveError, isEpreuveError } from '../core/index.js';
import type { DocumentFormat } from '../formats/detect/index.js';
import {
  type FhirDocument,
  type FhirElement,
  type NdjsonLine,
  readFhir,
  splitFhirNdjson,
} from '../formats/fhir/index.js';
import { chooseFhirPack, type FhirPackChoice, type Pack } from '../packs/index.js';
import { declaredProfiles } from '../rules/fhir/choose-profiles.js';
import type { FhirResource } from '../rules/fhir/context.js';
import { isBeyondLimits } from '../rules/fhir/fhir-file.js';
import type { Subject } from './subjects.js';

export interface FhirSubject {
  readonly kind: 'resource';
  readonly id: string;
  readonly item: EvidenceItem;
  readonly resource: FhirResource;
  /** Pack the whole document asks for. */
  readonly choice: FhirPackChoice;
}

export function isFhirFormat(format: DocumentFormat | undefined): format is 'fhir-json' | 'fhir-xml' | 'fhir-ndjson' {
  return format === 'fhir-json' || format === 'fhir-xml' || format === 'fhir-ndjson';
}

/** Every resource to judge in a FHIR document: itself, then those of its Bundle entries, each on its own. */
export function* fhirSubjects(item: EvidenceItem, bytes: Uint8Array, format: DocumentFormat): Generator<Subject> {
  if (format !== 'fhir-ndjson') {
    yield* documentSubjects(item, item.id, () => readFhir(bytes));
    return;
  }
  for (const line of splitFhirNdjson(bytes)) yield* lineSubjects(item, line);
}

/** What one line of an NDJSON file holds. */
export function* lineSubjects(item: EvidenceItem, { line, document, error }: NdjsonLine): Generator<Subject> {
  const id = `${item.id}.${line}`;
  if (document) yield* documentSubjects(item, id, () => document);
  else yield unreadable(item, id, error);
}

function* documentSubjects(item: EvidenceItem, id: string, read: () => FhirDocument): Generator<Subject> {
  let document: FhirDocument;
  try {
    document = read();
  } catch (error) {
    // Only document errors make a document unreadable; anything else is ours and goes up.
    if (!isEpreuveError(error, 'document')) throw error;
    yield unreadable(item, id, error);
    return;
  }
  const choice = chooseFhirPack(factsOf(document));
  let entries = 0;
  for (const resource of resourcesOf(document, document.root, undefined)) {
    yield { kind: 'resource', id: entries === 0 ? id : `${id}-entry-${entries}`, item, resource, choice };
    entries += 1;
  }
}

/**
 * A document announced as FHIR that does not read as FHIR has failed: nobody could use it. Beyond a limit of ours
 * nothing is known of it.
 */
function unreadable(item: EvidenceItem, id: string, error: EpreuveError): Subject {
  const [fr, en] = (['fr', 'en'] as const).map((language) => {
    const { text, hint } = error.describe(language);
    return `${text}. ${hint}`;
  });
  const outcome = isBeyondLimits(error) ? 'cantTell' : 'failed';
  const reason = { fr: fr ?? '', en: en ?? '' };
  return { kind: 'unreadable', id, item, subject: 'fhir/resource', outcome, reason, error };
}

function* resourcesOf(
  document: FhirDocument,
  element: FhirElement,
  bundle: FhirElement | undefined,
): Generator<FhirResource> {
  yield { document, element, bundle };
  if (element.resourceType !== 'Bundle') return;
  for (const entry of element.all('entry')) {
    const resource = entry.child('resource');
    if (resource?.resourceType !== undefined) yield* resourcesOf(document, resource, element);
  }
}

const VITAL_SIGNS = 'vital-signs';

function factsOf(document: FhirDocument): Parameters<typeof chooseFhirPack>[0] {
  const profiles: string[] = [];
  let hasVitalSigns = false;
  for (const { element } of resourcesOf(document, document.root, undefined)) {
    profiles.push(...declaredProfiles(element));
    hasVitalSigns ||= element.resourceType === 'Observation' && isVitalSign(element);
  }
  return { resourceType: document.root.resourceType ?? '', profiles, hasVitalSigns };
}

function isVitalSign(observation: FhirElement): boolean {
  const codings = observation.all('category').flatMap((category) => category.all('coding'));
  return codings.some((coding) => coding.valueOf('code') === VITAL_SIGNS);
}

/** The packs a resource is judged with: those the user forced that are FHIR packs, else the one chosen. */
export function fhirPacksFor(
  { choice }: Pick<FhirSubject, 'choice'>,
  forced: readonly string[] | undefined,
  packs: ReadonlyMap<string, Pack>,
): { readonly names: readonly string[]; readonly why: Text; readonly isForced: boolean } {
  const names = (forced ?? []).filter((name) => packs.get(name)?.format === 'fhir');
  if (names.length === 0) return { names: [choice.packId], why: choice.why, isForced: false };
  const list = names.join(', ');
  return { names, why: { fr: `Pack imposé : ${list}`, en: `Pack forced: ${list}` }, isForced: true };
}

/** Short name for people: the file, its line, the resource type and its place in the Bundle. */
export function fhirTitle({ item, resource }: FhirSubject): string {
  const type = (resource.element.resourceType ?? 'FHIR').replace(/[^A-Za-z]/g, '?').slice(0, 40);
  const { line } = resource.document.origin;
  const place = resource.element.parent?.index;
  const file = line > 1 ? `${item.name}:${line}` : item.name;
  return place === undefined ? `${file} ${type}` : `${file} ${type} (entry ${place})`;
}

/** Pack whose rules on reading tell what is wrong with a document that says nothing of itself. */
export const FHIR_BASE_PACK = 'fhir-r4';
