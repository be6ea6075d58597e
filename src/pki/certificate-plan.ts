import { makeError } from '../core/index.js';
import { CERTIFICATE_KINDS, KEY_ALGORITHMS } from './certificate-types.js';
import type { CertificateOptions } from './issue-certificate.js';

/** A set of certificates to make in one go, as `certs/plan.yaml` writes it. */
export interface CertificatePlan {
  readonly authority?: { readonly name?: string; readonly validityDays?: number };
  readonly certificates: readonly PlannedCertificate[];
}

export interface PlannedCertificate extends Omit<CertificateOptions, 'now'> {
  /** Base name of its files. */
  readonly file: string;
  /** Listed in the revocation list of the set. */
  readonly revoked?: boolean;
}

/** Reads a plan from YAML. Throws `pki-plan-invalid`, naming the place in the plan. */
export async function parseCertificatePlan(text: string, file: string): Promise<CertificatePlan> {
  const { parse } = await import('yaml');
  const schema = await planSchema();
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\n.*/s, '') : '';
    throw makeError('pki-plan-invalid', { file, path: 'YAML', reason }, { cause });
  }
  const checked = schema.safeParse(document);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = issue?.path.map(String).join('.') || 'plan';
  throw makeError('pki-plan-invalid', { file, path, reason: issue?.message ?? '' });
}

async function planSchema() {
  const { z } = await import('zod');
  const days = z.int().min(1).max(36500).exactOptional();
  const text = z.string().exactOptional();
  const flag = z.boolean().exactOptional();
  const structure = z.union([z.strictObject({ siret: z.string() }), z.strictObject({ finess: z.string() })]);
  const certificate = z.strictObject({
    file: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
    kind: z.enum(CERTIFICATE_KINDS),
    commonName: z.string(),
    organisation: text,
    structure: structure.exactOptional(),
    department: text,
    altNames: z.array(z.string()).max(50).exactOptional(),
    both: flag,
    keyAlgorithm: z.enum(KEY_ALGORITHMS).exactOptional(),
    crlUrl: z.url().exactOptional(),
    policies: z
      .array(z.string().regex(/^\d+(\.\d+)+$/))
      .max(20)
      .exactOptional(),
    period: z.enum(['current', 'expired', 'not-yet-valid']).exactOptional(),
    validityDays: days,
    revoked: flag,
  });
  const certificates = z.array(certificate).min(1).max(100);
  return z.strictObject({
    authority: z.strictObject({ name: z.string().max(30).exactOptional(), validityDays: days }).exactOptional(),
    certificates: certificates.refine((all) => new Set(all.map(({ file }) => file)).size === all.length, {
      error: 'two certificates have the same file',
    }),
  });
}
