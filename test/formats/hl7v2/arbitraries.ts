import fc from 'fast-check';
import { Hl7v2Message } from '../../../src/formats/hl7v2/index.js';

/** Bytes of a text of one character per byte. */
export function bytesOf(raw: string): Uint8Array {
  return Buffer.from(raw, 'latin1');
}

export function parse(text: string, encoding: 'latin1' | 'utf8' = 'utf8'): Hl7v2Message {
  return new Hl7v2Message(Buffer.from(text, encoding));
}

/** Characters that mean something to the parser stand among ordinary ones. */
const PIECES = [
  '|',
  '^',
  '~',
  '\\',
  '&',
  '"',
  '""',
  '\\F\\',
  '\\X41\\',
  '\\.br\\',
  '\\Z1\\',
  '\xe9',
  '\xc3\xa9',
  '\xff',
  'A',
  'b',
  '1',
  ' ',
  '$',
  '\0',
  '\t',
];
const LINE_ENDS = ['\r', '\n', '\r\n', '\r\r', '\n\n', '\n\r'];
const NAMES = ['PID', 'PV1', 'ZBE', 'OBX', 'NTE', 'MSH', 'FHS', 'pid', 'P', '', 'TEXTE LIBRE', '\x1c', '\x0b'];
const HEADERS = [
  'MSH|^~\\&|A|B|C|D|20260105||ADT^A28^ADT_A05|1|T|2.5^FRA^2.11||||||UNICODE UTF-8',
  'MSH|^~\\&|A|B|C|D|20260105||ADT^A28|1|T|2.5||||||8859/15~8859/1',
  'MSH|^~\\&|A|B|C|D|20260105||ADT^A28|1|T|2.5||||||8859/3',
  'MSH|^~\\&|A',
  'MSH|^~|A||\\',
  'MSH||',
  'MSH|',
  'MSH|^~\\&#|A',
  'MSH$%@!*$A$B',
  'MSH\xa7^~\\&\xa7A',
  'MSH|^^^^|A',
];

const piece = fc.constantFrom(...PIECES, ...PIECES, ...LINE_ENDS, ...NAMES);
const content = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const line = fc
  .tuple(fc.constantFrom(...NAMES), content, fc.constantFrom(...LINE_ENDS))
  .map((parts) => parts.join('|'));
const prefix = fc.constantFrom('', '', '', '\xef\xbb\xbf', '\r\n', ' \t', '\xef\xbb\xbf\n ');

/** Text of one character per byte that nearly always parses, with every kind of disorder after the header. */
export const messageText = fc
  .tuple(prefix, fc.constantFrom(...HEADERS), fc.constantFrom(...LINE_ENDS), fc.array(line, { maxLength: 6 }), content)
  .map(([before, header, lineEnd, lines, last]) => before + header + lineEnd + lines.join('') + last);

/** A message with some of its bytes replaced, removed or added. */
export const mutatedMessage = fc
  .tuple(messageText, fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.nat(255)), { maxLength: 8 }))
  .map(([text, changes]) =>
    changes.reduce((current, [at, removed, byte]) => {
      const position = at % (current.length + 1);
      return current.slice(0, position) + String.fromCharCode(byte) + current.slice(position + removed);
    }, text),
  );
