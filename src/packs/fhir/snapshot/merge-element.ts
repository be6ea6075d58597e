import type { FhirElementDefinition } from '../types.js';

/** Keys of a differential that replace those of the base. */
const REPLACED = [
  'slicing',
  'min',
  'max',
  'type',
  'binding',
  'maxLength',
  'isModifier',
  'isModifierReason',
  'mustSupport',
  'short',
  'definition',
  'comment',
] as const;
const VALUE_KEY = /^(fixed|pattern|minValue|maxValue|defaultValue)[A-Z]/;

/** What a differential says on top of what the base says; constraints add up, one per key. */
export function mergeElement(base: FhirElementDefinition, change: FhirElementDefinition): FhirElementDefinition {
  const merged: Record<string, unknown> = { ...base };
  const changes: Record<string, unknown> = { ...change };
  for (const key of REPLACED) if (changes[key] !== undefined) merged[key] = changes[key];
  for (const key of Object.keys(changes)) {
    if (!VALUE_KEY.test(key)) continue;
    if (/^(fixed|pattern)/.test(key))
      for (const old of Object.keys(merged)) if (isSameRole(old, key)) delete merged[old];
    merged[key] = changes[key];
  }
  if (change.constraint) {
    const kept = (base.constraint ?? []).filter(({ key }) => !change.constraint?.some((other) => other.key === key));
    merged.constraint = [...kept, ...change.constraint];
  }
  // Only known keys were copied from one ElementDefinition onto another.
  return merged as unknown as FhirElementDefinition;
}

function isSameRole(left: string, right: string): boolean {
  const role = /^(fixed|pattern)/.exec(right)?.[1];
  return role !== undefined && left.startsWith(role) && VALUE_KEY.test(left);
}
