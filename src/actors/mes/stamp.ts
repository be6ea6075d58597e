import { FhirElement } from '../../formats/fhir/index.js';
import { putChild, textElement } from './fhir-parts.js';

export interface Stamp {
  readonly id: string;
  readonly at: Date;
  /** Put into meta.source when the client gave none (reference §8.3). */
  readonly source?: string;
}

/** Makes a received resource one of the server's: its id, and the meta of a first version. */
export function stamp(resource: FhirElement, { id, at, source }: Stamp): void {
  putChild(resource, textElement(resource, 'id', id));
  const meta = new FhirElement('meta', resource, 'object', undefined, 0);
  meta.children = resource.child('meta')?.children ?? [];
  putChild(meta, textElement(meta, 'lastUpdated', at.toISOString()));
  putChild(meta, textElement(meta, 'versionId', '1'));
  if (source !== undefined && meta.valueOf('source') === undefined) putChild(meta, textElement(meta, 'source', source));
  putChild(resource, meta);
}

/** Points a reference somewhere else: `device` of an Observation to the Device as it is kept here. */
export function pointTo(resource: FhirElement, name: string, reference: string): void {
  const holder = resource.child(name);
  if (holder) putChild(holder, textElement(holder, 'reference', reference));
}
