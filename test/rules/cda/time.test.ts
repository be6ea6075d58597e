import { compareTimes, hoursBetween } from '../../../src/rules/cda/time.js';

test.each([
  ['20260105', '20260106', -1],
  ['202601051015', '20260105', 0],
  ['20260105101500+0100', '20260105091500+0000', 0],
  ['20260105101500+0100', '20260105101500+0400', 1],
  ['20260105101500', '20260105111500+0400', -1],
  ['20260105101500.123+0100', '20260105101500+0100', 0],
])('%s against %s', (left, right, order) => {
  expect(compareTimes(left, right)).toBe(order);
  expect(compareTimes(right, left)).toBe(order === 0 ? 0 : -order);
});

test('what is no date is not compared', () => {
  expect(compareTimes('demain', '20260105')).toBeUndefined();
  expect(compareTimes('20260231', '20260105')).toBeUndefined();
});

test('hours between two times of day', () => {
  expect(hoursBetween('202601051000+0100', '202601061000+0100')).toBe(24);
  expect(hoursBetween('202601051000+0000', '202601051000+0100')).toBe(-1);
  expect(hoursBetween('202601051000', '202601051130+0100')).toBe(1.5);
  expect(hoursBetween('20260105', '202601051130')).toBeUndefined();
});
