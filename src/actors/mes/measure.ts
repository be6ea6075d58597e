import { type FhirElement, writeFhirJson } from '../../formats/fhir/index.js';
import { type DateRange, readDateRange } from './date-range.js';
import { codesOf, type Identifier, identifierKey, identifierOf, quantityValue } from './fhir-parts.js';
import { DIASTOLIC, kindOfCode, type MeasureKindId, SYSTOLIC } from './measure-kinds.js';

/** An Observation as the server keeps it. */
export interface StoredMeasure {
  readonly id: string;
  readonly patient: Identifier;
  /** Every code of `Observation.code`. */
  readonly codes: readonly string[];
  readonly kind: MeasureKindId | undefined;
  /** As written; of a period, its start. */
  readonly effective: string;
  readonly range: DateRange;
  /** One number; for a blood pressure the systolic and the diastolic one. */
  readonly values: readonly number[];
  /** Id of the Device, when the measure has one here. */
  readonly deviceId: string | undefined;
  /** The resource in JSON, with the digits it came with. */
  readonly text: string;
}

export interface StoredDevice {
  readonly id: string;
  /** `system|value` of each identifier. */
  readonly identifiers: readonly string[];
  readonly text: string;
}

/** A patient nobody named (lenient mode only). */
const NOBODY: Identifier = { system: 'urn:oid:0', value: '-' };

/** What the server needs to know of an Observation that has its id. */
export function toStoredMeasure(observation: FhirElement): StoredMeasure {
  const codes = codesOf(observation.child('code'));
  const kind = codes.map(kindOfCode).find((one) => one !== undefined);
  const effective = effectiveOf(observation);
  const reference = observation.child('device')?.valueOf('reference');
  return {
    id: observation.valueOf('id') ?? '',
    patient: identifierOf(observation.child('subject')?.child('identifier')) ?? NOBODY,
    codes,
    kind,
    ...effective,
    values: valuesOf(observation, kind),
    deviceId: reference?.startsWith('Device/') ? reference.slice('Device/'.length) : undefined,
    text: writeFhirJson(observation),
  };
}

export function toStoredDevice(device: FhirElement): StoredDevice {
  const identifiers = device.all('identifier').flatMap((element) => {
    const identifier = identifierOf(element);
    return identifier ? [identifierKey(identifier)] : [];
  });
  return { id: device.valueOf('id') ?? '', identifiers, text: writeFhirJson(device) };
}

/** Values of a measure; empty when a value is missing. A blood pressure carries its two in components (reference §5.5). */
export function valuesOf(observation: FhirElement, kind: MeasureKindId | undefined): number[] {
  if (kind !== 'bloodPressure') {
    const value = quantityValue(observation);
    return value === undefined ? [] : [value];
  }
  const components = observation.all('component');
  const values = [SYSTOLIC, DIASTOLIC].flatMap((code) => {
    const component = components.find((one) => codesOf(one.child('code')).includes(code));
    return quantityValue(component) ?? [];
  });
  return values.length === 2 ? values : [];
}

function effectiveOf(observation: FhirElement): Pick<StoredMeasure, 'effective' | 'range'> {
  const period = observation.child('effectivePeriod');
  const effective =
    observation.valueOf('effectiveDateTime') ??
    observation.valueOf('effectiveInstant') ??
    period?.valueOf('start') ??
    '';
  const start = readDateRange(effective) ?? { start: 0, end: 0 };
  const end = readDateRange(period?.valueOf('end') ?? '');
  return { effective, range: { start: start.start, end: Math.max(start.end, end?.end ?? 0) } };
}
