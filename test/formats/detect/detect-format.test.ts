import fc from 'fast-check';
import { detectFormat } from '../../../src/formats/detect/index.js';
import { cpuTimeOf } from '../../support/cpu-time.js';
import { growsInProportion } from '../../support/growth.js';

const formatOf = (text: string, name = 'fichier') => detectFormat(Buffer.from(text), name).format;

test.each([
  ['a message', 'MSH|^~\\&|GAM', 'hl7v2'],
  ['other separators', 'MSH$%@!*$GAM', 'hl7v2'],
  ['a byte order mark and blanks', '\ufeff\r\n MSH|^~\\&|GAM', 'hl7v2'],
  ['an MLLP frame', '\x0bMSH|^~\\&|GAM\r\x1c\r', 'hl7v2'],
  ['a batch', 'FHS|^~\\&|F\rBHS|^~\\&|B', 'hl7v2'],
  ['junk before a message', 'journal du 5 janvier\nMSH|^~\\&|GAM', 'hl7v2'],
  ['MSH in a sentence', 'le segment MSH| est obligatoire', 'unknown'],
  ['a word that starts like MSH', 'MSHX|1', 'unknown'],
  ['CDA', '<?xml version="1.0"?>\n<!-- <x/> --><ClinicalDocument xmlns="urn:hl7-org:v3">', 'cda'],
  ['CDA with a prefix', '<cda:ClinicalDocument xmlns:x="a>b" xmlns:cda=\'urn:hl7-org:v3\'/>', 'cda'],
  [
    'CDA after a document type with a subset',
    '<!DOCTYPE a [<!ENTITY b "]>"> <!ELEMENT c ANY>]><ClinicalDocument xmlns="urn:hl7-org:v3"/>',
    'cda',
  ],
  ['ClinicalDocument without its namespace', '<ClinicalDocument/>', 'xml'],
  ['CDA named in a comment only', '<!--<ClinicalDocument xmlns="urn:hl7-org:v3">--><root/>', 'xml'],
  ['HL7 v2 in XML', '<ADT_A05 xmlns="urn:hl7-org:v2xml"/>', 'xml'],
  ['a comment without end', '<!-- <a/>', 'xml'],
  ['FHIR XML', '<Observation xmlns="http://hl7.org/fhir"><id value="a"/>', 'fhir-xml'],
  ['FHIR JSON', '{"id":"1","resourceType" : "Observation"}', 'fhir-json'],
  ['pretty FHIR JSON', '{\n  "meta": {"a": ["}"]},\n  "resourceType": "Bundle"', 'fhir-json'],
  ['resourceType deeper', '{"a":{"resourceType":"Observation"}}', 'json'],
  ['resourceType as a value', '{"a":"resourceType"}', 'json'],
  ['FHIR NDJSON', '{"resourceType":"Patient"}\n{"resourceType":"Observation"}\n', 'fhir-ndjson'],
  ['one line of NDJSON', '{"resourceType":"Patient"}\n', 'fhir-json'],
  ['a JSON list', '[{"resourceType":"Patient"}]', 'json'],
  ['nothing', '', 'unknown'],
  ['blanks', ' \r\n', 'unknown'],
  ['text', 'bonjour', 'unknown'],
])('%s', (_name, text, format) => {
  expect(formatOf(text)).toBe(format);
});

test('XML in UTF-16 with its mark', () => {
  const text = '\ufeff<ClinicalDocument xmlns="urn:hl7-org:v3"/>';
  expect(detectFormat(Buffer.from(text, 'utf16le'), 'a').format).toBe('cda');
  expect(detectFormat(Buffer.from(text, 'utf16le').swap16(), 'a').format).toBe('cda');
});

test('the name decides nothing but makes the reason clearer', () => {
  expect(formatOf('MSH|^~\\&|', 'a.xml')).toBe('hl7v2');
  const { format, why } = detectFormat(Buffer.from('bonjour'), 'lot.HL7');
  expect(format).toBe('unknown');
  expect(why.fr).toContain('MSH');
  expect(detectFormat(Buffer.of(0x25, 0, 1), 'a').why.en).toContain('binary');
});

test('only the start of a file is read', () => {
  const big = Buffer.alloc(50 * 1024 * 1024, ' ');
  big.write('MSH|^~\\&|', 1024 * 1024);
  const time = cpuTimeOf(() => expect(detectFormat(big, 'a').format).toBe('unknown'));
  expect(time).toBeLessThan(500);
});

test.each(['<', '<!', '<!DOCTYPE a [', '{', '[', '"', '<a b="', '{"resourceType":', '<!--', '<?', 'a=', '\\'])(
  'repeated %j is passed in linear time',
  (piece) => {
    for (const first of ['', '<a ', '{"']) {
      const workOn = (size: number) => {
        const text = first + piece.repeat(size / piece.length);
        return () => void formatOf(text);
      };
      expect(growsInProportion(workOn, 8750)).toBe(true);
    }
  },
);

test('any bytes have a format and a reason in both languages', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '{',
    '}',
    '"',
    "'",
    'MSH|',
    '\r',
    '<!DOCTYPE',
    '[',
    ']',
    'resourceType',
    ':',
    ' ',
    '=',
    '\xff\xfe',
  );
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.array(pieces).map((all) => Buffer.from(all.join(''), 'latin1')),
  );
  fc.assert(
    fc.property(bytes, fc.string(), (content, name) => {
      const { format, why } = detectFormat(content, name);
      expect(format.length * why.fr.length * why.en.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('a document type too long to see the root through names it', () => {
  const entity = `<!ENTITY a "${'x'.repeat(200_000)}">`;
  const text = `<?xml version="1.0"?>\n<!DOCTYPE ClinicalDocument [${entity}]>\n<ClinicalDocument xmlns="urn:hl7-org:v3"/>`;
  expect(detectFormat(Buffer.from(text), 'a.xml').format).toBe('cda');
});
