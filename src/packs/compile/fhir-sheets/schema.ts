import * as z from 'zod';

/**
 * Shapes of the files that write FHIR profiles as rows: `sheets/*.yaml`, `rows/*.yaml`, `tables/*.yaml` and
 * `prefixes.yaml`. A canonical may start with a prefix of `prefixes.yaml`: `HL7/bodyweight`.
 */

const text = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const range = z.tuple([z.number(), z.number()]);
const jsonObject = z.record(z.string(), z.unknown());

const constraint = z.strictObject({
  key: z.string().min(1),
  severity: z.enum(['error', 'warning']),
  human: z.string().min(1),
  expression: z.string().min(1),
});

const kinds = '(?:card|slice|value|type|target|binding)';
const ruleId = '[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+';

const element = z.strictObject({
  at: z
    .string()
    .min(1)
    .meta({ description: 'Path with slices under the resource: component:SystolicBP.value[x]; a dot is the resource' }),
  card: z
    .string()
    .regex(/^\d{1,4}\.\.(?:\d{1,4}|\*)$/)
    .optional(),
  slices: z
    .string()
    .regex(/^(?:open|closed|openAtEnd)(?: (?:value|pattern|exists|type|profile):\S+)+$/)
    .optional()
    .meta({ description: 'open value:code value:system' }),
  types: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Quantity; Reference(A | B); Extension(url)' }),
  bind: z
    .string()
    .regex(/^(?:required|extensible|preferred|example) \S+$/)
    .optional(),
  must: z.boolean().optional().meta({ description: 'mustSupport' }),
  rule: z
    .string()
    .regex(new RegExp(`^(?:${ruleId}|${kinds}:${ruleId}(?: ${kinds}:${ruleId})*)$`))
    .optional()
    .meta({ description: 'Rule that reports a breach: FHM-203, or card:FHM-303 value:FHM-302' }),
  constraints: z.array(constraint).min(1).optional(),
  fixedUri: z.string().optional(),
  fixedCode: z.string().optional(),
  fixedString: z.string().optional(),
  patternUri: z.string().optional(),
  patternCode: z.string().optional(),
  patternString: z.string().optional(),
  patternCoding: jsonObject.optional(),
  patternQuantity: jsonObject.optional(),
  patternCodeableConcept: jsonObject.optional(),
});

const presence = z.enum(['required', 'forbidden']);
const measure = z.strictObject({
  unit: z.string().optional(),
  plausible: range.optional(),
  components: z.record(z.string(), range).optional(),
  decimals: z.int().min(0).max(6),
  integer: z.boolean().optional(),
  slips: z.array(z.string()).optional(),
  feed: z.enum(['vital-signs', 'biology', 'none']),
  kinds: z
    .array(
      z.strictObject({
        codes: z.array(z.string()).min(1),
        title: text,
        unit: z.string(),
        plausible: range,
        moment: presence,
        numberOfDays: presence,
      }),
    )
    .optional(),
});

export const prefixesFile = z.record(z.string().regex(/^[A-Z][A-Z0-9-]*$/), z.string().min(1));

export const profileSheetFile = z.strictObject({
  profile: z.string().min(1).meta({ description: 'Canonical' }),
  name: z.string().min(1),
  title: text,
  type: z.string().min(1),
  base: z.string().min(1),
  context: z.array(z.string().min(1)).min(1).optional().meta({ description: 'Where an extension may stand' }),
  chosenBy: z.array(z.string().min(1)).min(1).optional().meta({ description: 'system|code that choose this profile' }),
  aliases: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ description: 'Canonicals of other families that mean it' }),
  include: z.array(z.string().min(1)).min(1).optional().meta({ description: 'Names of files of rows/' }),
  elements: z.array(element).optional(),
  measure: measure.optional(),
});

export const rowsFile = z.strictObject({ rows: z.string().min(1), elements: z.array(element).min(1) });

/** System, code, words. */
const concept = z.tuple([z.string().min(1), z.string().min(1), z.string()]);

export const codeTablesFile = z.array(
  z.strictObject({
    valueSet: z.string().min(1).meta({ description: 'Canonical' }),
    oid: z.string().optional(),
    title: text,
    generation: z.string().min(1),
    date: z.string().optional(),
    wasRead: z.boolean().optional(),
    codes: z.array(concept).min(1),
    otherGeneration: z.array(concept).optional(),
  }),
);

export type ProfileSheetFile = z.infer<typeof profileSheetFile>;
export type RowsFile = z.infer<typeof rowsFile>;
export type CodeTablesFile = z.infer<typeof codeTablesFile>;
export type CodeTable = CodeTablesFile[number];
export type SheetElement = z.infer<typeof element>;
export type Prefixes = z.infer<typeof prefixesFile>;
