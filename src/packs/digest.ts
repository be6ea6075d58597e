import { createHash } from 'node:crypto';
import type { Pack } from './types.js';

/** SHA-256 of the compiled rows and settings, in hexadecimal: same digest, same verdicts. */
export function digestOf(pack: Pack): string {
  const { reference, lineage, ...content } = pack;
  const { digest: _, ...name } = reference;
  const bases = lineage.filter(({ id }) => id !== reference.id);
  return createHash('sha256')
    .update(canonicalJson({ name, bases, ...content }))
    .digest('hex');
}

/** JSON with the keys of every object in order, so that the order of files and keys does not matter. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
