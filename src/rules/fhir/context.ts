import type { FhirDocument, FhirElement } from '../../formats/fhir/index.js';
import type { Pack } from '../../packs/index.js';
import type { FhirProfileChoice } from './choose-profiles.js';

/** Subject `fhir/resource`: one resource of a document, be it the document itself or the resource of a Bundle entry. */
export interface FhirResource {
  readonly document: FhirDocument;
  readonly element: FhirElement;
  /** The Bundle it is an entry of. */
  readonly bundle: FhirElement | undefined;
}

/** What every FHIR rule may consult. */
export interface FhirContext {
  readonly pack: Pack;
  readonly profiles: FhirProfileChoice;
  /** ISO 8601: when the resource was exchanged, or looked at; absent when nothing tells. */
  readonly seenAt?: string;
}
