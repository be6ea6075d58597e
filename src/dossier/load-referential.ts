import { readDataFolder } from '../packs/index.js';
import { compileMaturity } from './maturity/compile-maturity.js';
import type { Maturity } from './maturity/types.js';
import { compileReferential, REFERENTIAL_FILE } from './referential/compile-referential.js';
import type { Referential } from './referential/types.js';

/**
 * A requirement pack and its questionnaires: a built-in one by id (`dmn-referential`), or the user's by its folder.
 * Throws `pack-not-found`, or `pack-invalid` with every mistake.
 */
export async function loadReferential(idOrPath: string): Promise<{ referential: Referential; maturity: Maturity }> {
  const folder = await readDataFolder(idOrPath, REFERENTIAL_FILE);
  return { referential: compileReferential(folder), maturity: compileMaturity(folder) };
}
