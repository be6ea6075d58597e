import * as z from 'zod';
import { PROOF_KINDS } from '../referential/types.js';

/**
 * Closed schema of dossier.yaml; docs/schemas/dossier.schema.json is generated from it. A section whose every line is
 * still commented out is null in YAML.
 */

const fileInDossier = z
  .string()
  .min(1)
  .max(400)
  .meta({ description: 'File below the folder of dossier.yaml, forward slashes' });
const webAddress = z.url({ protocol: /^https?$/, error: 'webAddress' }).max(2000);
const isoDate = z.iso.date('isoDate');

const proof = z
  .strictObject({
    file: fileInDossier.optional(),
    link: webAddress.optional(),
    run: z.string().min(1).optional().meta({ description: 'Folder of a run of Épreuve' }),
    steps: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .meta({ description: 'Steps of the run; absent: the whole run' }),
    kind: z.enum(PROOF_KINDS).optional(),
    title: z.string().min(1).max(200).optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'sha256')
      .optional(),
  })
  .meta({ id: 'proof', description: 'One of file, link and run' });

const requirementEntry = z
  .strictObject({
    applicable: z.boolean().optional().meta({ description: 'Against the rule; a reason is then required' }),
    reason: z.string().min(1).max(2000).optional(),
    scenario: z.string().min(1).optional(),
    platformLink: webAddress.optional().meta({ description: 'Permanent link of the test executed on the platform' }),
    proof1: proof.optional(),
    proof2: proof.optional(),
    proof3: proof.optional(),
    declaration: fileInDossier.optional().meta({ description: 'The sworn declaration, signed' }),
    comment: z.string().min(1).max(2000).optional(),
  })
  .meta({ id: 'requirement' });

const level = z.enum(['green', 'yellow', 'orange', 'red']);
const answer = z
  .strictObject({
    level: z.union([level, z.literal('not-applicable')]),
    comment: z.string().min(1).max(2000).optional(),
    target: z
      .strictObject({
        level: level.optional(),
        date: isoDate.optional(),
        notApplicable: z.literal(true).optional(),
        comment: z.string().min(1).max(2000).optional(),
      })
      .optional(),
  })
  .meta({ id: 'answer' });

export const dossierFile = z.strictObject({
  format: z.literal('epreuve-dossier/1'),
  referential: z.string().min(1).optional().meta({ description: 'Requirement pack: id or folder' }),
  date: isoDate.optional().meta({ description: 'Printed on the pages; absent: no date' }),
  product: z.strictObject({
    name: z.string().min(1).max(120),
    version: z.string().min(1).max(60),
    system: z.string().min(1).max(120).optional(),
    device: z.string().min(1).max(120).optional(),
  }),
  exploitant: z.strictObject({
    name: z.string().min(1).max(200),
    siret: z
      .string()
      .regex(/^\d{14}$/, 'siret')
      .optional(),
    signatory: z
      .strictObject({ name: z.string().min(1).max(120), role: z.string().min(1).max(120).optional() })
      .optional(),
  }),
  path: z.string().min(1).optional(),
  environment: z.enum(['preview', 'referencement']),
  platforms: z.strictObject({ preview: webAddress.optional(), referencement: webAddress.optional() }).optional(),
  identity: z
    .strictObject({
      role: z.enum(['slave', 'ri']).optional(),
      establishment: z.enum(['inside', 'outside']).optional(),
      exchanges: z.boolean().optional(),
      prints: z.boolean().optional(),
      documentCopies: z.boolean().optional(),
    })
    .nullish(),
  ins: z.strictObject({ used: z.boolean().optional() }).nullish(),
  access: z
    .strictObject({
      patient: z.boolean().optional(),
      professional: z.boolean().optional(),
      vitaleApp: z.boolean().optional(),
    })
    .nullish(),
  penetrationTest: z
    .strictObject({
      date: isoDate.optional(),
      provider: z.string().min(1).max(200).optional(),
      report: fileInDossier.optional(),
      high: z.int().min(0),
      medium: z.int().min(0),
    })
    .optional(),
  runs: z.array(z.string().min(1)).max(200).optional(),
  declarations: z
    .record(z.string(), fileInDossier)
    .optional()
    .meta({ description: 'Signed declarations by applicability rule: one paper for all its requirements' }),
  requirements: z.record(z.string(), requirementEntry).nullish(),
  maturity: z
    .strictObject({
      demarches: z.array(z.string().min(1)).min(1),
      answers: z.record(z.string(), answer).optional(),
    })
    .optional(),
});

export type DossierFile = z.infer<typeof dossierFile>;
export type RequirementEntry = z.infer<typeof requirementEntry>;
export type ProofEntry = z.infer<typeof proof>;
