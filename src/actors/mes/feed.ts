import type { FhirElement } from '../../formats/fhir/index.js';
import { identifierKey } from './fhir-parts.js';
import { type StoredDevice, type StoredMeasure, toStoredDevice, toStoredMeasure } from './measure.js';
import type { MeasureStore } from './measure-store.js';
import { pointTo, stamp } from './stamp.js';

/** What the server makes resources its own with. */
export interface Keeping {
  readonly store: MeasureStore;
  readonly at: Date;
  readonly newId: () => string;
  /** OID of the solution that feeds, when it is known. */
  readonly solution: string | undefined;
}

export interface EntryAnswer {
  readonly status: '201 Created' | '200 OK';
  readonly location: string;
}

/** An entry of a transaction that was found good. */
export interface AcceptedEntry {
  readonly resource: FhirElement;
  readonly fullUrl: string | undefined;
  readonly ifNoneExist: string | undefined;
}

/** Entries with a resource, in the order of the Bundle. */
export function acceptedEntries(bundle: FhirElement): AcceptedEntry[] {
  return bundle.all('entry').flatMap((entry) => {
    const resource = entry.child('resource');
    if (!resource) return [];
    const ifNoneExist = entry.child('request')?.valueOf('ifNoneExist');
    return [{ resource, fullUrl: entry.valueOf('fullUrl'), ifNoneExist }];
  });
}

/**
 * Keeps every entry, or none: devices first, so that measures point to them as they are kept here. A Device whose
 * identifier is known already is not made again (§8.3). Throws `folder-unwritable`.
 */
export function keepEntries(entries: readonly AcceptedEntry[], keeping: Keeping): EntryAnswer[] {
  const devices = new DeviceKeeper(keeping);
  const answers = new Map<AcceptedEntry, EntryAnswer>();
  for (const entry of entries) if (entry.resource.resourceType === 'Device') answers.set(entry, devices.keep(entry));
  const measures: StoredMeasure[] = [];
  for (const entry of entries) {
    if (entry.resource.resourceType !== 'Observation') continue;
    const measure = keepMeasure(entry.resource, devices, keeping);
    measures.push(measure);
    answers.set(entry, { status: '201 Created', location: `Observation/${measure.id}` });
  }
  keeping.store.add(measures, devices.made);
  return entries.flatMap((entry) => answers.get(entry) ?? []);
}

function keepMeasure(observation: FhirElement, devices: DeviceKeeper, keeping: Keeping): StoredMeasure {
  const { at, newId, solution } = keeping;
  const reference = observation.child('device')?.valueOf('reference');
  const kept = reference === undefined ? undefined : devices.placeOf(reference);
  if (kept !== undefined) pointTo(observation, 'device', kept);
  stamp(observation, { id: newId(), at, ...(solution !== undefined && { source: `urn:oid:${solution}` }) });
  return toStoredMeasure(observation);
}

class DeviceKeeper {
  readonly made: StoredDevice[] = [];
  readonly #places = new Map<string, string>();

  constructor(private readonly keeping: Keeping) {}

  keep({ resource, fullUrl, ifNoneExist }: AcceptedEntry): EntryAnswer {
    const known = this.#find(ifNoneExist);
    const id = known?.id ?? this.#newId(resource);
    const location = `Device/${id}`;
    this.#places.set(`Device/${resource.valueOf('id') ?? ''}`, location);
    if (fullUrl !== undefined) this.#places.set(fullUrl, location);
    if (known) return { status: '200 OK', location };
    stamp(resource, { id, at: this.keeping.at });
    this.made.push(toStoredDevice(resource));
    return { status: '201 Created', location };
  }

  /** Where a reference of the same Bundle leads. */
  placeOf(reference: string): string | undefined {
    return this.#places.get(reference);
  }

  #find(ifNoneExist: string | undefined): StoredDevice | undefined {
    const [, system = '', value = ''] = /^identifier=([^|]*)\|(.+)$/.exec(ifNoneExist ?? '') ?? [];
    if (value === '') return undefined;
    const key = identifierKey({ system, value });
    return this.keeping.store.deviceWith(key) ?? this.made.find(({ identifiers }) => identifiers.includes(key));
  }

  /** The client's own, as long as nobody else has it: the measure it sent keeps its reference. */
  #newId(resource: FhirElement): string {
    const own = resource.valueOf('id') ?? '';
    const isFree = this.keeping.store.device(own) === undefined && !this.made.some(({ id }) => id === own);
    return /^[A-Za-z0-9.-]{1,64}$/.test(own) && isFree ? own : this.keeping.newId();
  }
}

/** `transaction-response` with one answer for each entry, in order (§8.3). */
export function writeFeedAnswer(answers: readonly EntryAnswer[], at: Date): string {
  const entry = answers.map((answer) => ({ response: { ...answer, lastModified: at.toISOString() } }));
  return JSON.stringify({ resourceType: 'Bundle', type: 'transaction-response', ...(entry.length > 0 && { entry }) });
}
