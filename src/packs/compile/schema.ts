import * as z from 'zod';
import { SEVERITIES, TRUSTS } from '../../core/index.js';
import {
  CARD_PATTERN,
  DATA_TYPE_PATTERN,
  PACK_ID_PATTERN,
  PACK_REFERENCE_PATTERN,
  PREDICATE_PATH_PATTERN,
  RULE_ID_PATTERN,
  RULE_PATTERN,
  SEGMENT_PATTERN,
  VERSION_PATTERN,
} from '../ids.js';
import type { Predicate } from '../types.js';

/**
 * Closed schemas of the files of a pack folder. Messages given here are keys of `SHAPE_HINTS` (describe-issue.ts).
 * The JSON Schemas for editors under docs/schemas are generated from these.
 */

const text = z
  .strictObject({ fr: z.string().min(1), en: z.string().min(1) })
  .meta({ id: 'text', description: 'A text in French and in English' });
const spec = z
  .strictObject({ standard: z.string().min(1), section: z.string().min(1), url: z.url().optional() })
  .meta({ id: 'spec', description: 'Where the row was read' });
const ruleId = z.string().regex(RULE_ID_PATTERN, 'ruleId');
const segmentName = z.string().regex(SEGMENT_PATTERN, 'segment');
const eventId = z.string().regex(SEGMENT_PATTERN, 'event');
const tableId = z.string().min(1);
const usage = z.enum(['R', 'RE', 'C', 'CE', 'O', 'X', 'B', 'W']);

const rowBase = {
  trust: z.enum(TRUSTS).optional(),
  spec: spec.optional(),
  note: text.optional(),
};
/** `null` takes away what the base pack says. */
const judgedBy = ruleId.nullable().optional();

const predicatePath = z.string().regex(PREDICATE_PATH_PATTERN, 'predicatePath');
const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)], 'oneOrMore');
const predicate: z.ZodType<Predicate> = z
  .lazy(() =>
    z.union(
      [
        z.strictObject({ valued: predicatePath }),
        z.strictObject({ equals: z.strictObject({ path: predicatePath, value: oneOrMore }) }),
        z.strictObject({ event: oneOrMore }),
        z.strictObject({ all: z.array(predicate).min(1) }),
        z.strictObject({ any: z.array(predicate).min(1) }),
        z.strictObject({ not: predicate }),
      ],
      'predicate',
    ),
  )
  .meta({ id: 'predicate', description: 'What a C or CE row depends on' });

const elementKeys = {
  at: z.int().min(1).max(999).meta({ description: 'Position, from 1' }),
  name: text.optional(),
  type: z.string().regex(DATA_TYPE_PATTERN, 'dataType').optional(),
  length: z.int().min(1).nullable().optional().meta({ description: 'In characters; null: unlimited' }),
  usage: usage.optional(),
  card: z.string().regex(CARD_PATTERN, 'card').optional().meta({ description: 'min..max, * for unbounded' }),
  table: tableId.nullable().optional(),
  predicate: predicate.nullable().optional(),
  otherwise: z
    .literal('O')
    .nullable()
    .optional()
    .meta({ description: 'O: allowed when the predicate does not hold; else forbidden then' }),
  fixed: z.string().nullable().optional().meta({ description: 'The one value allowed' }),
  severity: z.enum(SEVERITIES).nullable().optional().meta({ description: 'Of whatever breaks this row' }),
  judgedBy,
  ...rowBase,
};
const element = z.strictObject(elementKeys).meta({ id: 'element' });

export const packFile = z.strictObject({
  id: z.string().regex(PACK_ID_PATTERN, 'packId'),
  version: z.string().regex(VERSION_PATTERN, 'version').optional(),
  versions: z
    .array(z.string().regex(VERSION_PATTERN, 'version'))
    .min(1)
    .optional()
    .meta({ description: 'Instead of version: one folder that holds a dictionary file per version' }),
  format: z.enum(['hl7v2', 'cda', 'fhir']),
  extends: z.string().regex(PACK_REFERENCE_PATTERN, 'packReference').optional(),
  title: text,
  publisher: z.string().min(1),
  source: z.string().min(1),
  trust: z.enum(TRUSTS),
  licence: z.string().min(1),
  baseVersion: z.string().regex(VERSION_PATTERN, 'version').optional(),
  rules: z.array(z.string().regex(RULE_PATTERN, 'rulePattern')).optional(),
  severities: z.record(ruleId, z.enum([...SEVERITIES, 'off'])).optional(),
  lowerFrenchWhenUndeclared: z.boolean().optional(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});

const event = z.strictObject({
  id: eventId,
  title: text,
  transaction: z.string().min(1),
  usage: z.enum(['R', 'O', 'excluded', 'removed']),
  structure: z.string().min(1),
  grammar: z.string().min(1).optional(),
  structure231: z.string().min(1).optional(),
  option: z.string().min(1).optional(),
  action: z.enum(['INSERT', 'UPDATE', 'CANCEL']).optional(),
  cancelledBy: eventId.optional(),
  cancels: z.array(eventId).min(1).optional(),
  judgedBy: ruleId.optional(),
  ...rowBase,
});
export const eventsFile = z.array(event);

const grammar = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  judgedBy: ruleId.optional(),
  ...rowBase,
});
export const grammarsFile = z.array(grammar);

export const segmentFile = z.strictObject({
  id: segmentName,
  name: text.optional(),
  fields: z.array(element).optional(),
  judgedBy,
  ...rowBase,
});

export const dataTypeFile = z.strictObject({
  id: z.string().regex(DATA_TYPE_PATTERN, 'dataType'),
  name: text.optional(),
  components: z.array(element).optional(),
  judgedBy,
  ...rowBase,
});

const table = z.strictObject({
  id: tableId,
  title: text,
  kind: z.enum(['closed', 'open', 'suggested']),
  codes: z.record(z.string(), text),
  judgedBy: ruleId.optional(),
  ...rowBase,
});
export const tablesFile = z.array(table);

const encounterState = z.strictObject({
  id: z.string().min(1),
  title: text,
  next: z.array(
    z.strictObject({
      events: z.array(eventId).min(1),
      to: z.string().min(1),
      classes: z.array(z.string().min(1)).min(1).optional(),
    }),
  ),
  judgedBy: ruleId.optional(),
  ...rowBase,
});
export const encounterFile = z.strictObject({
  states: z.array(encounterState).optional(),
  classChanges: z.record(z.string(), z.record(z.string(), eventId)).optional(),
});

export const pairsFile = z.record(z.string(), z.record(z.string(), z.array(z.string())));

/** Name, type, usage, cardinality, length (null: none), table (null: none): the six cells of a dictionary row. */
const dictionaryRow = z.tuple([
  z.string(),
  z.string().regex(DATA_TYPE_PATTERN, 'dataType'),
  usage,
  z.string().regex(CARD_PATTERN, 'card'),
  z.int().min(1).nullable(),
  tableId.nullable(),
]);

/** `<version>.json` of a folder with `versions`: a generated dictionary, one row a line, positions by order. */
export const dictionaryFile = z.strictObject({
  segments: z.record(segmentName, z.strictObject({ name: z.string(), fields: z.array(dictionaryRow) })),
  dataTypes: z.record(
    z.string().regex(DATA_TYPE_PATTERN, 'dataType'),
    z.strictObject({ name: z.string(), components: z.array(dictionaryRow) }),
  ),
  tables: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      kind: z.enum(['closed', 'open', 'suggested']),
      codes: z.record(z.string(), z.string()),
    }),
  ),
  grammars: z.record(z.string(), z.string()),
});

/** Every file kind by the name its JSON Schema gets. */
export const FILE_SCHEMAS = {
  pack: packFile,
  events: eventsFile,
  grammars: grammarsFile,
  segment: segmentFile,
  datatype: dataTypeFile,
  tables: tablesFile,
  encounter: encounterFile,
  pairs: pairsFile,
  dictionary: dictionaryFile,
} as const;

export type PackFile = z.infer<typeof packFile>;
export type EventsFile = z.infer<typeof eventsFile>;
export type GrammarsFile = z.infer<typeof grammarsFile>;
export type SegmentFile = z.infer<typeof segmentFile>;
export type DataTypeFile = z.infer<typeof dataTypeFile>;
export type ElementFile = z.infer<typeof element>;
export type TablesFile = z.infer<typeof tablesFile>;
export type EncounterFile = z.infer<typeof encounterFile>;
export type PairsFile = z.infer<typeof pairsFile>;
export type DictionaryFile = z.infer<typeof dictionaryFile>;
