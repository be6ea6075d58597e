import { slipEdits } from './fault-edits.js';
import { always, fault, isGlucoseProfile, type MeasureFault, only, quantityPath, where } from './fault-parts.js';

/** Mistakes on the value and its unit. */
export const VALUE_FAULTS: readonly MeasureFault[] = [
  fault(
    'integer-value',
    'FHM-301',
    'error',
    'Un entier au lieu d’une quantité',
    'An integer in place of a quantity',
    where(({ name }) => name !== 'bloodPressure', always({ valueQuantity: undefined, valueInteger: 3 })),
  ),
  fault(
    'wrong-unit',
    'FHM-302',
    'error',
    'Une autre unité codée',
    'Another coded unit',
    where(
      (about) => about.name !== 'bloodPressure' && !isGlucoseProfile(about),
      always({ 'valueQuantity.code': '{score}' }),
    ),
  ),
  fault(
    'no-unit-text',
    'FHM-303',
    'error',
    'Pas d’unité en clair',
    'No unit in words',
    only(
      ['weight', 'height', 'bmi', 'temperature', 'heartRate', 'oxygen', 'respiratoryRate', 'head'],
      always({ 'valueQuantity.unit': undefined }),
    ),
  ),
  fault(
    'unit-text',
    'FHM-304',
    'error',
    'Une autre unité en clair',
    'Another unit in words',
    only(['pain', 'steps', 'head'], always({ 'valueQuantity.unit': 'pas/jour' })),
  ),
  fault(
    'unit-words',
    'FHM-305',
    'warning',
    'Une unité en clair qui contredit le code',
    'A unit in words that contradicts the code',
    only(['weight', 'waist'], always({ 'valueQuantity.unit': 'lb' })),
  ),
  fault(
    'implausible',
    'FHM-306',
    'warning',
    'Une valeur impossible',
    'An impossible value',
    where(({ name }) => !['bloodPressure', 'pain'].includes(name), always({ 'valueQuantity.value': 9_000_000 })),
  ),
  fault(
    'unit-slip',
    'FHM-307',
    'warning',
    'Une valeur laissée dans une autre unité',
    'A value left in another unit',
    (measure, { name }) => slipEdits(measure, name),
  ),
  fault('comparator', 'FHM-308', 'warning', 'Un comparateur', 'A comparator', (measure) => ({
    [`${quantityPath(measure)}.comparator`]: '<',
  })),
  fault(
    'no-bmi-value',
    'FHM-310',
    'error',
    'Un IMC sans valeur',
    'A BMI without value',
    only(['bmi'], always({ valueQuantity: undefined, dataAbsentReason: { text: 'x' } })),
  ),
  fault(
    'half-count',
    'FHM-312',
    'warning',
    'Un compte qui n’est pas entier',
    'A count that is not whole',
    only(['steps', 'pain', 'heartRate'], always({ 'valueQuantity.value': 7.5 })),
  ),
];
