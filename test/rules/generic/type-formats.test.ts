import fc from 'fast-check';
import { formatOf } from '../../../src/rules/hl7v2/generic/type-formats.js';

function fits(type: string, text: string): boolean | undefined {
  return formatOf(type)?.fits(text);
}

describe('forms of primitive types', () => {
  it.each([
    [
      'DT',
      ['2026', '202601', '20260131', '20240229'],
      ['26', '202613', '20260230', '20230229', '2026-01-01', '202601011200'],
    ],
    [
      'DTM',
      ['2026', '20260105101500', '20260105101500.1234', '20260105101500+0100', '2026+0100'],
      ['20260105251500', '20260105101500.12345', '20260105 101500', '20260105T101500', ''],
    ],
    ['TM', ['10', '1015', '101500', '101500.5', '1015+0200'], ['24', '10:15', '1060', '1']],
    ['NM', ['0', '-1', '+1.5', '.5', '5.', '007'], ['1,5', '1e3', '--1', '', '.', '1 000']],
    ['SI', ['1', '0', '9999'], ['10000', '-1', '1.0', 'A']],
    ['ID', ['A', 'UNICODE UTF-8'], [' A', 'A ', 'A\t']],
  ])('%s', (type, good, bad) => {
    expect(good.filter((text) => !fits(type, text))).toEqual([]);
    expect(bad.filter((text) => fits(type, text))).toEqual([]);
  });

  it('free text has none', () => {
    expect(['ST', 'TX', 'FT', 'CX'].map(formatOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each(['DT', 'DTM', 'TM', 'NM', 'SI', 'ID', 'IS'])('%s: what surely fits does fit', (type) => {
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '2', '3', '9'), minLength: 1, maxLength: 16 });
    const any = fc.string({
      unit: fc.constantFrom('0', '1', '2', '+', '-', '.', ' ', 'A'),
      minLength: 1,
      maxLength: 8,
    });
    const date = fc.date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const stamp = fc
      .tuple(date, fc.integer({ min: 1, max: 14 }))
      .map(([at, length]) => at.toISOString().replace(/\D/g, '').slice(0, length));
    fc.assert(
      fc.property(fc.oneof(digits, any, stamp), (text) => {
        const raw = `|${text}|`;
        if (formatOf(type)?.surelyFits(raw, 1, raw.length - 1)) expect(fits(type, text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
