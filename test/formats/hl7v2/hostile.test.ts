import { DEFAULT_LIMITS, decodeProblems, encodeMessage, Hl7v2Message } from '../../../src/formats/hl7v2/index.js';
import { cpuTime } from '../../support/cpu-time.js';
import { growsInProportion } from '../../support/growth.js';

const HEADER = 'MSH|^~\\&|A|B|C|D|20260105||ADT^A28|1|T|2.5||||||UNICODE UTF-8\r';
const MEGABYTE = 1024 * 1024;
const parse = (body: string | Uint8Array, options = {}) =>
  new Hl7v2Message(Buffer.concat([Buffer.from(HEADER), Buffer.from(body)]), options);

/** Generous for a busy machine; the failures these tests guard against take minutes. */
const SECONDS = 1000;
function within(limit: number, work: () => void): void {
  const start = cpuTime();
  work();
  expect(cpuTime() - start).toBeLessThan(limit);
}

test('a 50 MB value parses, reads and locates in bounded time', () => {
  const body = `OBX|1|ED|||${'é'.repeat(25 * MEGABYTE)}|F`;
  within(10 * SECONDS, () => {
    const message = parse(body);
    expect(message.text('OBX-5')).toHaveLength(25 * MEGABYTE);
    const after = message.at('OBX-6');
    for (let count = 0; count < 1000; count++)
      expect(message.locate(after).column).toBe('OBX|1|ED|||'.length + 25 * MEGABYTE + 2);
  });
});

test('100,000 segments parse, and a path to the last of them is found', () => {
  within(10 * SECONDS, () => {
    const message = parse('OBX|1|NM|3141-9^POIDS^LN||70.5|kg^kg^UCUM|||||F\r'.repeat(100_000));
    expect(message.all('OBX')).toHaveLength(100_000);
    expect(message.locate(message.at('OBX(100000)-5'))).toMatchObject({ line: 100_001, column: 27 });
    expect(Buffer.from(encodeMessage(message)).equals(Buffer.from(message.bytes))).toBe(true);
  });
});

test('segments without a separator are not searched to the end of the message each time', () => {
  const workOn = (count: number) => {
    const body = `${'A'.repeat(200)}\r`.repeat(count);
    return () => {
      const message = parse(body);
      expect(message.segments.at(-1)?.fieldCount).toBe(0);
      for (const segment of message.segments) segment.field(1);
    };
  };
  expect(growsInProportion(workOn, 5000)).toBe(true);
});

test.each([
  ['carriage returns', '\r', ['empty-line']],
  // The first one completes the CR of the header.
  ['line feeds', '\n', ['carriage-return-line-feed', 'empty-line']],
])('20 MB of %s are one blank, not millions of anomalies', (_name, lineEnd, anomalies) => {
  within(10 * SECONDS, () => {
    const message = parse(Buffer.alloc(20 * MEGABYTE, lineEnd));
    expect(message.segments).toHaveLength(1);
    expect(message.anomalies.map(({ code }) => code)).toEqual(anomalies);
    expect(message.position(20 * MEGABYTE).line).toBeGreaterThan(20 * MEGABYTE - HEADER.length);
  });
});

test('20 MB that are not UTF-8 give a bounded list of problems', () => {
  within(15 * SECONDS, () => {
    const message = parse(Buffer.concat([Buffer.from('OBX|'), Buffer.alloc(20 * MEGABYTE, 0xe0)]));
    expect(decodeProblems(message)).toHaveLength(1);
  });
});

test('an escape sequence of megabytes is read', () => {
  expect(parse(`OBX|\\X${'41'.repeat(5 * MEGABYTE)}\\`).text('OBX-1')).toBe('A'.repeat(5 * MEGABYTE));
});

test.each([
  ['hl7v2-too-large', 'OBX|', { maxBytes: 10 }],
  ['hl7v2-too-large', Buffer.alloc(DEFAULT_LIMITS.maxBytes), {}],
  ['hl7v2-too-many-segments', 'OBX|1\r'.repeat(11), { maxSegments: 11 }],
  ['hl7v2-too-many-segments', 'A\r'.repeat(DEFAULT_LIMITS.maxSegments), {}],
  ['hl7v2-too-many-parts', '|'.repeat(60 * MEGABYTE), {}],
  ['hl7v2-too-many-parts', '&'.repeat(30), { maxParts: 20 }],
])('%s', (code, body, options) => {
  expect(() => parse(body, options)).toThrow(expect.objectContaining({ code, family: 'document' }));
});

test('the most parts allowed can all be walked', () => {
  const message = parse(`OBX${'|'.repeat(DEFAULT_LIMITS.maxParts - 100)}`);
  within(15 * SECONDS, () => expect(encodeMessage(message).length).toBe(message.bytes.length));
});
