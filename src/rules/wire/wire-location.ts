import type { Location } from '../../core/index.js';

/** A place on a connection; `offset` counts bytes from its start. */
export function wireLocation(path: string, offset = 0, length = 0): Location {
  return { format: 'wire', path, offset, length, line: 1, column: 1 };
}
