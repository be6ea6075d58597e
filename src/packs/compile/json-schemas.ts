import * as z from 'zod';
import { FILE_SCHEMAS } from './schema.js';

/** What each file kind is, for an editor's tooltip. */
const TITLES: Readonly<Record<keyof typeof FILE_SCHEMAS, string>> = {
  pack: 'pack.yaml of an Épreuve pack',
  events: 'events.yaml: trigger events',
  grammars: 'grammars.yaml: message structures',
  segment: 'segments/<SEG>.yaml: fields of one segment',
  datatype: 'datatypes/<TYPE>.yaml: components of one data type',
  tables: 'tables.yaml or tables/*.yaml: code tables',
  encounter: 'encounter.yaml: states of an encounter and changes of class',
  pairs: 'pairs.yaml: codes that go together',
  dictionary: '<version>.json: generated dictionary',
};

/** JSON Schemas (draft 2020-12) of the pack files by file name, made from the schemas the loader uses. */
export function packJsonSchemas(): Readonly<Record<string, string>> {
  const schemas: Record<string, string> = {};
  for (const kind of Object.keys(FILE_SCHEMAS) as (keyof typeof FILE_SCHEMAS)[]) {
    const schema = { title: TITLES[kind], ...z.toJSONSchema(FILE_SCHEMAS[kind], { io: 'input' }) };
    schemas[`pack-${kind}.schema.json`] = `${JSON.stringify(schema, null, 2)}\n`;
  }
  return schemas;
}
