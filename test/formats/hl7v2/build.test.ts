import fc from 'fast-check';
import { buildMessage, CHARSET_NAMES, Hl7v2Message, type SegmentInput } from '../../../src/formats/hl7v2/index.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const header = (charset = 'UNICODE UTF-8'): SegmentInput => ({ name: 'MSH', fields: { 3: 'GAM-SIM', 18: charset } });

test('values by list or by number, repetitions, components, sub-components, null and empty', () => {
  const bytes = buildMessage([
    { name: 'MSH', fields: { 3: 'GAM-SIM', 9: { 1: 'ADT', 2: 'A28', 3: 'ADT_A05' } } },
    ['PID', 1, '', [{ 1: 'T0001', 4: { 1: 'GAM', 2: '1.2.3' }, 5: 'PI' }, ['A', null, ['x', 'y']]], undefined, null],
    ['ZFD', undefined, { raw: 'a^b&c' }, { bytes: Buffer.of(0xff) }],
  ]);
  expect(text(bytes)).toBe(
    'MSH|^~\\&|GAM-SIM||||||ADT^A28^ADT_A05\rPID|1||T0001^^^GAM&1.2.3^PI~A^""^x&y||""\rZFD||a^b&c|\xff\r',
  );
});

test('a list is always repetitions', () => {
  expect(text(buildMessage([['PID', ['A', 'B'], [['A', 'B']]]]))).toBe('PID|A~B|A^B\r');
});

test('separators, line breaks and framing bytes in values are escaped', () => {
  expect(text(buildMessage([['NTE', 'a|b^c&d~e\\f\r\ng\nh\x0b\x1c']]))).toBe(
    'NTE|a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\.br\\g\\.br\\h\\X0B\\\\X1C\\\r',
  );
});

test('other separators and terminators are written as asked', () => {
  const delimiters = { field: '$', component: '%', repetition: '@', escape: '!', subcomponent: '*' };
  const bytes = buildMessage([header('ASCII'), ['PID', ['a%b', '$']]], { delimiters, terminator: '\n' });
  expect(text(bytes)).toBe('MSH$%@!*$GAM-SIM$$$$$$$$$$$$$$$ASCII\nPID$a!S!b@!F!\n');
});

test.each([
  ['UNICODE UTF-8', '\xc3\x89\xe2\x82\xac'],
  ['8859/15', '\xc9\xa4'],
])('%s of MSH-18 encodes the values', (charset, raw) => {
  const message = new Hl7v2Message(buildMessage([header(charset), ['PID', 'É€']]));
  expect(message.at('PID-1').raw).toBe(raw);
  expect(message.text('PID-1')).toBe('É€');
});

test('a character that the character set does not have is refused with the place, or approximated', () => {
  const segments: SegmentInput[] = [header('8859/1'), ['PID', '', [['ok', 'cœur €']]]];
  expect(() => buildMessage(segments)).toThrow(
    expect.objectContaining({ code: 'hl7v2-cannot-encode', data: { path: 'PID-2', charset: '8859/1' } }),
  );
  expect(text(buildMessage(segments, { unencodable: 'approximate' }))).toContain('PID||ok^coeur ?\r');
  const ascii = buildMessage([['NTE', 'Élève « né » à l’hôpital']], { unencodable: 'approximate' });
  expect(text(ascii)).toBe('NTE|Eleve " ne " a l\'hopital\r');
});

test('a part number that cannot be is a defect, not a message of gigabytes', () => {
  for (const fields of [{ 0: 'a' }, { 1000000000: 'a' }]) {
    expect(() => buildMessage([{ name: 'PID', fields }])).toThrow(expect.objectContaining({ family: 'defect' }));
  }
});

test('any text that the character set has is read back as it was given', () => {
  const charset = fc.constantFrom('UNICODE UTF-8', ...CHARSET_NAMES.filter((name) => name.startsWith('8859')));
  const value = fc.oneof(
    fc.string({ unit: 'grapheme-ascii' }),
    fc.string({ unit: fc.constantFrom(...'|^~\\&"éÀç \t') }),
  );
  fc.assert(
    fc.property(charset, fc.array(value, { minLength: 1, maxLength: 5 }), (name, values) => {
      const latin = values.map((each) =>
        name.endsWith('F-8') || name === '8859/15' ? each : each.replace(/[éÀç]/g, 'e'),
      );
      const message = new Hl7v2Message(buildMessage([header(name), ['ZZZ', ...latin]]));
      latin.forEach((expected, index) => {
        expect(message.field('ZZZ', index + 1).text).toBe(expected);
        expect(message.field('ZZZ', index + 1).repetitions.length).toBeLessThan(2);
      });
    }),
    { numRuns: 200 },
  );
});
