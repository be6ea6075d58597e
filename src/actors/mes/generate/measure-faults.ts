import { BASE_FAULTS } from './base-faults.js';
import { editJson, type JsonObject } from './edit-json.js';
import type { FaultSubject, MeasureFault } from './fault-parts.js';
import { KIND_FAULTS } from './kind-faults.js';
import { VALUE_FAULTS } from './value-faults.js';

export type { FaultSubject, MeasureFault } from './fault-parts.js';

/** Reference §5, « mistakes to catch », and the slips of every day. */
export const MEASURE_FAULTS: readonly MeasureFault[] = [...BASE_FAULTS, ...VALUE_FAULTS, ...KIND_FAULTS];

/** The measure with one mistake in it; undefined where that mistake cannot be made. */
export function withFault(measure: JsonObject, fault: MeasureFault, about: FaultSubject): JsonObject | undefined {
  const edits = fault.edits(measure, about);
  return edits && editJson(measure, edits);
}

/** The mistakes that can be made in a measure. */
export function faultsOf(measure: JsonObject, about: FaultSubject): readonly MeasureFault[] {
  return MEASURE_FAULTS.filter((fault) => fault.edits(measure, about) !== undefined);
}
