import { readFile } from 'node:fs/promises';
import { makeError, readSuppressions, type SuppressionRecord, type Suppressions } from '../judge.js';
import type { Session } from './io.js';
import { optionalText } from './options.js';

/**
 * `--suppressions <file>` and `--as-of <date>`. Throws `file-not-found`, `suppressions-invalid` and `bad-option`.
 * `today`: for files, which have no date of their own.
 */
export async function readSuppressionsOption(
  options: Record<string, unknown>,
  command: string,
  today?: Date,
): Promise<Suppressions | undefined> {
  const file = optionalText(options, 'suppressions');
  const given = optionalText(options, 'asOf');
  if (file === undefined) {
    if (given === undefined) return undefined;
    throw makeError('option-needs', { option: '--as-of', other: '--suppressions', command });
  }
  if (given !== undefined && !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(given)) {
    throw makeError('bad-option', { option: '--as-of', reason: `${given} (2027-03-31)`, command });
  }
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw makeError('file-not-found', { file }, { cause });
  });
  const asOf = given ?? today?.toISOString().slice(0, 10);
  return { entries: await readSuppressions(text, file), ...(asOf !== undefined && { asOf }) };
}

/** What is expired or matches nothing any more is told: a list nobody tidies hides new findings. */
export function tellSuppressions(record: SuppressionRecord | undefined, session: Session): void {
  for (const { rule, path, state, expires = '', author } of record?.entries ?? []) {
    const entry = `${rule}${path === undefined ? '' : ` ${path}`} (${author})`;
    if (state === 'expired') {
      session.say({
        fr: `Attention : dérogation échue le ${expires} : ${entry}`,
        en: `Warning: suppression expired on ${expires}: ${entry}`,
      });
    }
    if (state === 'unused') {
      session.say({
        fr: `Attention : dérogation sans objet, aucun constat ne lui correspond : ${entry}`,
        en: `Warning: unused suppression, no finding matches it: ${entry}`,
      });
    }
  }
}
