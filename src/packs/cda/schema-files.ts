import * as z from 'zod';
import { SCHEMA_NAMESPACES } from './schema-model.js';

/** Closed schema of the files under `schema/` of a CDA pack. */

const typeName = z.string().regex(/^(?:xs:)?[A-Za-z][\w.-]*$/, 'dataType');

const complexType = z.strictObject({
  abstract: z.boolean().optional(),
  mixed: z.boolean().optional(),
  open: z.literal(true).optional().meta({ description: 'Anything may stand inside' }),
  extends: typeName.optional(),
  restricts: typeName.optional(),
  value: typeName.optional().meta({ description: 'Simple type of the content, instead of children' }),
  children: z.string().optional().meta({ description: 'name Type ?*+ a line; ( a A | b B ) for a choice' }),
  attributes: z.string().optional().meta({ description: 'name Type, or name = VALUE; ! when required' }),
  without: z.string().optional().meta({ description: 'Attributes of the restricted type that are forbidden' }),
  typeId: z.literal('required').optional(),
});

const simpleType = z.union([
  z.strictObject({
    base: typeName,
    pattern: z.string().min(1).optional(),
    minLength: z.int().min(0).optional(),
  }),
  z.strictObject({ codes: z.string().min(1), base: typeName.optional() }),
  z.strictObject({ list: typeName }),
  z.strictObject({ union: z.string().min(1) }),
]);

export const cdaSchemaFile = z.strictObject({
  namespace: z.enum(Object.keys(SCHEMA_NAMESPACES)),
  source: z.string().min(1),
  dataTypes: z.literal('own').optional().meta({ description: 'Data types stand in this namespace too' }),
  root: typeName.optional(),
  simpleTypes: z.record(typeName, simpleType).optional(),
  groups: z.record(z.string(), z.string().min(1)).optional(),
  attributeGroups: z.record(z.string(), z.string().min(1)).optional(),
  types: z.record(typeName, complexType).optional(),
  classes: z.record(typeName, complexType).optional(),
});

export type CdaSchemaFile = z.infer<typeof cdaSchemaFile>;
export type ComplexTypeFile = z.infer<typeof complexType>;
export type SimpleTypeFile = z.infer<typeof simpleType>;
