import fc from 'fast-check';
import { isEpreuveError } from '../../../src/core/index.js';
import {
  decodeProblems,
  type Element,
  elementAt,
  encodeMessage,
  findPath,
  Hl7v2Message,
  isSegmentName,
  Repetition,
} from '../../../src/formats/hl7v2/index.js';
import { bytesOf, messageText, mutatedMessage } from './arbitraries.js';

const RUNS = { numRuns: 300 };
const someBytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), messageText.map(bytesOf), mutatedMessage.map(bytesOf));

function* elementsOf(message: Hl7v2Message): Generator<Element> {
  for (const segment of message.segments) {
    for (const field of segment.fields()) {
      yield field;
      for (const repetition of field.repetitions) {
        yield repetition;
        for (const component of repetition.components) {
          yield component;
          yield* component.subcomponents;
        }
      }
    }
  }
}

/** The message, or undefined when the bytes are refused as they may be: with a document error. */
function parsed(bytes: Uint8Array): Hl7v2Message | undefined {
  try {
    return new Hl7v2Message(bytes);
  } catch (error) {
    if (isEpreuveError(error, 'document')) return undefined;
    throw error;
  }
}

/** Runs the property on bytes that parse; the generators above make them often enough. */
function onMessages(check: (message: Hl7v2Message) => void): void {
  let count = 0;
  fc.assert(
    fc.property(someBytes, (bytes) => {
      const message = parsed(bytes);
      if (!message) return;
      count++;
      check(message);
    }),
    RUNS,
  );
  expect(count).toBeGreaterThan(RUNS.numRuns / 4);
}

/** `expect(found).toBe(wanted)`, which takes a hundred times as long as to compare: there are hundreds of thousands here. */
function expectSame(found: unknown, wanted: unknown): void {
  if (!Object.is(found, wanted)) expect(found).toBe(wanted);
}

describe('any bytes', () => {
  test('are a message or a document error, and every reading of the message works', () => {
    onMessages((message) => {
      for (const element of elementsOf(message)) {
        expectSame(typeof element.text, 'string');
        expectSame(typeof element.isValued, 'boolean');
      }
      expect(() => [message.type, message.event, message.controlId, message.version]).not.toThrow();
      for (const problem of decodeProblems(message)) expect(problem.length).toBeGreaterThan(0);
    });
  });

  test('encode to what they were parsed from', () => {
    onMessages((message) => {
      expect(Buffer.from(encodeMessage(message)).equals(Buffer.from(message.bytes))).toBe(true);
    });
  });

  test('have elements whose span points at their raw text, inside their segment', () => {
    onMessages((message) => {
      for (const element of elementsOf(message)) {
        expectSame(element.raw, Buffer.from(message.bytes).toString('latin1', element.offset, element.end));
        const { segment } = element;
        const isInside = element.offset >= segment.offset && element.end <= segment.end;
        if (!isInside) expect(element).toMatchObject({ offset: segment.offset, end: segment.end });
      }
    });
  });

  test('have paths that lead back to the same element', () => {
    onMessages((message) => {
      for (const element of elementsOf(message)) {
        if (!isSegmentName(element.segment.name)) {
          expectSame(element.path.startsWith('segment '), true);
          continue;
        }
        if (findPath(element.path) === undefined) expect(element.path).toBe('a path');
        const found = message.at(element.path);
        expectSame(found.offset, element.offset);
        // The first repetition is written like its field, as people do.
        const isFirst = element instanceof Repetition && element.number === 1;
        if (!isFirst) expectSame(found.end, element.end);
      }
    });
  });

  test('have at each offset an element that holds it', () => {
    onMessages((message) => {
      for (let offset = 0; offset < message.raw.length; offset++) {
        const part = elementAt(message, offset);
        if (!part) {
          expect(message.raw[offset]).toMatch(/[\r\n\t \xef\xbb\xbf]/);
          continue;
        }
        if (part.offset > offset || part.end + 2 <= offset) expect([part.offset, part.end]).toEqual([offset, offset]);
      }
    });
  });

  test('have positions equal to those counted in the decoded text', () => {
    onMessages((message) => {
      const mark = message.raw.startsWith('\xef\xbb\xbf') ? 3 : 0;
      for (let offset = mark; offset <= message.raw.length; offset++) {
        const before = message.raw.slice(mark, offset);
        // A line feed that completes a CR LF belongs to the line it ends.
        const inPair = before.endsWith('\r') && message.raw[offset] === '\n';
        const lines = (inPair ? before.slice(0, -1) : before).split(/\r\n|\r|\n/);
        const encoding =
          message.charset.encoding === 'utf-8' || message.charset.fallback === 'utf-8' ? 'utf8' : 'latin1';
        const last = Buffer.from(lines.at(-1) ?? '', 'latin1').toString(encoding);
        const column = [...last].length + 1 + (inPair ? 1 : 0);
        const position = message.position(offset);
        if (position.line !== lines.length || position.column !== column)
          expect(position).toEqual({ line: lines.length, column });
      }
    });
  });
});
