import * as z from 'zod';
import { RULE_ID_PATTERN } from '../ids.js';

/**
 * Shapes of the files of a FHIR pack. Definitions are FHIR resources: what is not named here is kept or ignored, as
 * FHIR says; rows of our own are closed.
 */
const canonical = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'canonical');

export const structureFile = z.looseObject({
  resourceType: z.literal('StructureDefinition'),
  url: canonical,
  name: z.string().min(1),
  type: z.string().min(1),
  kind: z.enum(['primitive-type', 'complex-type', 'resource', 'logical']),
  baseDefinition: canonical.optional(),
  derivation: z.enum(['specialization', 'constraint']).optional(),
  snapshot: z.looseObject({ element: z.array(z.looseObject({ path: z.string() })).min(1) }).optional(),
  differential: z.looseObject({ element: z.array(z.looseObject({ path: z.string() })) }).optional(),
});

export const valueSetFile = z.looseObject({ resourceType: z.literal('ValueSet'), url: canonical });
export const codeSystemFile = z.looseObject({ resourceType: z.literal('CodeSystem'), url: canonical });

const patterns = z.array(z.string().min(1)).min(1).optional();

/** `choices.yaml`: which profile a resource is judged with when it names none, or names an alias. */
export const choicesFile = z.strictObject({
  choices: z.array(
    z.strictObject({
      id: z.string().min(1),
      resourceType: z.string().min(1),
      profile: canonical,
      codes: z.array(z.string().regex(/^\S+\|\S+$/, 'systemAndCode')).default([]),
      aliases: z.array(canonical).default([]),
    }),
  ),
});

/** `claims.yaml`: findings of the engine that a rule of its own tells. */
export const claimsFile = z.strictObject({
  claims: z.array(
    z.strictObject({
      id: z.string().min(1),
      rule: z.string().regex(RULE_ID_PATTERN, 'ruleId'),
      kinds: patterns,
      messages: patterns,
      elements: patterns,
      profiles: patterns,
      constraints: patterns,
    }),
  ),
});
