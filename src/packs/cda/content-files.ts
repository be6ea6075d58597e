import * as z from 'zod';
import { SEVERITIES, TRUSTS } from '../../core/index.js';

/** Closed schemas of the files of a CDA pack, but those of `schema/`. */

const text = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const xpath = z.string().min(1);
const codeIn = z.strictObject({
  table: z.string().min(1),
  by: z.enum(['code', 'code+system', 'system', 'label', 'text', 'attribute']),
  attribute: z.string().min(1).optional(),
});

const assert = {
  context: xpath.optional(),
  test: xpath.optional(),
  codeIn: codeIn.optional(),
  at: xpath.optional(),
  found: xpath.optional(),
  expected: z.string().min(1).optional(),
};

const check = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  severity: z.enum(SEVERITIES).optional(),
  ...assert,
  message: text,
});

const row = z.strictObject({
  id: z.string().regex(/^CDA-[A-Z0-9]+-\d+$/),
  severity: z.enum(SEVERITIES),
  source: z.string().min(1).meta({ description: 'KEY section; KEY section' }),
  level: z.union([z.literal(1), z.literal(3)]).optional(),
  models: z.array(z.string()).min(1).optional(),
  constraint: z.string().min(1).optional(),
  title: text,
  why: text,
  repair: text,
  ...assert,
  message: text.optional(),
  checks: z.array(check).min(1).optional(),
});

export const rowsFile = z.array(row);
export const sourcesFile = z.record(z.string(), z.strictObject({ standard: z.string().min(1), trust: z.enum(TRUSTS) }));

export const cdaValueSetFile = z.strictObject({
  id: z.string().min(1),
  oid: z.string().regex(/^\d+(\.\d+)+$/),
  title: z.string().min(1),
  date: z.iso.date(),
  source: z.string().min(1),
  complete: z.boolean(),
  size: z.int().min(1),
  note: z.string().optional(),
  codes: z.record(z.string(), z.record(z.string(), z.string()).nullable()),
});

const oid = z.string().regex(/^\d+(\.\d+)+$/);
const section = z.strictObject({
  template: oid.optional(),
  anyOf: z.array(oid).min(1).optional(),
  card: z.string().regex(/^\d+\.\.(\d+|\*)$/),
  from: z.string().optional(),
  until: z.string().optional(),
});
const model = z.strictObject({
  id: z.string().min(1),
  title: text,
  codes: z.array(z.string()),
  templates: z.array(oid).min(1),
  versions: z.array(z.string()),
  formatCode: z.string().optional(),
  sections: z.array(section).optional(),
  pdfCopyFrom: z.string().optional(),
  serviceEventCodes: z.array(z.string()).optional(),
});
export const modelsFile = z.array(model);

export const closedFile = z.record(z.string(), z.string());

export type RowFile = z.infer<typeof row>;
export type ModelFile = z.infer<typeof model>;
