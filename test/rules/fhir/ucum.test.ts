import { areComparableUnits, convertUcum, isUcumUnit } from '../../../src/rules/fhir/ucum.js';

test.each(['kg', 'mm[Hg]', '/min', '1/(24.h)', 'Cel', '%', 'kg/m2', 'mg/dL', '{steps}/d', '1'])(
  '%s is a unit',
  (code) => {
    expect(isUcumUnit(code)).toBe(true);
  },
);

test.each(['Kg', 'mmHg', 'bpm', '°C', 'kg/m²', 'kg/m^2', 'Level', ' kg', '', 'k'.repeat(1000)])(
  '%j is none',
  (code) => {
    expect(isUcumUnit(code)).toBe(false);
  },
);

test('values change units, mass and amount meet by the molecular weight', () => {
  expect(convertUcum(1.72, 'm', 'cm')).toBeCloseTo(172);
  expect(convertUcum(98.6, '[degF]', 'Cel')).toBeCloseTo(37);
  expect(convertUcum(5.5, 'mmol/L', 'mg/dL', 180.156)).toBeCloseTo(99.09, 1);
  expect(convertUcum(5.5, 'mmol/L', 'mg/dL')).toBeUndefined();
  expect(areComparableUnits('/min', '1/min')).toBe(true);
  expect(areComparableUnits('kg', 'cm')).toBe(false);
});
