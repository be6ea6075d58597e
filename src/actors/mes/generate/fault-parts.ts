import type { Severity, Text } from '../../../core/index.js';
import { type JsonEdits, type JsonObject, jsonAt } from './edit-json.js';
import type { GeneratedMeasureName, MeasureMode } from './measure-seeds.js';

/** One mistake that can be put into a valid measure. */
export interface MeasureFault {
  readonly id: string;
  readonly title: Text;
  /** Rule that must find it. */
  readonly rule: string;
  readonly severity: Severity;
  /** Edits that make the mistake; undefined where it cannot be made. */
  readonly edits: (measure: JsonObject, about: FaultSubject) => JsonEdits | undefined;
}

export interface FaultSubject {
  readonly name: GeneratedMeasureName;
  readonly mode: MeasureMode;
}

export const EXTENSIONS = 'https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/';
export const has = (measure: JsonObject, path: string): boolean => jsonAt(measure, path) !== undefined;
export const numberAt = (measure: JsonObject, path: string): number | undefined => {
  const value = jsonAt(measure, path);
  return typeof value === 'number' ? value : undefined;
};
export const isGlucose = ({ name }: FaultSubject): boolean => /glucose/i.test(name);
export const isGlucoseProfile = (about: FaultSubject): boolean =>
  isGlucose(about) || (about.name === 'hba1c' && about.mode === 'api');
/** The quantity of the measure, or of its first component. */
export const quantityPath = (measure: JsonObject): string =>
  has(measure, 'valueQuantity') ? 'valueQuantity' : 'component[0].valueQuantity';
export const times =
  (factor: number) =>
  (measure: JsonObject): JsonEdits | undefined => {
    const path = `${quantityPath(measure)}.value`;
    const value = numberAt(measure, path);
    return value === undefined ? undefined : { [path]: Number((value * factor).toPrecision(6)) };
  };
export const only =
  (names: readonly GeneratedMeasureName[], edits: MeasureFault['edits']): MeasureFault['edits'] =>
  (measure, about) =>
    names.includes(about.name) ? edits(measure, about) : undefined;
export const where =
  (test: (about: FaultSubject) => boolean, edits: MeasureFault['edits']): MeasureFault['edits'] =>
  (measure, about) =>
    test(about) ? edits(measure, about) : undefined;
export const always = (edits: JsonEdits) => (): JsonEdits => edits;

export const fault = (
  id: string,
  rule: string,
  severity: Severity,
  french: string,
  english: string,
  edits: MeasureFault['edits'],
): MeasureFault => ({ id, rule, severity, title: { fr: french, en: english }, edits });
