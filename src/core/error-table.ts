import { EpreuveError, type ErrorEntry } from './errors.js';
import { CAPTURE_ERRORS } from './errors-by-area/captures.js';
import { CERTIFICATE_ERRORS } from './errors-by-area/certificates.js';
import { DOCUMENT_ERRORS } from './errors-by-area/documents.js';
import { FILE_ERRORS } from './errors-by-area/files.js';
import { NETWORK_ERRORS } from './errors-by-area/network.js';
import { RUN_ERRORS } from './errors-by-area/runs.js';
import { USAGE_ERRORS } from './errors-by-area/usage.js';
import type { MessageData } from './language.js';

/**
 * Every error code, by area: family, text and hint in both languages.
 * `scripts/generate-docs` writes docs/errors.md from it; a test compares both.
 */
export const ERRORS = {
  ...FILE_ERRORS,
  ...CAPTURE_ERRORS,
  ...DOCUMENT_ERRORS,
  ...USAGE_ERRORS,
  ...RUN_ERRORS,
  ...CERTIFICATE_ERRORS,
  ...NETWORK_ERRORS,
  defect: {
    family: 'defect',
    text: { fr: 'Défaut d’Épreuve : {reason}', en: 'Defect in Épreuve: {reason}' },
    hint: { fr: 'Signalez-le avec la trace ci-dessus.', en: 'Please report it with the stack above.' },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** Makes the error of that code; throw what it returns. */
export function makeError(code: ErrorCode, data: MessageData = {}, options?: { cause?: unknown }): EpreuveError {
  return new EpreuveError(code, ERRORS[code], data, options);
}
