import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CdaDocument, loadXmlLibrary, sameCdaIdentifier } from '../../../src/formats/cda/index.js';

const read = (name: string) =>
  CdaDocument.read(readFileSync(join(import.meta.dirname, '../../../samples/cda', `${name}.xml`)));
const inline = (text: string) => CdaDocument.read(Buffer.from(text));

let level1: CdaDocument;
let level3: CdaDocument;
beforeAll(async () => {
  await loadXmlLibrary();
  level1 = read('cr-bio-level1-valid');
  level3 = read('cr-bio-level3-valid');
});
afterAll(() => {
  level1.dispose();
  level3.dispose();
});

test('level and type', () => {
  expect([level1.level, level1.type]).toEqual([1, '11502-2']);
  expect([level3.level, level3.type]).toEqual([3, '11502-2']);
  expect(inline('<ClinicalDocument xmlns="urn:hl7-org:v3"/>').level).toBeUndefined();
});

test('model templates are those that are not common to every document', () => {
  expect(level1.modelTemplates.map(({ root }) => root)).toEqual(['1.3.6.1.4.1.19376.1.2.20']);
  expect(level3.modelTemplates.map(({ root, extension }) => [root, extension])).toEqual([
    ['1.3.6.1.4.1.19376.1.3.3', undefined],
    ['1.2.250.1.213.1.1.1.55', '2024.01'],
  ]);
});

test('the header', () => {
  const { header } = level3;
  expect(header.id?.root).toBe('1.2.250.1.999.1.1.9.1002');
  expect(header.setId?.root).toBe('1.2.250.1.999.1.1.9.1000.3');
  expect(header.versionNumber?.value).toBe('1');
  expect(header.title).toBe("Compte rendu d'examens de biologie médicale");
  expect(header.confidentialityCode?.code).toBe('N');
  expect(header.languageCode?.code).toBe('fr-FR');
  expect(header.effectiveTime?.value).toBe('20260105101500+0100');
  expect(header.authors.map(({ ids }) => ids[0]?.extension)).toEqual(['899700000001']);
  expect(header.custodianId?.root).toBe('1.2.250.1.71.4.2.2');
  expect(header.legalAuthenticatorIds[0]?.root).toBe('1.2.250.1.71.4.2.1');
  expect(header.facilityCode?.code).toBe('SA25');
  expect(header.relatedDocuments.map(({ typeCode, ids }) => [typeCode, ids[0]?.root])).toEqual([
    ['XFRM', level1.header.id?.root],
  ]);
  const [act] = header.serviceEvents;
  expect([act?.low?.value, act?.practiceSetting?.code]).toEqual(['202601050800+0100', 'AMBULATOIRE']);
});

test('the patient', () => {
  const patient = level3.header.patient;
  expect(patient?.ids.map(({ extension }) => extension)).toEqual(['279035121518989', 'IPP-0042']);
  expect(patient?.ins.map(({ root }) => root)).toEqual(['1.2.250.1.213.1.4.10']);
  expect(patient?.family.map(({ text, qualifier }) => [text, qualifier])).toEqual([['PAT-TROIS', 'BR']]);
  expect(patient?.given.map(({ text, qualifier }) => [text, qualifier])).toEqual([
    ['DOMINIQUE', undefined],
    ['DOMINIQUE', 'BR'],
  ]);
  expect([patient?.gender?.code, patient?.birthPlaceCode]).toEqual(['F', '51215']);
});

test('the PDF of a level 1, and the copy in a level 3', () => {
  const body = level1.body?.decode().bytes;
  expect(Buffer.from(body ?? []).toString('latin1', 0, 8)).toBe('%PDF-1.4');
  expect(level3.pdfCopies.map((media) => Buffer.from(media.decode().bytes ?? []).equals(body ?? Buffer.of()))).toEqual([
    true,
  ]);
  expect(level3.body).toBeUndefined();
});

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['QUJD$', 'foreign-character'],
  ['QUJ', 'bad-length'],
  ['QU=D', 'foreign-character'],
])('base64 %j is told as %s', (text, fault) => {
  const document = inline(
    `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text>${text}</text></nonXMLBody></component></ClinicalDocument>`,
  );
  expect(document.body?.decode()).toEqual({ fault });
  expect([document.body?.mediaType, document.body?.representation]).toEqual([undefined, undefined]);
  document.dispose();
});

test('sections and their narrative', () => {
  const sections = level3.sections;
  expect(sections.map((section) => level3.text('cda:title', section))).toEqual([
    'Biochimie',
    'Glycémie à jeun',
    'Copie du document',
  ]);
  const [chapter, glucose] = sections;
  expect(chapter && level3.narrativeOf(chapter)).toBeUndefined();
  expect(glucose && level3.narrativeOf(glucose)?.content).toContain('Hexokinase');
});

test('a document inside a style sheet is found; two, or none, are told', () => {
  const cda = '<ClinicalDocument xmlns="urn:hl7-org:v3"><code code="X"/></ClinicalDocument>';
  const sheet = (content: string) =>
    `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">${content}</xsl:stylesheet>`;
  const document = inline(sheet(cda));
  expect([document.wrapper, document.type]).toEqual(['stylesheet', 'X']);
  expect(document.locate(document.root).path).toBe('/xsl:stylesheet/ClinicalDocument');
  document.dispose();
  expect(() => inline(sheet(cda + cda))).toThrow('2 ClinicalDocument elements');
  expect(() => inline(sheet(''))).toThrow('No ClinicalDocument');
  expect(() => inline(`<a>${cda}</a>`)).toThrow('No ClinicalDocument');
  expect(() => inline('<ClinicalDocument/>')).toThrow('No ClinicalDocument');
});

test('identifiers compare as receivers do', () => {
  const uuid = '6a3c1f0e-6d3e-4b7d-9c59-6f0b9b6f2a10';
  const id = (root: string, extension?: string) => ({ root, extension });
  expect(sameCdaIdentifier(id(uuid), id(uuid.toUpperCase()))).toBe(true);
  expect(sameCdaIdentifier(id('1.2.3'), id('1.2.3', 'a'))).toBe(false);
  expect(sameCdaIdentifier(id('1.2.3', 'a'), id('1.2.3', 'A'))).toBe(false);
});
