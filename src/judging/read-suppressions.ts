import { z } from 'zod';
import { makeError, type SuppressionEntry } from '../core/index.js';

const TEXT = z.string().trim().min(3).max(500);
const PATTERN = z.string().min(1).max(500);

/** Shape of `epreuve.suppressions.yaml`: docs/schemas/suppressions.schema.json is made from it. */
export const SUPPRESSIONS_FILE = z
  .strictObject({
    suppressions: z.array(
      z.strictObject({
        // A rule must be told: an entry for everything would turn the judge off.
        rule: PATTERN.regex(/[^*]{3}/).describe('Rule id; * stands for any characters.'),
        constraint: PATTERN.optional().describe('Row of the pack the finding names.'),
        path: PATTERN.optional().describe('Place: PID-3[2].4, an XPath…; * stands for any characters.'),
        evidence: PATTERN.optional().describe('Name of the file or evidence item; * stands for any characters.'),
        reason: TEXT.describe('Why it does not count.'),
        author: TEXT.describe('Who decided it.'),
        expires: z.iso.date().optional().describe('Last day it holds.'),
        requirementId: z.string().min(1).max(100).optional().describe('Requirement it is about.'),
      }),
    ),
  })
  .describe('Findings that are known, explained, and do not fail a run. They stay in every report.');

/** File name → text, for docs/schemas. */
export function suppressionsJsonSchema(): Record<string, string> {
  const schema = z.toJSONSchema(SUPPRESSIONS_FILE, { io: 'input' });
  return { 'suppressions.schema.json': `${JSON.stringify(schema, null, 2)}\n` };
}

/**
 * Entries of a suppression file. Throws `suppressions-invalid`, naming the line and what is wrong.
 */
export async function readSuppressions(text: string, file: string): Promise<readonly SuppressionEntry[]> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const invalid = (offset: number, reason: string) =>
    makeError('suppressions-invalid', { file, line: lines.linePos(offset).line, reason });
  const [error] = document.errors;
  if (error) throw invalid(error.pos[0], error.code);
  const parsed = SUPPRESSIONS_FILE.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return parsed.data.suppressions.map(withoutUndefined);
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const node = [path, path.slice(0, -1), path.slice(0, -2)].map((at) =>
    document.getIn(at as (string | number)[], true),
  );
  const range = node.find((each) => typeof each === 'object' && each !== null && 'range' in each) as
    | { range?: [number, number, number] }
    | undefined;
  const keys = issue?.code === 'unrecognized_keys' ? ` ${issue.keys.join(', ')}` : '';
  throw invalid(range?.range?.[0] ?? 0, `${path.join('.') || '—'} (${issue?.code ?? 'invalid'}${keys})`);
}

/** zod marks an absent optional key as possibly undefined; ours are absent. */
function withoutUndefined(entry: object): SuppressionEntry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as never;
}
