import type { PairExample } from '../examples.js';

/** What examples change in one half. XML pieces are written as they stand in the document. */
export interface HalfEdits {
  readonly id?: string;
  readonly setId?: string;
  readonly version?: string;
  /** relatedDocument elements. */
  readonly related?: string;
  /** Pieces of text and what stands in their place. */
  readonly replace?: Readonly<Record<string, string>>;
}

export const LEVEL1_ID = '1.2.250.1.999.1.1.9.1';
export const LEVEL3_ID = '1.2.250.1.999.1.1.9.3';
const PDF = 'JVBERi0xLjQK';
const XDS_SD = '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>';
const MODEL = '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>';

/** A relatedDocument to a parent; `more` are elements after its id. */
export function related(typeCode: string, parent: string, more = ''): string {
  const parentDocument = `<parentDocument><id root="${parent}"/>${more}</parentDocument>`;
  return `<relatedDocument typeCode="${typeCode}">${parentDocument}</relatedDocument>`;
}

export const XFRM = related('XFRM', LEVEL1_ID);

export function level1(edits: HalfEdits = {}): string {
  const body = `<nonXMLBody><text mediaType="application/pdf" representation="B64">${PDF}</text></nonXMLBody>`;
  return document({ id: LEVEL1_ID, setId: '1.2.250.1.999.1.1.8.1', ...edits }, XDS_SD, body);
}

export function level3(edits: HalfEdits = {}): string {
  const body = '<structuredBody><component><section><text>Essai</text></section></component></structuredBody>';
  return document({ id: LEVEL3_ID, setId: '1.2.250.1.999.1.1.8.3', related: XFRM, ...edits }, MODEL, body);
}

/** A section of a level 3 with a PDF copy, to put in place of `<section>`. */
export function pdfCopy(base64: string = PDF): string {
  const value = `<value mediaType="application/pdf" representation="B64">${base64}</value>`;
  return `<section><templateId root="1.2.250.1.213.1.1.2.243"/><entry><observationMedia>${value}</observationMedia></entry></section></component><component><section>`;
}

/** The valid pair with edits to either half. */
export function pair(one: HalfEdits = {}, three: HalfEdits = {}): PairExample {
  return { level1: level1(one), level3: level3(three) };
}

/** The second version of the valid pair: both replace the first, the level 3 also names its level 1. */
export function secondVersion(one: HalfEdits = {}, three: HalfEdits = {}): PairExample {
  const [id1, id3] = [`${LEVEL1_ID}.2`, `${LEVEL3_ID}.2`];
  return {
    level1: level1({ id: id1, version: '2', related: related('RPLC', LEVEL1_ID), ...one }),
    level3: level3({ id: id3, version: '2', related: related('XFRM', id1) + related('RPLC', LEVEL3_ID), ...three }),
    known: [level1(), level3()],
  };
}

function document(edits: HalfEdits, template: string, body: string): string {
  const { id = '', setId = '', version = '1', related: links = '', replace = {} } = edits;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
${template}
<id root="${id}"/>
<code code="11502-2" codeSystem="2.16.840.1.113883.6.1"/>
<title>Essai</title>
<effectiveTime value="20260105101500+0100"/>
<confidentialityCode code="N"/>
<languageCode code="fr-FR"/>
<setId root="${setId}"/>
<versionNumber value="${version}"/>
<recordTarget><patientRole>
<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>
<id root="1.2.250.1.999.1" extension="T0001"/>
<patient>
<name><family qualifier="BR">PAT-TROIS</family><given>DOMINIQUE</given></name>
<administrativeGenderCode code="F"/>
<birthTime value="19790328"/>
<birthplace><place><addr><county>51215</county></addr></place></birthplace>
</patient></patientRole></recordTarget>
<author><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="899700000001"/></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><id root="1.2.250.1.71.4.2.2" extension="1999999999"/></representedCustodianOrganization></assignedCustodian></custodian>
<documentationOf><serviceEvent><effectiveTime><low value="20260105080000+0100"/></effectiveTime></serviceEvent></documentationOf>
${links}
<component>${body}</component>
</ClinicalDocument>`;
  return Object.entries(replace).reduce((before, [from, to]) => before.replace(from, to), text);
}
