import { identifierKey } from './fhir-parts.js';
import { Journal } from './journal.js';
import { type StoredDevice, type StoredMeasure, toStoredDevice, toStoredMeasure } from './measure.js';

export interface MeasureStoreOptions {
  /** A file that keeps everything, one resource a line; without it, memory only. */
  readonly file?: string;
  /** Resources kept at most; the server then refuses more. */
  readonly maxResources?: number;
}

const DEFAULT_MAX_RESOURCES = 100_000;

/** Measures and devices received, by patient. */
export class MeasureStore {
  readonly #measures = new Map<string, StoredMeasure>();
  readonly #byPatient = new Map<string, StoredMeasure[]>();
  readonly #devices = new Map<string, StoredDevice>();
  readonly #deviceByIdentifier = new Map<string, StoredDevice>();
  readonly #max: number;
  #journal: Journal | undefined;

  private constructor(options: MeasureStoreOptions) {
    this.#max = options.maxResources ?? DEFAULT_MAX_RESOURCES;
  }

  /** Throws `store-damaged` and `file-unreadable` for a file that cannot be taken up again. */
  static async open(options: MeasureStoreOptions = {}): Promise<MeasureStore> {
    const store = new MeasureStore(options);
    if (options.file === undefined) return store;
    store.#journal = await Journal.open(options.file, (root) => {
      if (root.resourceType === 'Device') store.#keepDevice(toStoredDevice(root));
      else if (root.resourceType === 'Observation') store.#keepMeasure(toStoredMeasure(root));
    });
    return store;
  }

  /** All of them or, when the disk refuses, none. Throws `folder-unwritable`. */
  add(measures: readonly StoredMeasure[], devices: readonly StoredDevice[]): void {
    this.#journal?.append([...devices, ...measures].map(({ text }) => text));
    for (const device of devices) this.#keepDevice(device);
    for (const measure of measures) this.#keepMeasure(measure);
  }

  get isFull(): boolean {
    return this.#measures.size + this.#devices.size >= this.#max;
  }

  get size(): number {
    return this.#measures.size;
  }

  /** Patient keys in the order of their first measure. */
  get patients(): readonly string[] {
    return [...this.#byPatient.keys()];
  }

  /** In the order they came. */
  ofPatient(key: string): readonly StoredMeasure[] {
    return this.#byPatient.get(key) ?? [];
  }

  get measures(): readonly StoredMeasure[] {
    return [...this.#measures.values()];
  }

  measure(id: string): StoredMeasure | undefined {
    return this.#measures.get(id);
  }

  device(id: string): StoredDevice | undefined {
    return this.#devices.get(id);
  }

  /** `OID|value`, without `urn:oid:`. */
  deviceWith(identifier: string): StoredDevice | undefined {
    return this.#deviceByIdentifier.get(identifier);
  }

  close(): void {
    this.#journal?.close();
    this.#journal = undefined;
  }

  #keepMeasure(measure: StoredMeasure): void {
    this.#measures.set(measure.id, measure);
    const key = identifierKey(measure.patient);
    const known = this.#byPatient.get(key);
    if (known) known.push(measure);
    else this.#byPatient.set(key, [measure]);
  }

  #keepDevice(device: StoredDevice): void {
    this.#devices.set(device.id, device);
    for (const identifier of device.identifiers) this.#deviceByIdentifier.set(identifier, device);
  }
}
