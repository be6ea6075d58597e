import { editMessage } from '../../../src/formats/hl7v2/index.js';

const TEXT = 'MSH|^~\\&|GAM\rPID|1||A^B&C~D||X\rOBX|1\rOBX|2';

test.each([
  ['a field', { 'PID-3': 'Z' }, 'PID|1||Z||X'],
  ['a repetition', { 'PID-3[2]': 'Z' }, 'PID|1||A^B&C~Z||X'],
  ['a component of the first repetition', { 'PID-3.2': 'Z' }, 'PID|1||A^Z~D||X'],
  ['a sub-component', { 'PID-3.2.2': 'Z' }, 'PID|1||A^B&Z~D||X'],
  ['a part beyond the last', { 'PID-5[2].3': 'Z' }, 'PID|1||A^B&C~D||X~^^Z'],
  ['a field beyond the last', { 'PID-7': 'Z' }, 'PID|1||A^B&C~D||X||Z'],
  ['a value taken away', { 'PID-3.2': '' }, 'PID|1||A^~D||X'],
  ['a header field, counted from the separator', { 'MSH-4': 'Z' }, 'MSH|^~\\&|GAM|Z\r'],
  ['the second segment of a name', { 'OBX(2)-2': 'Z' }, 'OBX|1\rOBX|2|Z\r'],
  ['a segment that is not there', { 'ZBE(2)-1': 'Z' }, 'OBX|2\rZBE\rZBE|Z\r'],
  ['a whole segment', { OBX: 'OBX|9' }, 'X\rOBX|9\r'],
  ['a new segment', { ZFD: 'ZFD|1' }, 'OBX|2\rZFD|1\r'],
  ['segments removed', { OBX: null }, '||X\r'],
])('%s', (_name, edits, expected) => {
  const edited = editMessage(TEXT, edits);
  expect(edited).toContain(expected);
  expect(edited.endsWith('\r')).toBe(true);
});

test('edits apply one after the other, and the rest stays', () => {
  expect(editMessage(TEXT, { OBX: null, 'PID-5': '', 'PID-3': 'Z' })).toBe('MSH|^~\\&|GAM\rPID|1||Z||\r');
});

test('a path that is none is a defect', () => {
  for (const path of ['PID-0', 'PID-3.0', 'pid-3', 'PID-x']) {
    expect(() => editMessage(TEXT, { [path]: 'Z' })).toThrow(expect.objectContaining({ family: 'defect' }));
  }
});
