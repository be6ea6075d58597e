import { EpreuveError, type Location, type Problem } from '../../../core/index.js';
import type { CdaDocument } from '../../../formats/cda/index.js';

/** Subject of the file rules: the document, or the error (family `document`) that kept it from being read. */
export type CdaFile = CdaDocument | EpreuveError;

/** Ids of the rules that take a file; every other rule of subject `cda/document` takes a document that was read. */
export const FILE_RULES: ReadonlySet<string> = new Set(['CDA-FILE-001', 'CDA-FILE-002', 'CDA-FILE-003']);

export function isUnreadable(file: CdaFile): file is EpreuveError {
  return file instanceof EpreuveError;
}

/** Place the error names in the original bytes; the beginning of the file when it names none. */
export function locateError({ data }: EpreuveError): Location {
  const number = (value: unknown, absent: number) => (typeof value === 'number' ? value : absent);
  return {
    format: 'file',
    path: '/',
    offset: number(data.offset, 0),
    length: 0,
    line: number(data.line, 1),
    column: number(data.column, 1),
  };
}

/** A problem at the place the error names. */
export function problemOf<MessageId extends string>(messageId: MessageId, error: EpreuveError): Problem<MessageId> {
  const location = locateError(error);
  const { path, line, column } = location;
  return { messageId, location, data: { ...error.data, path, line, column } };
}
