import { EpreuveError, type Location, type Problem } from '../core/index.js';

/** True when a subject is the error (family `document`) that kept it from being read. */
export function isUnreadable(subject: unknown): subject is EpreuveError {
  return subject instanceof EpreuveError;
}

/** Place the error names in the original bytes; the beginning of the file when it names none. */
function locateError({ data }: EpreuveError): Location {
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
