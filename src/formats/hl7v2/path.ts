import { makeError } from '../../core/index.js';

/** Parts of an HL7 path as people write it: `PID-3[2].4.1`, `NK1(2)-2`, `OBX-5`. All numbers count from 1. */
export interface Hl7v2Path {
  readonly segment: string;
  readonly occurrence: number;
  readonly field: number;
  readonly repetition?: number;
  readonly component?: number;
  readonly subcomponent?: number;
}

const PATTERN = /^([A-Z][A-Z0-9]{2})(?:\((\d+)\))?-(\d+)(?:\[(\d+)\])?(?:\.(\d+)(?:\.(\d+))?)?$/;
const known = new Map<string, Hl7v2Path>();

/** Paths are written in our own rules and packs, so a wrong one is a Defect. */
export function parsePath(path: string): Hl7v2Path {
  const before = known.get(path);
  if (before) return before;
  const match = PATTERN.exec(path);
  if (!match) throw makeError('defect', { reason: `not an HL7 path: ${path}` });
  const [, segment = '', occurrence, field, repetition, component, subcomponent] = match;
  const parsed: Hl7v2Path = {
    segment,
    occurrence: Number(occurrence ?? 1),
    field: Number(field),
    ...(repetition && { repetition: Number(repetition) }),
    ...(component && { component: Number(component) }),
    ...(subcomponent && { subcomponent: Number(subcomponent) }),
  };
  known.set(path, parsed);
  return parsed;
}
