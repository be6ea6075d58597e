import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const ROOT = '/ClinicalDocument';
const RESULT =
  `${ROOT}/component/structuredBody/component[1]/section/component/section/entry/act/entryRelationship[2]/organizer` +
  '/component/observation';

export const examples: Examples = {
  passed: [
    { title: 'a level 1', cda: level1() },
    { title: 'a level 3', cda: level3() },
    {
      title: 'the extensions France uses',
      cda: level3(
        ['<birthTime value="19790328"/>', '<birthTime value="19790328"/><sdtc:deceasedInd value="false"/>'],
        ['<serviceEvent>', '<serviceEvent><lab:statusCode code="completed"/>'],
      ),
    },
    {
      title: 'a document inside its style sheet',
      cda: `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"/>${level1(
        ['<?xml version="1.0" encoding="UTF-8"?>', ''],
      )}</xsl:stylesheet>`,
    },
  ],
  failed: [
    {
      title: 'an element after its turn',
      cda: level1(
        ['  <realmCode code="FR"/>\n', ''],
        ['<languageCode code="fr-FR"/>', '<languageCode code="fr-FR"/><realmCode code="FR"/>'],
      ),
      findings: [{ messageId: 'unexpected-element', path: `${ROOT}/realmCode` }],
    },
    {
      title: 'an author who is nobody',
      cda: level1([/<assignedAuthor>[\s\S]*?<\/assignedAuthor>/.exec(level1())?.[0] ?? '', '<assignedAuthor/>']),
      findings: [{ messageId: 'missing-element', path: `${ROOT}/author/assignedAuthor` }],
    },
    {
      title: 'a performer without its kind',
      cda: level1(['<performer typeCode="PRF">', '<performer>']),
      findings: [{ messageId: 'missing-attribute', path: `${ROOT}/documentationOf/serviceEvent/performer` }],
    },
    {
      title: 'an attribute of another version of HL7',
      cda: level1(['<languageCode code="fr-FR"/>', '<languageCode code="fr-FR" controlledVersion="1"/>']),
      findings: [{ messageId: 'unknown-attribute', path: `${ROOT}/languageCode/@controlledVersion` }],
    },
    {
      title: 'a date written the way people do, and a qualifier that does not exist',
      cda: level1(
        ['<birthTime value="19790328"/>', '<birthTime value="28/03/1979"/>'],
        ['<family qualifier="BR">', '<family qualifier="NAISSANCE">'],
      ),
      findings: [
        { messageId: 'bad-value', path: `${ROOT}/recordTarget/patientRole/patient/name/family/@qualifier` },
        { messageId: 'bad-value', path: `${ROOT}/recordTarget/patientRole/patient/birthTime/@value` },
      ],
    },
    {
      title: 'the same ID twice in the narrative',
      cda: level3(['<paragraph ID="commentaire">', '<paragraph ID="glycemie">']),
      findings: [
        {
          messageId: 'repeated-id',
          path: `${ROOT}/component/structuredBody/component[1]/section/component/section/text/paragraph/@ID`,
        },
      ],
    },
    {
      title: 'an image that is not in the document',
      cda: level3(['referencedObject="copie-pdf"', 'referencedObject="copie"']),
      findings: [
        {
          messageId: 'broken-reference',
          path: `${ROOT}/component/structuredBody/component[2]/section/text/renderMultiMedia/@referencedObject`,
        },
      ],
    },
    {
      title: 'words between elements',
      cda: level1(['<custodian>', '<custodian>Laboratoire']),
      findings: [{ messageId: 'unexpected-text', path: `${ROOT}/custodian` }],
    },
    {
      title: 'a data type that does not exist',
      cda: level3(['<value xsi:type="PQ"', '<value xsi:type="QUANTITE"']),
      findings: [{ messageId: 'wrong-type', path: `${RESULT}/value/@xsi:type` }],
    },
    {
      title: 'an element declared nil, which CDA does not know',
      cda: level1(['<title>', '<title xsi:nil="true">']),
      findings: [{ messageId: 'other', path: `${ROOT}/title` }],
    },
  ],
};
