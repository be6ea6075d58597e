import type { FhirMeasureKind, FhirMeasureRow } from '../../../packs/index.js';
import { convertUcum } from '../ucum.js';
import type { MeasuredQuantity } from './measures.js';

export interface Doubt {
  /** `0.3–650 kg` */
  readonly range: string;
  readonly unit: string;
  /** The unit in which the value would be plausible, and what it would then be. */
  readonly slip: { readonly unit: string; readonly converted: string } | undefined;
}

/** g/mol, so that mmol/L and mg/dL of glucose meet. */
export const GLUCOSE_WEIGHT = 180.156;

type Range = readonly [number, number];

/** Why a value is hard to believe; undefined when it is plausible, or when nothing is known about it. */
export function plausibilityOf(
  { value, code, component }: MeasuredQuantity,
  measure: FhirMeasureRow,
  kind: FhirMeasureKind | undefined,
): Doubt | undefined {
  const unit = kind?.unit ?? measure.unit;
  const range = component === '' ? (kind?.plausible ?? measure.plausible) : componentRange(measure, component);
  if (unit === undefined || range === undefined) return undefined;
  // Another rule tells negative counts and fractions.
  if (measure.integer && (value < 0 || !Number.isInteger(value))) return undefined;
  // A value in another unit is told, and converted, by the rule on units.
  if (code !== unit || isInside(value, range)) return undefined;
  return { range: `${range[0]}–${range[1]} ${unit}`, unit, slip: slipOf(value, unit, range, measure) };
}

/** Codes of documents are hostile: only rows of the sheet count. */
function componentRange({ components }: FhirMeasureRow, code: string): Range | undefined {
  return components && Object.hasOwn(components, code) ? components[code] : undefined;
}

const isInside = (value: number, [low, high]: Range): boolean => value >= low && value <= high;

/** Of the units that make it plausible, the one that brings the value nearest to the middle of the range. */
function slipOf(value: number, unit: string, range: Range, { slips }: FhirMeasureRow): Doubt['slip'] {
  const middle = Math.sqrt(Math.max(range[0], Number.EPSILON) * range[1]);
  const found = (slips ?? []).flatMap((slip) => {
    const converted = convertUcum(value, slip, unit, GLUCOSE_WEIGHT);
    if (converted === undefined || !isInside(converted, range)) return [];
    return [
      { unit: slip, converted: String(Number(converted.toPrecision(4))), far: Math.abs(Math.log(converted / middle)) },
    ];
  });
  const [best] = found.sort((left, right) => left.far - right.far);
  return best && { unit: best.unit, converted: best.converted };
}
