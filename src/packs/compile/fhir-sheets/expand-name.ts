import type { Prefixes } from './schema.js';

/**
 * A canonical from its short form: `HL7/bodyweight`, `LOINC|8302-2`, or `LOINC` alone for a system. In a prefix that
 * holds `{}`, the rest takes that place. Anything else is a canonical already.
 */
export function expandName(name: string, prefixes: Prefixes): string {
  const [, prefix = '', separator = '', rest = ''] = /^([A-Z][A-Z0-9-]*)(?:([/|])(.+))?$/.exec(name) ?? [];
  const start = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  if (start === undefined) return name;
  if (separator !== '/') return start + separator + rest;
  return start.includes('{}') ? start.replaceAll('{}', rest) : start + rest;
}
