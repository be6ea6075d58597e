import fc from 'fast-check';
import { agree, isTimestamp } from '../../../src/rules/hl7v2/timestamp.js';

test.each(['2026', '202601', '20260105', '2026010510', '202601051015', '20260105101500', '20260105101500.1234+0100'])(
  '%s is a time stamp',
  (text) => expect(isTimestamp(text)).toBe(true),
);

test.each([
  '',
  '26',
  '20261301',
  '20260230',
  '20250229',
  '2026010524',
  '202601051060',
  '20260105101560',
  '2026-01-05',
  '20260105101500+1',
  '20260105+9900',
  ' 2026',
  '2026010510150',
])('« %s » is not', (text) => expect(isTimestamp(text)).toBe(false));

test('every moment of the calendar is a time stamp', () => {
  const moments = fc.date({ min: new Date('0101-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      expect(isTimestamp(moment.toISOString().slice(0, 19).replace(/[-:T]/g, ''))).toBe(true);
    }),
  );
});

test('any text gives an answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      expect(typeof isTimestamp(left)).toBe('boolean');
      expect(agree(left, right)).toBe(agree(right, left));
      expect(agree(left, left)).toBe(true);
    }),
  );
});

test('time stamps agree over the precision they share', () => {
  expect(agree('20260105', '20260105101500')).toBe(true);
  expect(agree('20260105', '20260106101500')).toBe(false);
  expect(agree('20260105101500+0100', '20260105101500')).toBe(true);
  // The same moment may be written differently in two time zones.
  expect(agree('20260105101500+0100', '20260105091500+0000')).toBe(true);
});
