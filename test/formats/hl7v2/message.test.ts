import {
  CHARSET_NAMES,
  charsetNamed,
  decodeProblems,
  elementAt,
  Hl7v2Message,
} from '../../../src/formats/hl7v2/index.js';
import { bytesOf, parse } from './arbitraries.js';

const MSH = 'MSH|^~\\&|GAM|ETAB|DMN|EDITEUR|20260105101500||ADT^A28^ADT_A05|HARN-0001|T|2.5^FRA^2.11';
const withCharset = (name: string) => `${MSH}||||||${name}`;
const codes = (message: Hl7v2Message) => message.anomalies.map(({ code, offset, length }) => [code, offset, length]);

describe('segments and line ends', () => {
  test.each([
    ['CR', '\r', []],
    ['LF', '\n', ['line-feed', 'line-feed']],
    ['CR LF', '\r\n', ['carriage-return-line-feed', 'carriage-return-line-feed']],
  ])('%s ends segments', (_name, end, expected) => {
    const message = parse(`${MSH}${end}PID|1||42${end}`);
    expect(message.segments.map((segment) => segment.name)).toEqual(['MSH', 'PID']);
    expect(message.anomalies.map((anomaly) => anomaly.code)).toEqual(expected);
    const identifier = message.at('PID-3');
    expect(message.locate(identifier)).toEqual({
      format: 'hl7v2',
      path: 'PID-3',
      offset: MSH.length + end.length + 7,
      length: 2,
      line: 2,
      column: 8,
    });
  });

  test('mixed line ends are each noted where they stand', () => {
    const message = parse(`${MSH}\rPID|1\r\nPV1|1\nZBE|1`);
    expect(message.segments.map((segment) => segment.terminator)).toEqual(['\r', '\r\n', '\n', '']);
    const pid = MSH.length + 1 + 5;
    expect(codes(message)).toEqual([
      ['carriage-return-line-feed', pid, 2],
      ['line-feed', pid + 2 + 5, 1],
    ]);
  });

  test('a line feed inside the text of a message ended by CR is data', () => {
    const message = parse(`${MSH}\rNTE|1||first\nsecond\rZBE|1\r`);
    expect(message.segments.map((segment) => segment.name)).toEqual(['MSH', 'NTE', 'ZBE']);
    expect(message.text('NTE-3')).toBe('first\nsecond');
    expect(message.position(message.at('NTE-3').end)).toEqual({ line: 3, column: 7 });
  });

  test('blank lines in a row are one anomaly', () => {
    const message = parse(`${MSH}\r\r\n\nPID|1\r\r`);
    expect(message.segments).toHaveLength(2);
    expect(codes(message)).toEqual([
      ['empty-line', MSH.length + 1, 3],
      ['empty-line', message.raw.length - 1, 1],
    ]);
  });

  test('a byte order mark and blanks before MSH are noted, and the mark takes no column', () => {
    const message = new Hl7v2Message(bytesOf(`\xef\xbb\xbf${withCharset('UNICODE UTF-8')}\rPID|1`));
    expect(codes(message)).toEqual([['byte-order-mark', 0, 3]]);
    expect(message.position(3)).toEqual({ line: 1, column: 1 });
    expect(message.locate(message.msh.field(3))).toMatchObject({ offset: 12, column: 10 });
    expect(codes(parse(` \n${MSH}`))).toEqual([['leading-blank', 0, 2]]);
    expect(parse(` \n${MSH}`).position(2)).toEqual({ line: 2, column: 1 });
  });

  test('a NUL byte is noted and stays in its element', () => {
    const message = parse(`${MSH}\rPID|1||4\x002`);
    expect(codes(message)).toEqual([['nul-byte', message.at('PID-3').offset + 1, 1]]);
    expect(message.text('PID-3')).toBe('4\x002');
  });

  test('an origin shifts offset, line and the columns of the first line only', () => {
    const message = new Hl7v2Message(bytesOf(`${MSH}\rPID|1||42`), { origin: { offset: 100, line: 7, column: 2 } });
    expect(message.locate(message.msh.field(3))).toMatchObject({ offset: 109, line: 7, column: 11 });
    expect(message.locate(message.at('PID-3'))).toMatchObject({ line: 8, column: 8 });
  });

  test('a line that is no segment has a path without its content', () => {
    const message = parse(`${MSH}\rPAT-TROIS DOMINIQUE\rpid|1||42`);
    expect(message.segments.map((segment) => segment.path)).toEqual(['MSH', 'segment 2', 'segment 3']);
    expect(message.segments[2]?.field(3).path).toBe('segment 3-3');
    expect(message.segments[1]?.hasName).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['another segment first', 'PID|1'],
    ['MSH alone', 'MSH'],
    ['a letter as separator', 'MSHA^~'],
    ['a blank as separator', 'MSH ^~'],
  ])('%s is refused as not a message', (_name, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'hl7v2-not-a-message', family: 'document' }));
  });
});

describe('separators', () => {
  test('those of MSH-1 and MSH-2 are used, whatever they are', () => {
    const message = parse('MSH$%@!*$GAM$$$$$$ADT%A28\rPID$1$$1%%%a*b@2$$D!S!M\r');
    expect(message.delimiters).toEqual({ field: '$', component: '%', repetition: '@', escape: '!', subcomponent: '*' });
    expect(message.event).toBe('A28');
    expect(message.text('PID-3.4.2')).toBe('b');
    expect(message.text('PID-3[2]')).toBe('2');
    expect(message.text('PID-5')).toBe('D%M');
  });

  test('a separator that MSH-2 leaves out splits nothing', () => {
    const message = parse('MSH|^~|GAM\rPID|1||1^a&b~2\\F\\');
    expect(message.text('PID-3.2')).toBe('a&b');
    expect(message.text('PID-3[2]')).toBe('2\\F\\');
    expect(parse('MSH||GAM\rPID|1||1^a&b~2').text('PID-3')).toBe('1^a&b~2');
  });

  test('MSH-1 and MSH-2 are read as they stand', () => {
    const { msh } = parse(MSH);
    expect([msh.field(1).text, msh.field(2).text, msh.field(3).text]).toEqual(['|', '^~\\&', 'GAM']);
    expect(msh.field(2).component(1).subcomponents).toHaveLength(1);
    expect(parse('MSH|^~').msh.field(2).isValued).toBe(true);
    expect(parse('MSH|^~\\F\\|A').msh.field(2).text).toBe('^~\\F\\');
  });

  test('null, empty and absent are three things', () => {
    const message = parse(`${MSH}\rPID|1||""||^~&`);
    expect([message.at('PID-3').isNull, message.at('PID-3').isValued]).toEqual([true, true]);
    expect([message.at('PID-4').isEmpty, message.at('PID-4').exists]).toEqual([true, true]);
    expect([message.at('PID-9').isEmpty, message.at('PID-9').exists]).toEqual([true, false]);
    expect([message.at('PID-5').isEmpty, message.at('PID-5').isValued]).toEqual([false, false]);
    expect(message.at('PID-9').offset).toBe(message.raw.length);
  });

  test('a huge or absent position is an element that does not exist', () => {
    expect(parse(MSH).msh.field(4_000_000_000).exists).toBe(false);
    expect(parse(MSH).at('ZZZ(3)-9[2].1.1').path).toBe('ZZZ-9[2].1.1');
  });
});

describe('escapes', () => {
  test.each([
    ['\\F\\\\S\\\\T\\\\R\\\\E\\', '|^&~\\'],
    ['\\H\\gras\\N\\', 'gras'],
    ['a\\.br\\b\\.sp2\\c\\.sk3\\d\\.in+4\\e', 'a\nb\n\nc   de'],
    ['\\XC389\\', 'É'],
    [
      '\\Z12\\ \\C2842\\ \\M244221\\ \\Q\\ \\X4\\ \\XZZ\\ \\.sp99999\\',
      '\\Z12\\ \\C2842\\ \\M244221\\ \\Q\\ \\X4\\ \\XZZ\\ \\.sp99999\\',
    ],
    ['C:\\dir\\file', 'C:\\dir\\file'],
    ['end\\', 'end\\'],
  ])('%s reads %j', (raw, text) => {
    expect(parse(`${withCharset('UNICODE UTF-8')}\rNTE|${raw}`).text('NTE-1')).toBe(text);
  });
});

describe('character sets', () => {
  test.each([
    ['UNICODE UTF-8', 'PID|Hélène €|x', 'utf8', 'Hélène €', 14],
    ['8859/1', 'PID|Hélène|x', 'latin1', 'Hélène', 12],
  ] as const)('%s: text, and columns in characters', (name, segment, encoding, text, column) => {
    const message = parse(`${withCharset(name)}\r${segment}`, encoding);
    expect(message.text('PID-1')).toBe(text);
    expect(message.locate(message.at('PID-2')).column).toBe(column);
    expect(decodeProblems(message)).toEqual([]);
  });

  test('8859/15 has the euro sign and œ', () => {
    expect(new Hl7v2Message(bytesOf(`${withCharset('8859/15')}\rPID|\xa4 c\xbdur`)).text('PID-1')).toBe('€ cœur');
  });

  test.each([...CHARSET_NAMES])('%s is known, and leaves ASCII and the separators alone', (name) => {
    const message = parse(`${withCharset(name)}\rPID|1||A^B`);
    expect(message.charset).toMatchObject({ name, known: true });
    expect(message.text('PID-3.2')).toBe('B');
  });

  test('astral characters are one column', () => {
    const message = parse(`${withCharset('UNICODE UTF-8')}\rPID|\u{1f600}|x`);
    expect(message.locate(message.at('PID-2')).column).toBe(7);
  });

  test('with an empty or unknown MSH-18 the whole message is read one way', () => {
    expect(parse(`${MSH}\rPID|é`).text('PID-1')).toBe('é');
    const mixed = new Hl7v2Message(bytesOf(`${MSH}\rPID|\xc3\xa9|\xe9`));
    expect([mixed.text('PID-1'), mixed.text('PID-2')]).toEqual(['Ã©', 'é']);
    expect(mixed.locate(mixed.at('PID-2')).column).toBe(8);
    expect(charsetNamed('UNICODE UTF-16').known).toBe(false);
  });
});

describe('decodeProblems', () => {
  const found = (raw: string) =>
    decodeProblems(new Hl7v2Message(bytesOf(raw))).map(({ code, path, length }) => [code, path, length]);

  test('bytes that are not UTF-8, element by element', () => {
    expect(found(`${withCharset('UNICODE UTF-8')}\rPID|1||A^\xe9\xe9&\xe8~ok^\xc3\xa9|\xff`)).toEqual([
      ['undecodable-bytes', 'PID-3.2.1', 2],
      ['undecodable-bytes', 'PID-3.2.2', 1],
      ['undecodable-bytes', 'PID-4', 1],
    ]);
  });

  test('holes and control characters of ISO 8859', () => {
    expect(found(`${withCharset('8859/3')}\rPID|\xa5`)).toEqual([['undecodable-bytes', 'PID-1', 1]]);
    expect(found(`${withCharset('8859/15')}\rPID|\x80\x92\xe9`)).toEqual([['control-bytes', 'PID-1', 2]]);
  });

  test('anything above 7 bits when MSH-18 is empty', () => {
    expect(found(`${MSH}\rPID|1|h\xe9|\xc3\xa9`)).toEqual([
      ['non-ascii', 'PID-2', 1],
      ['non-ascii', 'PID-3', 2],
    ]);
    expect(found(`${MSH}\rPID|1`)).toEqual([]);
  });

  test('an unknown or repeated MSH-18', () => {
    expect(found(`${withCharset('UTF8')}\rPID|\xe9`)).toEqual([['unknown-charset', 'MSH-18', 4]]);
    expect(found(withCharset('8859/1~UNICODE UTF-8')).map(([code]) => code)).toEqual(['repeated-charset']);
  });

  test('stop at the limit', () => {
    const message = new Hl7v2Message(bytesOf(`${MSH}\rPID${'|\xe9'.repeat(5000)}`));
    expect(decodeProblems(message)).toHaveLength(1000);
    expect(decodeProblems(message, 3).map(({ path }) => path)).toEqual(['PID-1', 'PID-2', 'PID-3']);
  });
});

test('elementAt names the smallest part that is not alone', () => {
  const message = parse(`${MSH}\rPID|1||A^B&C~Q|E\r`);
  const pathAt = (text: string) => elementAt(message, message.raw.indexOf(text, MSH.length))?.path;
  expect(['PID', '1', 'A', 'B', 'C', 'Q', 'E'].map(pathAt)).toEqual([
    'PID',
    'PID-1',
    'PID-3.1',
    'PID-3.2.1',
    'PID-3.2.2',
    'PID-3[2]',
    'PID-4',
  ]);
});
