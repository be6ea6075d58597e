import fc from 'fast-check';
import { isEpreuveError } from '../../../src/core/index.js';
import { type FhirDocument, type FhirElement, readFhirJson, writeFhirJson } from '../../../src/formats/fhir/index.js';

const read = (text: string, options = {}) => readFhirJson(Buffer.from(text, 'utf8'), options);

function errorOf(text: string | Uint8Array, options = {}): { code: string; data: Record<string, unknown> } {
  try {
    readFhirJson(typeof text === 'string' ? Buffer.from(text) : text, options);
  } catch (error) {
    if (isEpreuveError(error, 'document')) return { code: error.code, data: { ...error.data } };
    throw error;
  }
  throw new Error('no error');
}

function find(document: FhirDocument, path: string): FhirElement {
  for (const element of document.root.descendants()) if (element.path === path) return element;
  throw new Error(`no ${path}`);
}

const patient = `{
  "resourceType": "Patient",
  "name": [{"family": "PAT-TROIS", "given": ["Dominique", "Éloïse"]}],
  "birthDate": "1979-03-03",
  "_birthDate": {"extension": [{"url": "http://x", "valueString": "né"}]}
}`;

test('every element knows its FHIRPath, bytes, line and column', () => {
  const document = read(patient);
  const given = find(document, 'Patient.name[0].given[1]');
  expect(given.text).toBe('Éloïse');
  const bytes = Buffer.from(patient);
  const location = document.locate(given);
  expect(bytes.subarray(location.offset, location.offset + location.length).toString()).toBe('"Éloïse"');
  expect(location).toMatchObject({ format: 'fhirpath', path: 'Patient.name[0].given[1]', line: 3 });
  // After two-byte characters, bytes and characters differ.
  const extension = find(document, 'Patient.birthDate.extension[0].valueString');
  const place = document.locate(extension);
  expect(bytes.subarray(place.offset, place.offset + place.length).toString()).toBe('"né"');
  expect(place.line).toBe(5);
});

test('a byte order mark is told and does not move the bytes', () => {
  const bytes = Buffer.from(`\ufeff${patient}`);
  const document = readFhirJson(bytes);
  expect(document.anomalies.map(({ code }) => code)).toEqual(['byte-order-mark']);
  const { offset, length } = document.locate(find(document, 'Patient.birthDate'));
  expect(bytes.subarray(offset, offset + length).toString()).toBe('"1979-03-03"');
});

test('_birthDate is folded into birthDate, item by item in arrays', () => {
  const document = read('{"resourceType":"Patient","given":["a",null],"_given":[null,{"id":"x"}],"_only":{"id":"y"}}');
  expect(find(document, 'Patient.given[1].id').text).toBe('x');
  expect(find(document, 'Patient.given[1]').kind).toBe('absent');
  expect(find(document, 'Patient.only.id').text).toBe('y');
  expect(document.anomalies).toEqual([]);
});

test('numbers keep their digits, whatever their size', () => {
  const huge = '1'.repeat(400);
  const document = read(`{"resourceType":"X","a":1.50,"b":1e999,"c":${huge}}`);
  expect(document.root.valueOf('a')).toBe('1.50');
  expect(document.root.valueOf('b')).toBe('1e999');
  expect(document.root.valueOf('c')).toBe(huge);
});

test('__proto__ is a property like any other', () => {
  const document = read('{"resourceType":"X","__proto__":{"polluted":true},"constructor":{"prototype":{"a":1}}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(document.root.children.map(({ name }) => name)).toContain('constructor');
});

test('duplicate keys, nested arrays, lone surrogates are told where they stand', () => {
  const document = read('{"resourceType":"X","a":1,"a":2,"b":[[1]],"c":"\\ud800"}');
  expect(document.anomalies.map(({ code, element }) => `${code} ${element.path}`)).toEqual([
    'duplicate-key X',
    'nested-array X.b[0]',
    'lone-surrogate X.c',
  ]);
  expect(document.root.valueOf('a')).toBe('1');
  const many = Array.from({ length: 40 }, (_, index) => `"k${index % 30}":1`).join(',');
  expect(read(`{"resourceType":"X",${many}}`).anomalies).toHaveLength(10);
});

test.each([
  ['{"resourceType":"X",}', 1, 21],
  ['{"resourceType":"X","a":[1,]}', 1, 28],
  ['{"resourceType":"X",\n "a":NaN}', 2, 6],
  ['{"resourceType":"X",\n "a":-Infinity}', 2, 6],
  ['{\'resourceType\':"X"}', 1, 2],
  ['{"resourceType":"X" // no\n}', 1, 21],
  ['{"resourceType":"X","a":01}', 1, 26],
  ['{"resourceType":"X","a":"\u0000"}', 1, 26],
  ['{"resourceType":"X","a":"\\x"}', 1, 26],
  ['{"resourceType":"X"} {}', 1, 22],
  ['{"resourceType":"X"', 1, 20],
  ['[1]', 1, 1],
  ['{"a":1}', 1, 1],
  ['{"resourceType":1}', 1, 1],
])('%j is refused at line %d column %d', (text, line, column) => {
  expect(errorOf(text)).toMatchObject({ code: 'fhir-syntax', data: { line, column } });
});

test('other encodings, deep nesting, too many elements and too many bytes are refused', () => {
  expect(errorOf(Buffer.from('{"resourceType":"X",\n"a":"\xe9t\xe9"}', 'latin1'))).toMatchObject({
    code: 'fhir-bad-encoding',
    data: { line: 2, offset: 26 },
  });
  expect(errorOf(Buffer.from('\ufeff{"resourceType":"X"}', 'utf16le')).code).toBe('fhir-bad-encoding');
  expect(errorOf('{"a":'.repeat(5000)).code).toBe('fhir-too-deep');
  expect(errorOf(`{"resourceType":"X","a":${'['.repeat(100_000)}`).code).toBe('fhir-too-deep');
  expect(errorOf('{"resourceType":"X","a":[1,2,3,4,5]}', { maxElements: 5 }).code).toBe('fhir-too-many-elements');
  expect(errorOf('{"resourceType":"X"}', { maxBytes: 10 }).code).toBe('fhir-too-large');
});

test('arbitrary bytes give a document error at worst', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.json().map((text) => Buffer.from(text)),
  );
  const mutated = fc
    .tuple(fc.nat(patient.length), fc.nat(10), fc.string({ maxLength: 4, unit: 'binary' }))
    .map(([at, cut, put]) => Buffer.from(patient.slice(0, at) + put + patient.slice(at + cut)));
  fc.assert(
    fc.property(fc.oneof(bytes, mutated), (input) => {
      try {
        readFhirJson(input);
      } catch (error) {
        if (!isEpreuveError(error, 'document')) throw error;
      }
    }),
    { numRuns: 600 },
  );
});

test('writing what was read gives the same document', () => {
  const json = fc.letrec<{ value: unknown; object: object }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('object'), { minLength: 1, maxLength: 3 }),
      fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
      tie('object'),
    ),
    object: fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => !/^_|^__proto__$/.test(key)),
      tie('value'),
      {
        maxKeys: 4,
      },
    ),
  })).object;
  fc.assert(
    fc.property(json, (content) => {
      const text = JSON.stringify({ ...content, resourceType: 'X' });
      expect(JSON.parse(writeFhirJson(read(text).root))).toEqual(JSON.parse(text));
    }),
    { numRuns: 200 },
  );
  expect(writeFhirJson(read(patient).root)).toBe(JSON.stringify(JSON.parse(patient)));
});
