import { posix } from 'node:path';

/** A path of `document()` starts at the folder of the schema, as the compiled style sheet does. Undefined: it leaves the kit. */
export function pathFrom(folder: string, written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(written)) return undefined;
  const path = posix.normalize(posix.join(folder, written.replace(/\\/g, '/')));
  return path === '..' || path.startsWith('../') ? undefined : path;
}
