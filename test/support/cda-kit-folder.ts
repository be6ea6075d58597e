import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SCHEMATRON = 'xmlns="http://purl.oclc.org/dsdl/schematron"';
const CDA = '<ns prefix="cda" uri="urn:hl7-org:v3"/><ns prefix="svs" uri="urn:ihe:iti:svs:2008"/>';

/** A schema around some patterns. */
export const schemaOf = (content: string, attributes = ''): string =>
  `<schema ${SCHEMATRON} queryBinding="xslt2" ${attributes}><title>Essai</title>${CDA}${content}</schema>`;

export const patternOf = (id: string, content: string): string =>
  `<pattern ${SCHEMATRON} id="${id}">${content}</pattern>`;

/** Codes as the value sets of kits are written. */
export const valueSetOf = (...codes: string[]): string => {
  const concepts = codes.map((code) => `<Concept code="${code}" codeSystem="2.16.840.1.113883.6.1"/>`).join('');
  return `<RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008"><ValueSet id="1.2"><ConceptList>${concepts}</ConceptList></ValueSet></RetrieveValueSetResponse>`;
};

/** Our own little kit, laid out as ANS lays out its own: everything a kit may do, on the header of any document. */
export const SMALL_KIT: Readonly<Record<string, string>> = {
  'schematrons/abstract/inSet.sch': `<pattern ${SCHEMATRON} id="inSet" abstract="true"><rule context="$where">
    <let name="code" value="@code"/><let name="system" value="@codeSystem"/>
    <assert test="@nullFlavor or document($table)//svs:Concept[@code=$code and @codeSystem=$system]">code <value-of select="@code"/> outside $label</assert></rule></pattern>`,
  'schematrons/include/Title.sch': patternOf(
    'title',
    '<rule context="cda:ClinicalDocument/cda:title"><let name="length" value="string-length(.)"/><assert role="warning" test="$length &gt; 3">title of <value-of select="$length"/> characters</assert></rule>',
  ),
  'schematrons/profils/General.sch': schemaOf(
    `<phase id="main"><active pattern="title"/><active pattern="type"/><active pattern="time"/></phase>
     <let name="types" value="'../../jeuxDeValeurs/Types.xml'"/>
     <include href="../Abstract/inset.sch"/><include href="../include/title.SCH"/>
     <pattern id="type" is-a="inSet"><param name="where" value="cda:ClinicalDocument/cda:code"/><param name="table" value="$types"/><param name="label" value="the types"/></pattern>
     <pattern id="time"><rule abstract="true" id="dated"><assert id="T-1" test="matches(@value, '^[0-9]{8}')">no date</assert></rule>
       <rule context="cda:ClinicalDocument/cda:effectiveTime"><extends rule="dated"/><report test="@value = '0'" role="information">zero</report></rule></pattern>
     <pattern id="asleep"><rule context="cda:ClinicalDocument"><assert test="false()">never active</assert></rule></pattern>`,
    'defaultPhase="main"',
  ),
  'schematrons/CI-SIS_BIO-CR-BIO_2024.01.sch': schemaOf(
    `<pattern id="first"><rule context="cda:recordTarget"><assert test="cda:patientRole">no patient</assert></rule>
       <rule context="cda:ClinicalDocument/*"><report test="self::cda:recordTarget">the first rule speaks alone</report></rule></pattern>
     <pattern id="two"><rule context="/"><assert test="every $author in //cda:author satisfies $author/cda:time">time of every author</assert>
       <assert test="some $id in //cda:id satisfies string-length($id/@root) gt 5">ids</assert></rule></pattern>`,
  ),
  'jeuxDeValeurs/types.XML': valueSetOf('11502-2'),
};

/** Writes a kit into a folder; returns the folder. */
export function writeKit(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
