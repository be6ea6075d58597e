/** Documents the examples of CDA rules start from: small, valid, synthetic (official test patient). */

/** A change of an example: the text to find, which must be there, and what takes its place. */
export type Change = readonly [found: string, put: string];

/** A one-page PDF that declares itself PDF/A-1, in base64. */
export const EXAMPLE_PDF =
  'JVBERi0xLjQKJeLjz9MKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFIvTWV0YWRhdGEgNSAwIFI+PgplbmRvYmoKMiAwIG9iag' +
  'o8PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFJdL0NvdW50IDE+PgplbmRvYmoKMyAwIG9iago8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlh' +
  'Qm94WzAgMCA1OTUgODQyXS9SZXNvdXJjZXM8PD4+L0NvbnRlbnRzIDQgMCBSPj4KZW5kb2JqCjQgMCBvYmoKPDwvTGVuZ3RoIDIxPj4Kc3RyZW' +
  'FtCjEwMCA3MDAgbSAzMDAgNzAwIGwgUwplbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmoKPDwvVHlwZS9NZXRhZGF0YS9TdWJ0eXBlL1hNTC9MZW5n' +
  'dGggMzYwPj4Kc3RyZWFtCjw/eHBhY2tldCBiZWdpbj0i77u/IiBpZD0iVzVNME1wQ2VoaUh6cmVTek5UY3prYzlkIj8+PHg6eG1wbWV0YSB4bW' +
  'xuczp4PSJhZG9iZTpuczptZXRhLyI+PHJkZjpSREYgeG1sbnM6cmRmPSJodHRwOi8vd3d3LnczLm9yZy8xOTk5LzAyLzIyLXJkZi1zeW50YXgt' +
  'bnMjIj48cmRmOkRlc2NyaXB0aW9uIHJkZjphYm91dD0iIiB4bWxuczpwZGZhaWQ9Imh0dHA6Ly93d3cuYWlpbS5vcmcvcGRmYS9ucy9pZC8iPj' +
  'xwZGZhaWQ6cGFydD4xPC9wZGZhaWQ6cGFydD48cGRmYWlkOmNvbmZvcm1hbmNlPkI8L3BkZmFpZDpjb25mb3JtYW5jZT48L3JkZjpEZXNjcmlw' +
  'dGlvbj48L3JkZjpSREY+PC94OnhtcG1ldGE+PD94cGFja2V0IGVuZD0idyI/PgplbmRzdHJlYW0KZW5kb2JqCnhyZWYKMCA2CjAwMDAwMDAwMD' +
  'AgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDc1IDAwMDAwIG4gCjAwMDAwMDAxMjYgMDAwMDAgbiAKMDAwMDAwMDIyMCAw' +
  'MDAwMCBuIAowMDAwMDAwMjg5IDAwMDAwIG4gCnRyYWlsZXIKPDwvU2l6ZSA2L1Jvb3QgMSAwIFIvSURbPDY1NzA3MjY1NzU3NjY1MzE+PDY1Nz' +
  'A3MjY1NzU3NjY1MzE+XT4+CnN0YXJ0eHJlZgo3MjQKJSVFT0YK';

/** Level 1: the PDF in `nonXMLBody`. Throws when a change finds nothing. */
export function level1(...changes: readonly Change[]): string {
  return changed(LEVEL_1, changes);
}

/** Level 3: a laboratory report with one result and a PDF copy, linked by XFRM to the level 1. Throws as `level1`. */
export function level3(...changes: readonly Change[]): string {
  return changed(LEVEL_3, changes);
}

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, [found, put]) => {
    if (!before.includes(found)) throw new RangeError(`nothing to change: ${found}`);
    return before.replace(found, () => put);
  }, text);
}

const headerOf = (
  id: string,
  setId: string,
  templates: string,
  related: string,
) => `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc" xmlns:lab="urn:oid:1.3.6.1.4.1.19376.1.3.2">
  <realmCode code="FR"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.2.8.2.1"/>
  <templateId root="1.2.250.1.213.1.1.1.1"/>
${templates}  <id root="${id}"/>
  <code code="11502-2" codeSystem="2.16.840.1.113883.6.1" displayName="CR d'examens biologiques"/>
  <title>Compte rendu d'examens de biologie médicale</title>
  <effectiveTime value="20260105101500+0100"/>
  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25" displayName="Normal"/>
  <languageCode code="fr-FR"/>
  <setId root="${setId}"/>
  <versionNumber value="1"/>
  <recordTarget>
    <patientRole>
      <id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>
      <id root="1.2.250.1.999.1.1.7" extension="IPP-0042"/>
      <addr use="H">
        <houseNumber>12</houseNumber>
        <streetName>des Essais</streetName>
        <streetNameType>rue</streetNameType>
        <postalCode>51200</postalCode>
        <city>Épernay</city>
      </addr>
      <telecom value="tel:+33300000000" use="H"/>
      <patient>
        <name>
          <family qualifier="BR">PAT-TROIS</family>
          <given>DOMINIQUE</given>
          <given qualifier="BR">DOMINIQUE</given>
        </name>
        <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1" displayName="Féminin"/>
        <birthTime value="19790328"/>
        <birthplace>
          <place>
            <addr>
              <county>51215</county>
            </addr>
          </place>
        </birthplace>
      </patient>
    </patientRole>
  </recordTarget>
  <author>
    <time value="20260105101500+0100"/>
    <assignedAuthor>
      <id root="1.2.250.1.71.4.2.1" extension="899700000001"/>
      <code code="G15_10/SM03" codeSystem="1.2.250.1.213.1.1.4.5" displayName="Médecin - Biologie médicale (SM)"/>
      <assignedPerson>
        <name>
          <family>ESSAI</family>
          <given>Camille</given>
          <suffix>DR</suffix>
        </name>
      </assignedPerson>
      <representedOrganization>
        <id root="1.2.250.1.71.4.2.2" extension="1999999999"/>
        <name>Laboratoire des essais</name>
      </representedOrganization>
    </assignedAuthor>
  </author>
  <custodian>
    <assignedCustodian>
      <representedCustodianOrganization>
        <id root="1.2.250.1.71.4.2.2" extension="1999999999"/>
        <name>Laboratoire des essais</name>
      </representedCustodianOrganization>
    </assignedCustodian>
  </custodian>
  <legalAuthenticator>
    <time value="20260105101500+0100"/>
    <signatureCode code="S"/>
    <assignedEntity>
      <id root="1.2.250.1.71.4.2.1" extension="899700000001"/>
      <assignedPerson>
        <name>
          <family>ESSAI</family>
          <given>Camille</given>
        </name>
      </assignedPerson>
      <representedOrganization>
        <id root="1.2.250.1.71.4.2.2" extension="1999999999"/>
        <name>Laboratoire des essais</name>
      </representedOrganization>
    </assignedEntity>
  </legalAuthenticator>
  <documentationOf>
    <serviceEvent>
      <effectiveTime>
        <low value="202601050800+0100"/>
        <high value="202601050815+0100"/>
      </effectiveTime>
      <performer typeCode="PRF">
        <assignedEntity>
          <id root="1.2.250.1.71.4.2.1" extension="899700000001"/>
          <assignedPerson>
            <name>
              <family>ESSAI</family>
            </name>
          </assignedPerson>
          <representedOrganization>
            <standardIndustryClassCode code="AMBULATOIRE" codeSystem="1.2.250.1.213.1.1.4.9" displayName="Ambulatoire"/>
          </representedOrganization>
        </assignedEntity>
      </performer>
    </serviceEvent>
  </documentationOf>
${related}  <componentOf>
    <encompassingEncounter>
      <effectiveTime>
        <low value="20260105080000+0100"/>
      </effectiveTime>
      <location>
        <healthCareFacility>
          <code code="SA25" codeSystem="1.2.250.1.71.4.2.4" displayName="Laboratoire de biologie médicale"/>
        </healthCareFacility>
      </location>
    </encompassingEncounter>
  </componentOf>
`;

const LEVEL_1 = `${headerOf('1.2.250.1.999.1.1.9.1001', '1.2.250.1.999.1.1.9.1000.1', '  <templateId root="1.3.6.1.4.1.19376.1.2.20"/>\n', '')}  <component>
    <nonXMLBody>
      <text mediaType="application/pdf" representation="B64">${EXAMPLE_PDF}</text>
    </nonXMLBody>
  </component>
</ClinicalDocument>
`;

const LEVEL_3 = `${headerOf(
  '1.2.250.1.999.1.1.9.1002',
  '1.2.250.1.999.1.1.9.1000.3',
  '  <templateId root="1.3.6.1.4.1.19376.1.3.3"/>\n  <templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>\n',
  `  <relatedDocument typeCode="XFRM">
    <parentDocument>
      <id root="1.2.250.1.999.1.1.9.1001"/>
    </parentDocument>
  </relatedDocument>
`,
)}  <component>
    <structuredBody>
      <component>
        <section>
          <templateId root="1.3.6.1.4.1.19376.1.3.3.2.1"/>
          <code code="18719-5" codeSystem="2.16.840.1.113883.6.1" displayName="Biochimie"/>
          <title>Biochimie</title>
          <component>
            <section>
              <templateId root="1.3.6.1.4.1.19376.1.3.3.2.2"/>
              <code code="14749-6" codeSystem="2.16.840.1.113883.6.1" displayName="Glucose"/>
              <title>Glycémie à jeun</title>
              <text>
                <table border="0">
                  <thead>
                    <tr><th>Examen</th><th>Résultat</th><th>Intervalle</th></tr>
                  </thead>
                  <tbody>
                    <tr ID="glycemie"><td>Glucose</td><td>5,2 mmol/L</td><td>3,9 à 5,5</td></tr>
                  </tbody>
                </table>
                <paragraph ID="commentaire">Prélèvement à jeun depuis <content styleCode="Bold">12 heures</content>.<br/>Sans particularité.</paragraph>
                <list>
                  <item><caption>Méthode</caption>Hexokinase</item>
                </list>
              </text>
              <entry typeCode="DRIV">
                <templateId root="1.3.6.1.4.1.19376.1.3.1"/>
                <act classCode="ACT" moodCode="EVN">
                  <code code="14749-6" codeSystem="2.16.840.1.113883.6.1" displayName="Glucose"/>
                  <statusCode code="completed"/>
                  <entryRelationship typeCode="COMP">
                    <procedure classCode="PROC" moodCode="EVN">
                      <templateId root="1.3.6.1.4.1.19376.1.3.1.2"/>
                      <code code="33747003" codeSystem="2.16.840.1.113883.6.96" displayName="Prélèvement de sang"/>
                      <effectiveTime value="202601050800+0100"/>
                    </procedure>
                  </entryRelationship>
                  <entryRelationship typeCode="COMP">
                    <organizer classCode="BATTERY" moodCode="EVN">
                      <templateId root="1.3.6.1.4.1.19376.1.3.1.4"/>
                      <statusCode code="completed"/>
                      <effectiveTime value="202601050900+0100"/>
                      <component>
                        <observation classCode="OBS" moodCode="EVN">
                          <templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>
                          <id root="6A3C1F0E-6D3E-4B7D-9C59-6F0B9B6F2A10"/>
                          <code code="14749-6" codeSystem="2.16.840.1.113883.6.1" displayName="Glucose">
                            <originalText><reference value="#glycemie"/></originalText>
                          </code>
                          <statusCode code="completed"/>
                          <effectiveTime value="202601050900+0100"/>
                          <value xsi:type="PQ" value="5.2" unit="mmol/L"/>
                          <interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83" displayName="Normal"/>
                          <methodCode code="HEXO" codeSystem="1.2.250.1.999.1.1.5" displayName="Hexokinase"/>
                          <participant typeCode="VRF">
                            <templateId root="1.3.6.1.4.1.19376.1.3.3.1.5"/>
                            <time value="202601051000+0100"/>
                            <participantRole>
                              <id root="1.2.250.1.71.4.2.1" extension="899700000001"/>
                              <addr nullFlavor="NAV"/>
                              <telecom nullFlavor="NAV"/>
                              <playingEntity><name>ESSAI Camille</name></playingEntity>
                            </participantRole>
                          </participant>
                          <entryRelationship typeCode="SUBJ">
                            <act classCode="ACT" moodCode="EVN">
                              <code code="48767-8" codeSystem="2.16.840.1.113883.6.1" displayName="Commentaire"/>
                              <text><reference value="#commentaire"/></text>
                              <statusCode code="completed"/>
                            </act>
                          </entryRelationship>
                          <referenceRange typeCode="REFV">
                            <observationRange classCode="OBS" moodCode="EVN.CRT">
                              <value xsi:type="IVL_PQ">
                                <low value="3.9" unit="mmol/L"/>
                                <high value="5.5" unit="mmol/L"/>
                              </value>
                              <interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83" displayName="Normal"/>
                            </observationRange>
                          </referenceRange>
                        </observation>
                      </component>
                    </organizer>
                  </entryRelationship>
                </act>
              </entry>
            </section>
          </component>
        </section>
      </component>
      <component>
        <section>
          <templateId root="1.2.250.1.213.1.1.2.243"/>
          <id root="0B7E0C54-9D0B-4C5C-8AFC-2D5C7A0B7E11"/>
          <code code="55108-5" codeSystem="2.16.840.1.113883.6.1" displayName="Document"/>
          <title>Copie du document</title>
          <text><renderMultiMedia referencedObject="copie-pdf"/></text>
          <entry>
            <organizer classCode="CLUSTER" moodCode="EVN">
              <templateId root="1.2.250.1.213.1.1.3.18"/>
              <id root="51E0A9F0-3B2F-4C66-8C0D-6D8AD3F1B312"/>
              <statusCode code="completed"/>
              <component>
                <observationMedia classCode="OBS" moodCode="EVN" ID="copie-pdf">
                  <value mediaType="application/pdf" representation="B64">${EXAMPLE_PDF}</value>
                </observationMedia>
              </component>
            </organizer>
          </entry>
        </section>
      </component>
    </structuredBody>
  </component>
</ClinicalDocument>
`;
