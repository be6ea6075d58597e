import fc from 'fast-check';
import { MllpDecoder, type MllpEvent } from '../../src/transports/index.js';
import { block } from '../support/wire.js';

const LIMIT = 64;

/** `[` is VT, `]` is FS, `/` is CR: streams stay readable. */
function wire(drawn: string): Uint8Array {
  return Buffer.from(drawn.replaceAll('[', '\x0b').replaceAll(']', '\x1c').replaceAll('/', '\r'), 'latin1');
}

function decode(chunks: readonly Uint8Array[], maxFrameBytes = LIMIT): MllpEvent[] {
  const decoder = new MllpDecoder({ maxFrameBytes });
  const events = chunks.flatMap((chunk) => decoder.push(chunk));
  return [...events, ...decoder.end()];
}

/** `frame@0 A`, `bytes-outside-frame@3+2 xx`. */
function describeEvents(events: readonly MllpEvent[]): string[] {
  const text = (bytes: Uint8Array) =>
    Buffer.from(bytes).toString('latin1').replaceAll('\x0b', '[').replaceAll('\x1c', ']').replaceAll('\r', '/');
  return events.map((event) =>
    event.kind === 'frame'
      ? `frame@${event.offset} ${text(event.payload)}`
      : `${event.code}@${event.offset}+${event.length} ${text(event.bytes)}`,
  );
}

const STREAMS: readonly { title: string; stream: string; events: readonly string[] }[] = [
  { title: 'one frame', stream: '[MSH/PID]/', events: ['frame@0 MSH/PID'] },
  { title: 'two frames', stream: '[A]/[B]/', events: ['frame@0 A', 'frame@4 B'] },
  {
    title: 'noise before, between and after',
    stream: 'ab[A]/cd[B]/e',
    events: [
      'bytes-outside-frame@0+2 ab',
      'frame@2 A',
      'bytes-outside-frame@6+2 cd',
      'frame@8 B',
      'bytes-outside-frame@12+1 e',
    ],
  },
  {
    title: 'a start inside a frame restarts it',
    stream: '[AB[C]/',
    events: ['start-inside-frame@0+3 [AB', 'frame@3 C'],
  },
  {
    title: 'an end without its CR is accepted',
    stream: '[A][B]x',
    events: [
      'frame@0 A',
      'missing-carriage-return@3+0 ',
      'frame@3 B',
      'missing-carriage-return@6+0 ',
      'bytes-outside-frame@6+1 x',
    ],
  },
  {
    title: 'an end without its CR at the end of the stream',
    stream: '[A]',
    events: ['frame@0 A', 'missing-carriage-return@3+0 '],
  },
  { title: 'an empty frame', stream: '[]/[A]/', events: ['empty-frame@0+2 []', 'frame@3 A'] },
  { title: 'an end that ends nothing', stream: ']/[A]/', events: ['bytes-outside-frame@0+2 ]/', 'frame@2 A'] },
  { title: 'a frame without end', stream: '[A]/[BC', events: ['frame@0 A', 'unterminated-frame@4+3 [BC'] },
  { title: 'nothing', stream: '', events: [] },
  {
    title: 'a frame of exactly the limit',
    stream: `[${'x'.repeat(LIMIT)}]/`,
    events: [`frame@0 ${'x'.repeat(LIMIT)}`],
  },
  {
    title: 'a frame one byte too long is reported once, and the next one is read',
    stream: `[${'x'.repeat(LIMIT + 9)}]/[A]/`,
    events: [`oversize-frame@0+${LIMIT + 2} [${'x'.repeat(LIMIT + 1)}`, `frame@${LIMIT + 12} A`],
  },
  {
    title: 'a start after an oversize frame',
    stream: `[${'x'.repeat(LIMIT + 3)}[A]/`,
    events: [`oversize-frame@0+${LIMIT + 2} [${'x'.repeat(LIMIT + 1)}`, `frame@${LIMIT + 4} A`],
  },
  {
    title: 'long noise comes in bounded parts',
    stream: 'n'.repeat(LIMIT + 2),
    events: [`bytes-outside-frame@0+${LIMIT} ${'n'.repeat(LIMIT)}`, `bytes-outside-frame@${LIMIT}+2 nn`],
  },
];

describe('the MLLP decoder', () => {
  test.each(STREAMS)('$title', ({ stream, events }) => {
    expect(describeEvents(decode([wire(stream)]))).toEqual(events);
  });

  test.each(STREAMS)('cut anywhere, and byte by byte: $title', ({ stream, events }) => {
    const bytes = wire(stream);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(describeEvents(decode([bytes.subarray(0, cut), bytes.subarray(cut)]))).toEqual(events);
    }
    expect(describeEvents(decode(Array.from(bytes, (byte) => Uint8Array.of(byte))))).toEqual(events);
  });

  const hostileBytes = fc
    .array(fc.oneof(fc.constantFrom(0x0b, 0x1c, 0x0d), fc.integer({ min: 0, max: 255 })), { maxLength: 300 })
    .map((bytes) => Uint8Array.from(bytes));

  test('arbitrary bytes never throw and give the same events whatever the cutting', () => {
    fc.assert(
      fc.property(
        hostileBytes,
        fc.array(fc.nat(300), { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (bytes, cuts, limit) => {
          const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
          const chunks = places.slice(1).map((to, index) => bytes.subarray(places[index], to));
          expect(decode(chunks, limit)).toEqual(decode([bytes], limit));
        },
      ),
    );
  });

  test('a frame that is kept holds at most twice its size, whatever packet it came in', () => {
    const small = block('small');
    const packets = [small, Buffer.concat([small, Buffer.alloc(60_000, 'n'), block('x'.repeat(2000))])];
    const large = Buffer.concat([block('y'.repeat(3000)), small]);
    const frames = decode(
      [...packets, large].map((packet) => new Uint8Array(packet)),
      5000,
    ).filter((event) => event.kind === 'frame');
    expect(frames.map(({ payload }) => payload.length)).toEqual([5, 5, 2000, 3000, 5]);
    for (const { payload } of frames) expect(payload.buffer.byteLength).toBeLessThanOrEqual(2 * payload.length);
  });

  test('every event points at the bytes it names, in order, and no frame exceeds the limit', () => {
    fc.assert(
      fc.property(hostileBytes, fc.integer({ min: 1, max: 40 }), (bytes, limit) => {
        let last = 0;
        for (const event of decode([bytes], limit)) {
          expect(event.offset).toBeGreaterThanOrEqual(last);
          last = event.offset;
          const shown = event.kind === 'frame' ? event.payload : event.bytes;
          const from = event.kind === 'frame' ? event.offset + 1 : event.offset;
          expect([...shown]).toEqual([...bytes.subarray(from, from + shown.length)]);
          if (event.kind === 'frame') expect(event.payload.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test('well-formed frames come back as they were sent', () => {
    const content = fc
      .uint8Array({ minLength: 1, maxLength: 3000 })
      .map((bytes) => bytes.map((byte) => (byte === 0x0b || byte === 0x1c ? 0x20 : byte)));
    fc.assert(
      fc.property(fc.array(content, { maxLength: 5 }), fc.integer({ min: 1, max: 2000 }), (payloads, step) => {
        const stream = Buffer.concat(payloads.flatMap((payload) => [wire('['), payload, wire(']/')]));
        const chunks = [];
        for (let at = 0; at < stream.length; at += step) chunks.push(stream.subarray(at, at + step));
        const events = decode(chunks, 4000);
        expect(events.map((event) => (event.kind === 'frame' ? [...event.payload] : event))).toEqual(
          payloads.map((payload) => [...payload]),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('the bytes of a violation are cut to 4 KiB and its length is not', () => {
    const noise = decode([Buffer.alloc(10_000, 0x41)], 20_000);
    expect(noise).toMatchObject([{ code: 'bytes-outside-frame', length: 10_000 }]);
    const open = decode([Buffer.concat([wire('['), Buffer.alloc(10_000, 0x41)])], 20_000);
    expect(open).toMatchObject([{ code: 'unterminated-frame', length: 10_001 }]);
    for (const event of [...noise, ...open]) expect(event.kind === 'violation' && event.bytes.length).toBe(4096);
  });

  test('a stalled frame is reported once, and the rest of it is not a frame', () => {
    const decoder = new MllpDecoder({ maxFrameBytes: LIMIT });
    expect(decoder.stall()).toEqual([]);
    decoder.push(wire('[AB'));
    expect(decoder.insideFrame).toBe(true);
    expect(describeEvents(decoder.stall())).toEqual(['stalled-frame@0+3 [AB']);
    expect(describeEvents(decoder.push(wire('C]/[D]/')))).toEqual(['frame@6 D']);
    expect(decoder.end()).toEqual([]);
  });
});
