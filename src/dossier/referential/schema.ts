import * as z from 'zod';
import { FACTS, PROOF_KINDS, SOURCE_KINDS, STANDINGS } from './types.js';

/**
 * Closed schemas of the files of a requirement pack. Messages given here are keys of the loader's shape hints. The JSON
 * Schemas for editors under docs/schemas are generated from these.
 */

const text = z
  .strictObject({ fr: z.string().min(1), en: z.string().min(1) })
  .meta({ id: 'text', description: 'A text in French and in English' });
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'packId');
const sourced = {
  standing: z.enum(STANDINGS).meta({ description: 'national only with a primary source' }),
  sources: z.array(id).min(1),
};
const remark = z.strictObject({ text, ...sourced }).meta({ id: 'remark' });
const numbers = z.array(z.string().regex(/^[1-9]\d{0,2}(?:-[1-9]\d{0,2})?$/, 'numbers')).min(1);

export const referentialFile = z.strictObject({
  id,
  version: z.string().min(1),
  title: text,
  warning: text,
  families: z
    .array(z.string().regex(/^[A-Za-z]{2,6}$/, 'family'))
    .min(1)
    .meta({ description: 'In the order of the dossier; each is a file of requirements/' }),
  sources: z
    .array(z.strictObject({ id, kind: z.enum(SOURCE_KINDS), title: text, where: z.string().min(1).optional() }))
    .min(1),
  platforms: z.array(
    z.strictObject({
      id: z.enum(['preview', 'referencement']),
      title: text,
      address: z.url('webAddress'),
      note: text.optional(),
      ...sourced,
    }),
  ),
  paths: z.array(z.strictObject({ id, title: text, ...sourced })).min(1),
  reminders: z.array(remark).optional(),
  penetrationTest: z.strictObject({
    title: text,
    rule: text,
    maxHigh: z.int().min(0),
    maxMedium: z.int().min(0),
    ...sourced,
  }),
});

export const scenariosFile = z.array(
  z.strictObject({
    id,
    title: text,
    proofs: z
      .array(z.strictObject({ kinds: z.array(z.enum(PROOF_KINDS)).min(1), what: text }))
      .min(1)
      .max(3),
    ...sourced,
  }),
);

const condition: z.ZodType<ConditionFile> = z
  .lazy(() =>
    z.union(
      [
        z.strictObject({ fact: z.enum(FACTS), is: z.union([z.string(), z.boolean()]) }),
        z.strictObject({ all: z.array(condition).min(1) }),
        z.strictObject({ any: z.array(condition).min(1) }),
        z.strictObject({ not: condition }),
      ],
      'condition',
    ),
  )
  .meta({ id: 'condition', description: 'What the dossier states of the product' });

type ConditionFile =
  | { fact: (typeof FACTS)[number]; is: string | boolean }
  | { all: ConditionFile[] }
  | { any: ConditionFile[] }
  | { not: ConditionFile };

export const applicabilityFile = z.array(
  z.strictObject({
    id,
    requirements: z
      .array(z.string().regex(/^[A-Za-z]{2,6} (?:\*|[1-9]\d{0,2}(?:-[1-9]\d{0,2})?)$/, 'requirementPattern'))
      .min(1),
    appliesWhen: condition.optional(),
    notApplicableWhen: condition.optional(),
    why: text,
    declaration: text.optional().meta({ description: 'What the exploitant swears, after "the product …"' }),
    ...sourced,
  }),
);

export const familyFile = z.strictObject({
  family: z.string().regex(/^[A-Za-z]{2,6}$/, 'family'),
  title: text,
  groups: z
    .array(
      z.strictObject({
        numbers,
        subject: text,
        scenarios: z.array(id).min(1).max(4),
        runs: z
          .array(z.string().min(1))
          .optional()
          .meta({ description: 'Scenarios of `epreuve run` that gather evidence for it' }),
        notes: z.array(remark).optional(),
        pitfalls: z.array(remark).optional(),
        unsettled: text.optional(),
        ...sourced,
      }),
    )
    .min(1),
});

export type ReferentialFile = z.infer<typeof referentialFile>;
export type ScenariosFile = z.infer<typeof scenariosFile>;
export type ApplicabilityFile = z.infer<typeof applicabilityFile>;
export type FamilyFile = z.infer<typeof familyFile>;
