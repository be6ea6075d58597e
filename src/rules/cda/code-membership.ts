import type { CdaValueSet } from '../../packs/index.js';

/** `unknown`: the table is not complete here and does not list the code. */
export type Membership = 'in' | 'out' | 'unknown';

/** Whether a table has a code, in any of its systems or in the one given. */
export function membershipOf(set: CdaValueSet, code: string, system?: string): Membership {
  if (system === undefined) {
    const listed = Object.values(set.codes).some((codes) => Object.hasOwn(codes, code));
    return listed ? 'in' : set.complete ? 'out' : 'unknown';
  }
  const codes = Object.hasOwn(set.codes, system) ? set.codes[system] : undefined;
  // The systems of a table are all known even when its codes are not.
  if (!codes) return 'out';
  return Object.hasOwn(codes, code) ? 'in' : set.complete ? 'out' : 'unknown';
}

/** Systems of the table that have the code. */
export function systemsOf(set: CdaValueSet, code: string): string[] {
  return Object.entries(set.codes)
    .filter(([, codes]) => Object.hasOwn(codes, code))
    .map(([system]) => system);
}

/** French label of a code; undefined when the table does not give one. */
export function labelOf(set: CdaValueSet, code: string): string | undefined {
  const [system] = systemsOf(set, code);
  const label = system === undefined ? undefined : set.codes[system]?.[code];
  return label === '' ? undefined : label;
}

/** Letter case, quotes and blanks differ from one official copy to another: they do not count. */
export function sameLabel(left: string, right: string): boolean {
  return normalLabel(left) === normalLabel(right);
}

function normalLabel(label: string): string {
  return label
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

/** Codes shown in place of the name of a small table. */
const SMALL = 12;

/** What a reader is told to choose from: the codes when they are few, and the name and date of the table. */
export function describeTable(set: CdaValueSet): string {
  const name = `${set.id} (${set.oid}, ${set.date})`;
  const codes = Object.values(set.codes).flatMap((list) => Object.keys(list));
  return set.complete && codes.length <= SMALL ? `${codes.join(', ')} — ${name}` : name;
}
