import { fillTemplate, type Language, type MessageData, type Text } from './language.js';

/** Families of design §4. Findings and outcomes are data and never thrown. */
export type ErrorFamily = 'operator' | 'pack' | 'transport' | 'document' | 'defect';

/** Exit codes of the command line. */
export const EXIT = { passed: 0, failed: 1, inconclusive: 2, operator: 3, defect: 4 } as const;

export interface ErrorEntry {
  readonly family: ErrorFamily;
  readonly text: Text;
  /** What to do next. */
  readonly hint: Text;
}

/**
 * Base of every error we throw on purpose: a code of the table `ERRORS` (see error-table.ts), data for its text,
 * and the original error as `cause`.
 */
export class EpreuveError extends Error {
  constructor(
    readonly code: string,
    readonly entry: ErrorEntry,
    readonly data: MessageData = {},
    options?: { cause?: unknown },
  ) {
    super(fillTemplate(entry.text.en, data), options);
    this.name = `${entry.family[0]?.toUpperCase()}${entry.family.slice(1)}Error`;
  }

  get family(): ErrorFamily {
    return this.entry.family;
  }

  describe(language: Language): { text: string; hint: string } {
    return {
      text: fillTemplate(this.entry.text[language], this.data),
      hint: fillTemplate(this.entry.hint[language], this.data),
    };
  }
}

/** True for an error of ours, of that family when given. */
export function isEpreuveError(error: unknown, family?: ErrorFamily): error is EpreuveError {
  return error instanceof EpreuveError && (family === undefined || error.family === family);
}

/**
 * Code of an error of the system (`ENOENT`, `EEXIST`…), `unknown` when it has none. Asked of any value, because errors
 * may come from another realm.
 */
export function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}
