import type { PackMistake } from '../compile/mistakes.js';
import { buildSchema } from './build-schema.js';
import { FolderReader } from './compile-content.js';
import { cdaSchemaFile } from './schema-files.js';
import { writeXsd, type XsdFiles } from './write-xsd.js';

/** XSD of the files under `schema/` of a pack folder; the base pack's when it has none. Mistakes go to the list. */
export async function compileCdaSchema(
  folder: string,
  base: XsdFiles | undefined,
  mistakes: PackMistake[],
): Promise<XsdFiles> {
  const files = await new FolderReader(folder, mistakes).read('schema', cdaSchemaFile);
  if (files.length === 0) return base ?? {};
  const sources = files.map((file) => ({
    data: file.data,
    report: (path: readonly PropertyKey[], words: Pick<PackMistake, 'reason' | 'remedy'>) => {
      mistakes.push(file.mistake(path, words));
    },
  }));
  return writeXsd(buildSchema(sources));
}
