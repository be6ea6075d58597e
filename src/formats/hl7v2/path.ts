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

const NUMBER = '([1-9]\\d{0,6})';
const PATTERN = new RegExp(
  `^([A-Z][A-Z0-9]{2})(?:\\(${NUMBER}\\))?-${NUMBER}(?:\\[${NUMBER}\\])?(?:\\.${NUMBER}(?:\\.${NUMBER})?)?$`,
);

/** Rules and packs name a few thousand places at most; paths from elsewhere must not fill the memory. */
const MAX_KNOWN = 10_000;
const known = new Map<string, Hl7v2Path>();

/** The parts of a path, or undefined when the text is not one (a path read from outside). */
export function findPath(path: string): Hl7v2Path | undefined {
  const before = known.get(path);
  if (before) return before;
  const match = PATTERN.exec(path);
  if (!match) return undefined;
  const [, segment = '', occurrence, field, repetition, component, subcomponent] = match;
  const parsed: Hl7v2Path = {
    segment,
    occurrence: Number(occurrence ?? 1),
    field: Number(field),
    ...(repetition && { repetition: Number(repetition) }),
    ...(component && { component: Number(component) }),
    ...(subcomponent && { subcomponent: Number(subcomponent) }),
  };
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(path, parsed);
  return parsed;
}

/** Paths are written in our own rules and packs, so a wrong one is a Defect. */
export function parsePath(path: string): Hl7v2Path {
  const parsed = findPath(path);
  if (!parsed) throw makeError('defect', { reason: `not an HL7 path: ${path}` });
  return parsed;
}
