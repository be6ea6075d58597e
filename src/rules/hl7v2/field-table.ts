import type { TableRow } from '../../packs/index.js';
import type { Hl7v2Context } from './context.js';
import { ownValue } from './pack-values.js';

/** The table the pack gives to a field; `fallback` is the id to look up when the field's row names none. */
export function tableOfField(
  { profile }: Hl7v2Context,
  segment: string,
  position: number,
  fallback: string,
): TableRow | undefined {
  const named = profile.segments[segment]?.fields[position]?.table;
  const table = named === undefined ? undefined : ownValue(profile.tables, named);
  return table ?? ownValue(profile.tables, fallback);
}
