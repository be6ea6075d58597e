import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BuiltInPlaces {
  /** Folder of pack folders (YAML). */
  readonly profiles: string;
  /** Folder of packs compiled ahead; undefined when running from the source tree, whose YAML may be newer. */
  readonly compiled: string | undefined;
}

let places: BuiltInPlaces | undefined;

/** The packs that come with Épreuve: the nearest `profiles` folder above this file. */
export function builtInPlaces(): BuiltInPlaces {
  places ??= findPlaces(dirname(fileURLToPath(import.meta.url)));
  return places;
}

function findPlaces(start: string): BuiltInPlaces {
  let folder = start;
  for (;;) {
    const profiles = join(folder, 'profiles');
    if (existsSync(join(profiles, 'hl7v2-base', 'pack.yaml'))) {
      const compiled = join(folder, 'dist', 'packs');
      const built = start.startsWith(join(folder, 'dist')) && existsSync(compiled);
      return { profiles, compiled: built ? compiled : undefined };
    }
    const parent = dirname(folder);
    if (parent === folder) return { profiles: join(start, 'profiles'), compiled: undefined };
    folder = parent;
  }
}
