import type { EpreuveError } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';

/** Subject of the file rules: the document, or the error (family `document`) that kept it from being read. */
export type CdaFile = CdaDocument | EpreuveError;

/** Ids of the rules that take a file; every other rule of subject `cda/document` takes a document that was read. */
export const FILE_RULES: ReadonlySet<string> = new Set(['CDA-FILE-001', 'CDA-FILE-002', 'CDA-FILE-003']);
