import { spawnSync } from 'node:child_process';
import { CdaDocument, javaEngine, libxml2Engine, loadXmlLibrary } from '../../../src/formats/cda/index.js';
import { readXercesMessages } from '../../../src/formats/cda/xsd/xerces-messages.js';
import { loadPack } from '../../../src/packs/index.js';
import { level1, level3 } from '../../../src/rules/cda/example-documents.js';

const V3 = '"urn:hl7-org:v3"';

test('messages of Xerces are read, glued or not, by the rule they name', () => {
  const read = readXercesMessages([
    `[error] cvc-complex-type.2.4.a: Invalid content was found starting with element '{${V3}:qualifier}'. One of '{${V3}:originalText, ${V3}:translation}' is expected. (11:76)` +
      `[error] cvc-complex-type.2.4.b: The content of element 'assignedAuthor' is not complete. One of '{${V3}:id, "urn:hl7-org:sdtc":text}' is expected. (20:3)`,
    "[error] cvc-pattern-valid: Value 'hier (12:3)' is not facet-valid with respect to pattern '[0-9]+' for type 'ts'. (30:9)",
    "[error] cvc-attribute.3: The value 'hier (12:3)' of attribute 'value' on element 'birthTime' is not valid with respect to its type, 'ts'. (30:9)",
    "[error] cvc-complex-type.4: Attribute 'typeCode' must appear on element 'performer'. (40:1)",
    "[error] cvc-complex-type.3.2.2: Attribute 'oid' is not allowed to appear in element 'setId'. (41:2)",
    "[error] cvc-complex-type.2.3: Element 'custodian' cannot have character [children], because its content type is element-only. (42:2)",
    "[error] cvc-id.2: There are multiple occurrences of ID value 'glycemie'. (43:2)",
    "[error] cvc-elt.4.2: Cannot resolve 'XYZ' to a type definition for element 'value'. (44:2)",
    '[fatal] something new (45:2)',
  ]);
  expect(read).toEqual([
    { kind: 'unexpected-element', found: 'qualifier', expected: 'originalText, translation', line: 11, column: 76 },
    { kind: 'missing-element', expected: 'id, sdtc:text', line: 20, column: 3 },
    { kind: 'bad-value', found: 'hier (12:3)', expected: '[0-9]+', line: 30, column: 9 },
    { kind: 'missing-attribute', expected: 'typeCode', line: 40, column: 1 },
    { kind: 'unknown-attribute', attribute: 'oid', found: 'oid', line: 41, column: 2 },
    { kind: 'unexpected-text', line: 42, column: 2 },
    { kind: 'repeated-id', found: 'glycemie', line: 43, column: 2 },
    { kind: 'wrong-type', line: 44, column: 2 },
    { kind: 'other', line: 45, column: 2 },
  ]);
});

const hasJava = spawnSync('javac', ['-version']).status === 0;

(hasJava ? test : test.skip)('both engines tell the same first fault at the same place', async () => {
  await loadXmlLibrary();
  const xsd = (await loadPack('cda-fr')).cda?.xsd ?? {};
  const java = await javaEngine(xsd);
  const texts = [
    level3(),
    level3(['<languageCode', '<copyTimes/><languageCode']),
    level3(['referencedObject="copie-pdf"', 'referencedObject="copie"']),
    `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:lab="urn:oid:1.3.6.1.4.1.19376.1.3.2">\n${level1(
      ['<?xml version="1.0" encoding="UTF-8"?>', ''],
      [' xmlns:lab="urn:oid:1.3.6.1.4.1.19376.1.3.2"', ''],
      ['<serviceEvent>', '<serviceEvent><lab:statusCode code="fini"/>'],
    )}</xsl:stylesheet>`,
  ];
  try {
    for (const text of texts) {
      const document = CdaDocument.read(Buffer.from(text));
      const [own] = libxml2Engine(xsd).validateNow(document);
      const [other] = await java.validate(document);
      expect(other?.kind).toBe(own?.kind);
      // Xerces tells a broken reference at the end of the document.
      if (own && own.kind !== 'broken-reference') expect(other?.location.line).toBe(own.location.line);
      if (own) expect(own.location.path.startsWith(other?.location.path ?? '?')).toBe(true);
      document.dispose();
    }
  } finally {
    await java.dispose();
  }
});
