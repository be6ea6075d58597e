import fc from 'fast-check';
import { type NdjsonLine, readFhirNdjson, splitFhirNdjson } from '../../../src/formats/fhir/index.js';

const text = '{"resourceType":"A","x":"é"}\r\n\n{"resourceType":"B",}\n  {"resourceType":"C","y":1}';

const facts = ({ line, offset, document, error }: NdjsonLine) => ({
  line,
  offset,
  type: document?.root.resourceType,
  error: error && `${error.code} ${error.data.line}`,
});

const expected = [
  { line: 1, offset: 0, type: 'A', error: undefined },
  { line: 3, offset: 32, type: undefined, error: 'fhir-syntax 3' },
  { line: 4, offset: 54, type: 'C', error: undefined },
];

test('each line is a resource or its error, with its place', () => {
  const lines = [...splitFhirNdjson(Buffer.from(text))];
  expect(lines.map(facts)).toEqual(expected);
  const last = lines.at(-1)?.document;
  const value = last?.root.child('y');
  if (!last || !value) throw new Error('no document');
  const { offset, line } = last.locate(value);
  expect(
    Buffer.from(text)
      .subarray(offset, offset + 1)
      .toString(),
  ).toBe('1');
  expect(line).toBe(4);
});

test('chunks may be cut anywhere', async () => {
  const bytes = Buffer.from(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      async function* chunks() {
        for (const [index, from] of places.entries()) yield bytes.subarray(from, places[index + 1] ?? from);
      }
      const lines: NdjsonLine[] = [];
      for await (const line of readFhirNdjson(chunks())) lines.push(line);
      expect(lines.map(facts)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('a line above the limit is told and the next one is read', () => {
  const long = `{"resourceType":"A","x":"${'a'.repeat(1000)}"}`;
  const lines = [...splitFhirNdjson(Buffer.from(`${long}\n{"resourceType":"B"}\n`), { maxBytes: 100 })];
  expect(lines.map(({ document, error }) => error?.code ?? document?.root.resourceType)).toEqual([
    'fhir-too-large',
    'B',
  ]);
});

test('many lines are read as a stream', async () => {
  const chunk = Buffer.from('{"resourceType":"Observation","status":"final"}\n'.repeat(1000));
  async function* chunks() {
    for (let count = 0; count < 20; count++) yield chunk;
  }
  let lines = 0;
  for await (const line of readFhirNdjson(chunks())) lines += line.document ? 1 : 0;
  expect(lines).toBe(20_000);
});
