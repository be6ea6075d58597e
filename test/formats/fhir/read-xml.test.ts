import fc from 'fast-check';
import { isEpreuveError } from '../../../src/core/index.js';
import { readFhir, readFhirJson, readFhirXml, writeFhirXml } from '../../../src/formats/fhir/index.js';

const read = (text: string) => readFhirXml(Buffer.from(text));

function errorOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (isEpreuveError(error, 'document')) return `${error.code} ${error.data.line ?? ''}`.trim();
    throw error;
  }
  throw new Error('no error');
}

const bundle = `<?xml version="1.0" encoding="UTF-8"?>
<Bundle xmlns="http://hl7.org/fhir">
  <type value="collection"/>
  <entry>
    <resource>
      <Patient>
        <id value="p1"/>
        <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Été</p></div></text>
        <birthDate value="1979-03-03" id="b"><extension url="http://x"><valueString value="é"/></extension></birthDate>
        <name><given value="A"/><given value="B"/></name>
      </Patient>
    </resource>
  </entry>
</Bundle>`;

test('XML gives the same model as JSON', () => {
  const document = read(bundle);
  const paths = [...document.root.descendants()].map((element) => `${element.path}=${element.text ?? ''}`);
  expect(paths).toEqual([
    'Bundle.type=collection',
    'Bundle.entry=',
    'Bundle.entry.resource=',
    'Bundle.entry.resource.id=p1',
    'Bundle.entry.resource.text=',
    'Bundle.entry.resource.text.status=generated',
    'Bundle.entry.resource.text.div=<div xmlns="http://www.w3.org/1999/xhtml"><p>Été</p></div>',
    'Bundle.entry.resource.birthDate=1979-03-03',
    'Bundle.entry.resource.birthDate.id=b',
    'Bundle.entry.resource.birthDate.extension=',
    'Bundle.entry.resource.birthDate.extension.url=http://x',
    'Bundle.entry.resource.birthDate.extension.valueString=é',
    'Bundle.entry.resource.name=',
    'Bundle.entry.resource.name.given[0]=A',
    'Bundle.entry.resource.name.given[1]=B',
  ]);
  expect(document.root.child('entry')?.child('resource')?.resourceType).toBe('Patient');
  expect(document.anomalies).toEqual([]);
});

test('places point at the tags they name', () => {
  const document = read(bundle);
  const bytes = Buffer.from(bundle);
  const birthDate = document.root.child('entry')?.child('resource')?.child('birthDate');
  if (!birthDate) throw new Error('no birthDate');
  const { offset, length, line } = document.locate(birthDate);
  const tag = bytes.subarray(offset, offset + length).toString();
  expect(tag.startsWith('<birthDate value="1979-03-03"') && tag.endsWith('</birthDate>')).toBe(true);
  expect(line).toBe(9);
});

test('the resource rows of a CapabilityStatement are no resources', () => {
  const document = read(
    '<CapabilityStatement xmlns="http://hl7.org/fhir"><rest><resource><type value="Patient"/></resource></rest></CapabilityStatement>',
  );
  expect(document.root.child('rest')?.child('resource')?.resourceType).toBeUndefined();
});

test('a document type, other encodings and other namespaces are refused', () => {
  expect(errorOf('<!DOCTYPE Patient [<!ENTITY a "b">]>\n<Patient xmlns="http://hl7.org/fhir"/>')).toBe('fhir-syntax 1');
  expect(errorOf('<?xml version="1.0" encoding="ISO-8859-1"?><Patient xmlns="http://hl7.org/fhir"/>')).toBe(
    'fhir-syntax 1',
  );
  expect(errorOf('\n<Patient/>')).toBe('fhir-syntax 2');
  expect(errorOf('<Patient xmlns="http://hl7.org/fhir">\n&a;</Patient>')).toBe('fhir-syntax 2');
  expect(errorOf('<Patient xmlns="http://hl7.org/fhir">')).toBe('fhir-syntax 1');
  expect(errorOf(`<Patient xmlns="http://hl7.org/fhir">${'<a>'.repeat(500)}`)).toBe('fhir-too-deep');
});

test('text, unknown attributes and foreign elements are told', () => {
  const document = read(
    '<Patient xmlns="http://hl7.org/fhir">x<active value="true" b="1"/><y xmlns="urn:z"/></Patient>',
  );
  expect(document.anomalies.map(({ code }) => code)).toEqual([
    'text-content',
    'unknown-attribute',
    'foreign-namespace',
  ]);
});

test('JSON written as XML and read again has the same elements', () => {
  const json = readFhirJson(
    Buffer.from(
      '{"resourceType":"Patient","id":"p","extension":[{"url":"http://x","valueString":"<&\\"\\n>"}],"name":[{"given":["A","B"]}],"birthDate":"2000","_birthDate":{"id":"b"}}',
    ),
  );
  const xml = readFhir(Buffer.from(writeFhirXml(json.root)));
  const facts = (document: typeof json) =>
    [...document.root.descendants()].map(({ name, text }) => `${name}=${text ?? ''}`).sort();
  expect(facts(xml)).toEqual(facts(json));
});

test('arbitrary text gives a document error at worst', () => {
  const mutated = fc
    .tuple(fc.nat(bundle.length), fc.nat(12), fc.string({ maxLength: 5, unit: 'binary' }))
    .map(([at, cut, put]) => bundle.slice(0, at) + put + bundle.slice(at + cut));
  fc.assert(
    fc.property(
      fc.oneof(
        mutated,
        fc.string({ unit: 'binary' }).map((text) => `<${text}`),
      ),
      (text) => {
        try {
          readFhirXml(Buffer.from(text));
        } catch (error) {
          if (!isEpreuveError(error, 'document')) throw error;
        }
      },
    ),
    { numRuns: 300 },
  );
});
