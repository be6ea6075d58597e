import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CdaDocument,
  type Libxml2Engine,
  libxml2Engine,
  loadXmlLibrary,
  type XsdIssue,
} from '../../../src/formats/cda/index.js';
import { loadPack } from '../../../src/packs/index.js';
import { level1, level3 } from '../../../src/rules/cda/example-documents.js';
import { type MutantKind, xmlMutants } from '../../support/xml-mutants.js';

let engine: Libxml2Engine;
let xsd: Readonly<Record<string, string>>;
beforeAll(async () => {
  await loadXmlLibrary();
  xsd = (await loadPack('cda-fr')).cda?.xsd ?? {};
  engine = libxml2Engine(xsd);
});

function issuesOf(text: string | Uint8Array): readonly XsdIssue[] {
  const document = CdaDocument.read(Buffer.from(text));
  try {
    return engine.validateNow(document);
  } finally {
    document.dispose();
  }
}

const brief = (text: string) =>
  issuesOf(text).map(({ kind, element, attribute, expected, found, location }) => ({
    kind,
    element,
    ...(attribute !== undefined && { attribute }),
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
    place: `${location.line}:${location.column}`,
  }));

const samples = join(import.meta.dirname, '../../../samples/cda');

test.each(readdirSync(samples).filter((name) => name.endsWith('-valid.xml')))('%s is valid', (name) => {
  expect(issuesOf(readFileSync(join(samples, name)))).toEqual([]);
});

describe('each sentence of the engine is understood', () => {
  test.each<[string, string, object]>([
    [
      'an element out of place',
      level1(['<realmCode code="FR"/>', '<realmCode code="FR"/><title/>']),
      { kind: 'unexpected-element', element: 'title', expected: 'realmCode, typeId', found: 'title', place: '3:25' },
    ],
    [
      'an element too many at the end',
      level1(['</component>\n</Cl', '</component><id/>\n</Cl']),
      { kind: 'unexpected-element', element: 'id', found: 'id' },
    ],
    [
      'an element in an empty type',
      level3(['<br/>', '<br><sub/></br>']),
      { kind: 'unexpected-element', element: 'br', found: 'br' },
    ],
    [
      'a missing element',
      level1([/<assignedCustodian>[\s\S]*<\/assignedCustodian>/.exec(level1())?.[0] ?? '', '<assignedCustodian/>']),
      {
        kind: 'missing-element',
        element: 'assignedCustodian',
        expected: 'realmCode, typeId, templateId, representedCustodianOrganization',
      },
    ],
    [
      'a missing attribute',
      level3(['<relatedDocument typeCode="XFRM">', '<relatedDocument>']),
      { kind: 'missing-attribute', element: 'relatedDocument', expected: 'typeCode' },
    ],
    [
      'an attribute that does not exist',
      level1(['<setId ', '<setId oid="1" ']),
      { kind: 'unknown-attribute', element: 'setId', attribute: 'oid', found: 'oid' },
    ],
    [
      'a code that does not exist',
      level3(['typeCode="XFRM"', 'typeCode="PARENT"']),
      { kind: 'bad-value', attribute: 'typeCode', expected: 'APND, RPLC, XFRM', found: 'PARENT' },
    ],
    [
      'a value against its pattern, quotes and brackets included',
      level1(['<birthTime value="19790328"/>', `<birthTime value="'28' {mars} 'à midi'"/>`]),
      {
        kind: 'bad-value',
        attribute: 'value',
        found: "'28' {mars} 'à midi'",
        expected: '[0-9]{1,8}|([0-9]{9,14}|[0-9]{14,14}\\.[0-9]+)([+\\-][0-9]{1,4})?',
      },
    ],
    [
      'a text that is too short',
      level1(['extension="IPP-0042"', 'extension=""']),
      { kind: 'bad-value', attribute: 'extension', found: '', expected: 'minLength 1' },
    ],
    [
      'a number that is none',
      level1(['<versionNumber value="1"/>', '<versionNumber value="1.0"/>']),
      { kind: 'bad-value', attribute: 'value', found: '1.0', expected: 'int' },
    ],
    [
      'a value that fits none of a union',
      level1(['<setId root="1.2.250.1.999.1.1.9.1000.1"', '<setId root="1.02"']),
      { kind: 'bad-value', attribute: 'root', found: '1.02', expected: 'uid' },
    ],
    [
      'a list with a word too many',
      level1(['<addr use="H">', '<addr use="H X">']),
      { kind: 'bad-value', attribute: 'use' },
    ],
    [
      'the same ID twice',
      level3(['<paragraph ID="commentaire">', '<paragraph ID="glycemie">']),
      { kind: 'repeated-id', attribute: 'ID', found: 'glycemie' },
    ],
    [
      'an ID that is no name',
      level3(['<paragraph ID="commentaire">', '<paragraph ID="1 2">']),
      { kind: 'bad-value', attribute: 'ID', found: '1 2', expected: 'xs:ID' },
    ],
    [
      'text among elements',
      level1(['<custodian>', '<custodian>ici']),
      { kind: 'unexpected-text', element: 'custodian' },
    ],
    ['text in an empty element', level3(['<br/>', '<br>ici</br>']), { kind: 'unexpected-text', element: 'br' }],
    [
      'a data type that does not exist',
      level3(['xsi:type="PQ"', 'xsi:type="XYZ"']),
      { kind: 'wrong-type', element: 'value', attribute: 'xsi:type', found: 'XYZ' },
    ],
    [
      'a data type that does not belong there',
      level3(['<confidentialityCode code', '<confidentialityCode xsi:type="PQ" code']),
      { kind: 'wrong-type', element: 'confidentialityCode', attribute: 'xsi:type', found: 'PQ' },
    ],
    [
      'an abstract data type',
      level3(['<value xsi:type="PQ" value="5.2" unit="mmol/L"/>', '<value/>']),
      { kind: 'wrong-type', element: 'value' },
    ],
    [
      'a sentence we have no word for still tells where',
      level1(['<title>', '<title xsi:nil="true">']),
      { kind: 'other', element: 'title' },
    ],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toContainEqual(expect.objectContaining(expected));
  });
});

test('one wrong value gives one issue', () => {
  expect(brief(level1(['<birthTime value="19790328"/>', '<birthTime value="hier"/>']))).toHaveLength(1);
});

describe('one-fault mutants of the samples', () => {
  /** What must never pass, wherever it is done. */
  const ALWAYS: readonly MutantKind[] = ['rename-element', 'insert-element', 'foreign-attribute'];

  test.each(['cr-bio-level1-valid.xml', 'cr-bio-level3-valid.xml'])('%s', (name) => {
    const text = readFileSync(join(samples, name), 'utf8');
    const accepted: string[] = [];
    let rejected = 0;
    for (const { kind, place, text: mutant } of xmlMutants(text)) {
      if (!ALWAYS.includes(kind)) continue;
      if (issuesOf(mutant).length > 0) rejected += 1;
      else accepted.push(`${kind} ${place}`);
    }
    expect(accepted).toEqual([]);
    expect(rejected).toBeGreaterThan(150);
  });

  test('an issue stands at the element that was spoilt', () => {
    const text = readFileSync(join(samples, 'cr-bio-level3-valid.xml'), 'utf8');
    for (const { kind, place, text: mutant } of xmlMutants(text)) {
      if (kind !== 'foreign-attribute') continue;
      const [issue, ...others] = issuesOf(mutant);
      expect({ place, others, attribute: issue?.attribute }).toEqual({ place, others: [], attribute: 'nowhere' });
      const bytes = Buffer.from(mutant);
      const at = issue?.location.offset ?? 0;
      expect(bytes.subarray(at, at + (issue?.location.length ?? 0)).toString()).toBe('nowhere="1"');
    }
  });
});

test('the schema is compiled once, and a document of another kind is told, not thrown', () => {
  expect(libxml2Engine(xsd)).toBe(engine);
  expect(issuesOf('<ClinicalDocument xmlns="urn:hl7-org:v3"/>').map(({ kind }) => kind)).toEqual(['missing-element']);
});

test('a document with thousands of faults is cut short', () => {
  const ids = '<id root="x y"/>'.repeat(3000);
  expect(
    issuesOf(level1(['<id root="1.2.250.1.213.1.4.10"', `${ids}<id root="1.2.250.1.213.1.4.10"`])).length,
  ).toBeLessThanOrEqual(1000);
});
