import fc from 'fast-check';
import { type DocumentPart, Hl7v2Message, splitDocuments } from '../../../src/formats/hl7v2/index.js';
import { growsInProportion } from '../../support/growth.js';
import { bytesOf, messageText, mutatedMessage } from './arbitraries.js';

const A = 'MSH|^~\\&|A||||||ADT^A28|1\rPID|1||42\r';
const B = 'MSH|^~\\&|B||||||ADT^A28|2\rPID|1||43\r';
const split = (text: string) => [...splitDocuments(bytesOf(text))];
const textOf = (part: DocumentPart) => Buffer.from(part.bytes).toString('latin1');
const shape = (text: string) =>
  split(text).map((part) => [part.kind, textOf(part), ...part.anomalies.map(({ code }) => code)]);

test('one message is one part, whole', () => {
  expect(shape(A)).toEqual([
    ['message', A],
    ['end', ''],
  ]);
  expect(split(A)[0]?.origin).toEqual({ offset: 0, line: 1, column: 1 });
});

test('an empty file is only an end', () => {
  expect(shape('')).toEqual([['end', '']]);
  expect(shape('\r\n \n')).toEqual([['end', '', 'blank-lines']]);
});

test.each(['\r', '\n', '\r\n'])('messages one after the other, with their places (%j)', (lineEnd) => {
  const file = `${A}\r${B}`.replaceAll('\r', lineEnd);
  const parts = split(file);
  expect(parts.map(({ kind, number, origin }) => [kind, number, origin.offset, origin.line])).toEqual([
    ['message', 1, 0, 1],
    ['message', 2, file.indexOf('MSH', 1), 4],
    ['end', undefined, file.length, 6],
  ]);
  expect(parts[1]?.anomalies).toEqual([
    { code: 'blank-lines', offset: file.indexOf('MSH', 1) - lineEnd.length, length: lineEnd.length, line: 3 },
  ]);
  const second = parts[1] as DocumentPart;
  const message = new Hl7v2Message(second.bytes, { origin: second.origin });
  expect(message.locate(message.at('PID-3'))).toMatchObject({ offset: file.lastIndexOf('43'), line: 5, column: 8 });
});

test('a byte order mark belongs to its message', () => {
  const [first] = split(`\xef\xbb\xbf${A}`);
  expect(new Hl7v2Message((first as DocumentPart).bytes).anomalies.map(({ code }) => code)).toEqual([
    'byte-order-mark',
  ]);
  expect(first?.origin).toEqual({ offset: 0, line: 1, column: 1 });
});

test('junk before, and after a blank line, is kept apart', () => {
  expect(shape(`journal du 5 janvier\n${A}\n\n-- fin\n-- vraiment\n`)).toEqual([
    ['junk', 'journal du 5 janvier\n', 'junk-before-message'],
    ['message', `${A}\n`],
    ['junk', '-- fin\n-- vraiment\n', 'blank-lines', 'junk-after-message'],
    ['end', ''],
  ]);
});

test('a broken line inside a message stays in it, and so does a segment after a blank line', () => {
  const wrapped = 'MSH|^~\\&|A\nNTE|1||un texte\nsur deux lignes\n\nqui continue\nPID|1\n';
  expect(shape(wrapped)).toEqual([
    ['message', wrapped],
    ['end', ''],
  ]);
});

describe('batches', () => {
  const batch = (count: string, files: string) => `FHS|^~\\&|F\rBHS|^~\\&|B\r${A}${B}BTS|${count}|x\rFTS|${files}\r`;

  test('a right one has nothing to tell', () => {
    expect(split(batch('2', '1')).map(({ kind, anomalies }) => [kind, anomalies.length])).toEqual([
      ['file-header', 0],
      ['batch-header', 0],
      ['message', 0],
      ['message', 0],
      ['batch-trailer', 0],
      ['file-trailer', 0],
      ['end', 0],
    ]);
    expect(split(batch('', '')).flatMap(({ anomalies }) => anomalies)).toEqual([]);
  });

  test('counts that differ are told with both numbers', () => {
    const found = split(batch('3', '9')).flatMap(({ anomalies }) => anomalies);
    expect(found).toMatchObject([
      { code: 'batch-count-mismatch', declared: '3', counted: 2, line: 7 },
      { code: 'file-count-mismatch', declared: '9', counted: 1, line: 8 },
    ]);
    expect(split(batch('deux', '1')).flatMap(({ anomalies }) => anomalies)).toMatchObject([{ declared: 'deux' }]);
  });

  test.each([
    ['no trailer', `FHS|^~\\&\rBHS|^~\\&\r${A}`, ['batch-trailer-missing', 'file-trailer-missing']],
    ['no headers', `${A}BTS|1\rFTS|0\r`, ['batch-header-missing', 'file-header-missing']],
    ['a second batch in an open one', `BHS|^~\\&\r${A}BHS|^~\\&\r${B}BTS|1\r`, ['batch-trailer-missing']],
    ['a file closed before its batch', `FHS|^~\\&\rBHS|^~\\&\r${A}FTS\r`, ['batch-trailer-missing']],
    ['a segment after the trailer', `BHS|^~\\&\r${A}BTS|1\rPID|1\r`, ['junk-after-message']],
  ])('%s', (_name, file, codes) => {
    expect(split(file).flatMap(({ anomalies }) => anomalies.map(({ code }) => code))).toEqual(codes);
  });
});

describe('recordings of MLLP frames', () => {
  test('frames are opened, numbered and located', () => {
    const parts = split(`\x0b${A}\x1c\r\x0b${B}\x1c\r\n`);
    expect(parts.map(({ kind, frame, anomalies }) => [kind, frame, anomalies.length])).toEqual([
      ['message', 1, 0],
      ['message', 2, 0],
      ['end', undefined, 1],
    ]);
    expect(parts[1]?.origin).toEqual({ offset: A.length + 4, line: 4, column: 2 });
    expect(parts.map(textOf)).toEqual([A, B, '']);
  });

  test.each([
    [
      'bytes before',
      `log \x0b${A}\x1c\r`,
      [
        ['bytes-outside-frame', 0, 4],
        ['junk-before-message', 0, 4],
      ],
    ],
    ['no VT', `${A}\x1c\r`, [['bytes-outside-frame', 0, A.length + 2]]],
    [
      'FS after nothing',
      `\x0b${A}\x1c\r\x1c\r\x1c\r\n`,
      [
        ['bytes-outside-frame', A.length + 3, 4],
        ['blank-lines', A.length + 7, 1],
      ],
    ],
    ['a frame in a frame', `\x0b${A}\x0b${B}\x1c\r`, [['start-inside-frame', A.length + 1, 1]]],
    [
      'no CR',
      `\x0b${A}\x1c\x0b${B}\x1c`,
      [
        ['missing-carriage-return', A.length + 1, 1],
        ['missing-carriage-return', A.length + B.length + 3, 1],
      ],
    ],
    ['no end', `\x0b${A}`, [['unterminated-frame', 0, A.length + 1]]],
    ['an empty frame', `\x0b\x1c\r\x0b${A}\x1c\r`, [['empty-frame', 0, 2]]],
    ['two messages in a frame', `\x0b${A}${B}\x1c\r`, [['many-messages-in-frame', A.length + 1, B.length]]],
    ['no message in a frame', `\x0bbonjour\x1c\r`, [['junk-before-message', 1, 7]]],
  ] as const)('%s', (_name, file, expected) => {
    const found = split(file).flatMap(({ anomalies }) =>
      anomalies.map(({ code, offset, length }) => [code, offset, length]),
    );
    expect(found).toEqual(expected);
  });

  test('a vertical tab in a file without frames is data', () => {
    const file = 'MSH|^~\\&|A\rNTE|1||a\x0bb\r';
    expect(shape(file)).toEqual([
      ['message', file],
      ['end', ''],
    ]);
  });

  test('framing can be asked for or refused', () => {
    const file = bytesOf(`\x0b${A}\x1c\r`);
    expect([...splitDocuments(file, { framing: 'none' })].map(({ kind }) => kind)).toEqual(['junk', 'end']);
    expect([...splitDocuments(bytesOf(A), { framing: 'mllp' })][0]?.anomalies[0]?.code).toBe('bytes-outside-frame');
  });
});

/** Counted another way; the LF of a CR LF belongs to the line it ends. */
function lineAt(text: string, offset: number): number {
  const inPair = text[offset - 1] === '\r' && text[offset] === '\n';
  return text.slice(0, inPair ? offset - 1 : offset).split(/\r\n|\r|\n/).length;
}

test('any file is cut without loss: parts in order, blanks and framing bytes between', () => {
  const pieces = fc.constantFrom(
    A,
    B,
    '\x0b',
    '\x1c\r',
    '\x1c',
    '\r',
    '\n',
    ' ',
    'FHS|^~\\&\r',
    'BHS|\r',
    'BTS|1\r',
    'FTS|1',
    'texte',
    '\xef\xbb\xbf',
  );
  const file = fc.array(fc.oneof(pieces, messageText, mutatedMessage), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(file, (text) => {
      let end = 0;
      let line = 1;
      for (const part of split(text)) {
        const { offset } = part.origin;
        expect(text.slice(end, offset)).toMatch(/^[\s\x0b\x1c]*$/);
        expect(textOf(part)).toBe(text.slice(offset, offset + part.bytes.length));
        expect(part.origin.line).toBe(lineAt(text, offset));
        for (const anomaly of part.anomalies) {
          expect(anomaly.line).toBe(lineAt(text, anomaly.offset));
        }
        if (part.kind === 'message') expect(() => new Hl7v2Message(part.bytes, { origin: part.origin })).not.toThrow();
        expect(part.origin.line).toBeGreaterThanOrEqual(line);
        line = part.origin.line;
        end = offset + part.bytes.length;
      }
      expect(end).toBe(text.length);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['messages', A, 12_500],
  ['frame starts', '\x0b', 25_000],
  ['frame ends', '\x1c\r', 25_000],
  ['blank lines', '\n', 25_000],
  ['empty frames', '\x0b\x1c\r', 25_000],
])('hundreds of thousands of %s are passed in linear time', (_name, piece, size) => {
  const workOn = (pieces: number) => {
    const bytes = bytesOf(piece.repeat(pieces) + A);
    const messages = piece === A ? pieces + 1 : 1;
    return () => {
      let count = 0;
      for (const part of splitDocuments(bytes)) if (part.kind === 'message') count++;
      expect(count).toBe(messages);
    };
  };
  expect(growsInProportion(workOn, size)).toBe(true);
});
