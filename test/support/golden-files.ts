import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../golden/', import.meta.url));

/** Text of a file of test/golden. With `UPDATE_GOLDEN=1` it is written first: read the difference before committing. */
export function golden(name: string, actual: string): string {
  const file = FOLDER + name;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, actual);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
