import { PRIMITIVES } from '../../../src/rules/fhir/engine/primitives.js';

/** R4 datatypes.html#primitive: what each type takes, and what it does not. */
const FORMS: Readonly<Record<string, readonly [valid: readonly string[], invalid: readonly string[]]>> = {
  boolean: [
    ['true', 'false'],
    ['True', '1', 'yes'],
  ],
  integer: [
    ['0', '-5', '2147483647', '-2147483648'],
    ['01', '1.5', '2147483648', '1e3', '- 1'],
  ],
  unsignedInt: [
    ['0', '7'],
    ['-1', '07', '2147483648'],
  ],
  positiveInt: [
    ['1', '42'],
    ['0', '-1', '1.0'],
  ],
  decimal: [
    ['0', '-0.5', '68.40', '1e3', '1.5E-3', '123456789.123456789'],
    ['.5', '5.', '01.5', '1,5', 'NaN', 'Infinity', '1e999', '9'.repeat(400)],
  ],
  string: [
    ['a', ' a ', 'é\n\t'],
    ['\u0000', 'a\u001f'],
  ],
  markdown: [['# a\n'], ['\u0007']],
  code: [
    ['final', 'a b', '1/(24.h)'],
    [' final', 'final ', 'a  b', 'a\tb'],
  ],
  id: [
    ['a', 'A-1.b', 'x'.repeat(64)],
    ['x'.repeat(65), 'a_b', 'é', 'a b', ''],
  ],
  oid: [
    ['urn:oid:1.2.250.1', 'urn:oid:2.16.840'],
    ['1.2.250', 'urn:oid:3.1', 'urn:oid:1.02', 'urn:oid:1.', 'URN:OID:1.2'],
  ],
  uuid: [
    ['urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10'],
    ['0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10', 'urn:uuid:0b6f6a1e55a14d0e8a307f2f5c1d9e10'],
  ],
  uri: [
    ['http://loinc.org', 'urn:oid:1.2', '#p'],
    ['a b', ''],
  ],
  url: [['https://example.org/a'], ['https://example.org/a b']],
  canonical: [['http://a/b|1.0'], ['http://a/b |1.0']],
  base64Binary: [
    ['QQ==', 'QUI=', 'QUJD', 'QU\nJD'],
    ['Q', 'QQ=', 'QQ===', '====', 'é'],
  ],
  date: [
    ['2026', '2026-03', '2026-03-02', '2024-02-29'],
    ['26', '2026-13', '2026-02-30', '2025-02-29', '02/03/2026', '2026-3-2', '2026-03-02T07:00:00Z', '0000'],
  ],
  dateTime: [
    ['2026', '2026-03-02', '2026-03-02T07:40:00Z', '2026-03-02T07:40:00.125+01:00', '2026-03-02T23:59:60Z'],
    [
      '2026-03-02T07:40',
      '2026-03-02T07:40:00',
      '2026-03-02T24:00:00Z',
      '2026-03-02 07:40:00Z',
      '2026-03-02T07:40:00+15:00',
    ],
  ],
  instant: [
    ['2026-03-02T07:40:00Z', '2026-03-02T07:40:00.5-05:00'],
    ['2026-03-02', '2026-03-02T07:40:00', '2026-02-30T07:40:00Z'],
  ],
  time: [
    ['07:40:00', '23:59:59.999'],
    ['7:40:00', '07:40', '24:00:00', '07:40:00Z'],
  ],
};

test('every primitive type of R4 is known', () => {
  expect(Object.keys(PRIMITIVES).sort()).toEqual([...Object.keys(FORMS), 'xhtml'].sort());
});

describe.each(Object.entries(FORMS))('%s', (type, [valid, invalid]) => {
  test.each(valid)('takes %j', (text) => expect(PRIMITIVES[type]?.fits(text)).toBe(true));
  test.each(invalid)('refuses %j', (text) => expect(PRIMITIVES[type]?.fits(text)).toBe(false));
});
