import { type KitSource, KitTables, type Schematron, SchematronRunner } from '../../../formats/cda/index.js';
import type { CdaKit } from '../../../packs/index.js';

/** A kit with the schematrons that the evidence calls for: judging reads nothing else. */
export class PreparedKit {
  readonly #runners = new Map<string, SchematronRunner>();
  readonly #tables: KitTables;

  constructor(
    readonly kit: CdaKit,
    private readonly schematrons: ReadonlyMap<string, Schematron>,
    /** XSD texts of the kit, when its main file is there. */
    readonly xsd: Readonly<Record<string, string>> | undefined,
  ) {
    this.#tables = new KitTables(kit.texts);
  }

  /** Ready to run; undefined when it was not prepared. */
  runner(file: string): SchematronRunner | undefined {
    const known = this.#runners.get(file);
    const schematron = this.schematrons.get(file);
    if (known || !schematron) return known;
    const runner = new SchematronRunner(schematron, this.#tables);
    this.#runners.set(file, runner);
    return runner;
  }
}

export function sourceOf({ texts, reference }: CdaKit): KitSource {
  return { kit: reference.title.fr, text: (path) => texts.get(path) };
}

/** The main XSD of the kit, from which the others are included. */
export const MAIN_XSD = /^infrastructure\/cda\/CDA_extended\.xsd$/i;
