import { after, before, element, finds, on1, on3, type RowExamples, twice, without } from './shape.js';

const REALM = '<realmCode code="FR"/>';
const TYPE_ID = '<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>';
const HL7_FRANCE = '<templateId root="2.16.840.1.113883.2.8.2.1"/>';
const CI_SIS = '<templateId root="1.2.250.1.213.1.1.1.1"/>';
const XDS_SD = '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>';
const ID = '<id root="1.2.250.1.999.1.1.9.1001"/>';
const CODE = `<code code="11502-2" codeSystem="2.16.840.1.113883.6.1" displayName="CR d'examens biologiques"/>`;
const TIME = '<effectiveTime value="20260105101500+0100"/>';
const CONFIDENTIALITY = '<confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25" displayName="Normal"/>';
const LANGUAGE = '<languageCode code="fr-FR"/>';
const SET_ID = '<setId root="1.2.250.1.999.1.1.9.1000.1"/>';
const VERSION = '<versionNumber value="1"/>';
const TITLE = element('title');
const replaces = (root: string) =>
  before(
    '<componentOf>',
    `<relatedDocument typeCode="RPLC"><parentDocument><id root="${root}"/></parentDocument></relatedDocument>`,
  );

export const documentExamples: Readonly<Record<string, RowExamples>> = {
  'CDA-HDR-001': {
    failed: [
      finds(on1('missing', without(REALM)), 'count '),
      finds(on1('twice', twice(REALM)), 'count realmCode[2]'),
      finds(on1('another country', [REALM, '<realmCode code="US"/>']), 'code realmCode/@code'),
    ],
  },
  'CDA-HDR-002': {
    failed: [
      finds(on1('missing', without(TYPE_ID)), 'missing '),
      finds(on1('another root', [TYPE_ID, TYPE_ID.replace('883.1.3', '883.1.4')]), 'root typeId/@root'),
      finds(
        on1('another version of CDA', [TYPE_ID, TYPE_ID.replace('000040', '000020')]),
        'extension typeId/@extension',
      ),
    ],
  },
  'CDA-HDR-003': {
    failed: [
      finds(on1('missing', without(HL7_FRANCE)), 'wrong '),
      finds(on3('twice', twice(HL7_FRANCE)), 'wrong templateId[2]'),
    ],
  },
  'CDA-HDR-004': {
    failed: [
      finds(on1('missing', without(CI_SIS)), 'wrong '),
      finds(on3('twice', twice(CI_SIS)), 'wrong templateId[3]'),
    ],
  },
  'CDA-HDR-005': { failed: [finds(on1('only the common ones', without(XDS_SD)), 'wrong templateId[2]')] },
  'CDA-HDR-010': {
    passed: [on1('root and extension', [ID, '<id root="1.2.250.1.999.1" extension="A1"/>'])],
    failed: [
      finds(on1('missing', without(ID)), 'count '),
      finds(on1('unknown', [ID, '<id nullFlavor="UNK"/>']), 'root id'),
      finds(on1('empty extension', [ID, '<id root="1.2.250.1.999.1" extension=""/>']), 'extension id/@extension'),
    ],
  },
  'CDA-HDR-012': {
    passed: [on1('version 2, its own id', [VERSION, '<versionNumber value="2"/>'])],
    failed: [
      finds(
        on1(
          'version 2 with the id of the series',
          [VERSION, '<versionNumber value="2"/>'],
          [ID, '<id root="1.2.250.1.999.1.1.9.1000.1"/>'],
        ),
        'wrong id',
      ),
      finds(
        on1(
          'the same UUID in other letters',
          [VERSION, '<versionNumber value="2"/>'],
          [ID, '<id root="6A3C1F0E-6D3E-4B7D-9C59-6F0B9B6F2A10"/>'],
          [SET_ID, '<setId root="6a3c1f0e-6d3e-4b7d-9c59-6f0b9b6f2a10"/>'],
        ),
        'wrong id',
      ),
    ],
  },
  'CDA-HDR-013': {
    failed: [
      finds(on1('missing', without(CODE)), 'count '),
      finds(on1('a code of no list', [CODE, CODE.replace('11502-2', '11111-1')]), 'unknown code/@code'),
    ],
  },
  'CDA-HDR-014': {
    failed: [
      finds(
        on1('a LOINC code said to be of TRE_A05', [
          CODE,
          CODE.replace('2.16.840.1.113883.6.1', '1.2.250.1.213.1.1.4.12'),
        ]),
        'wrong code/@codeSystem',
      ),
    ],
    inapplicable: [on1('no code', without(CODE))],
  },
  'CDA-HDR-015': {
    failed: [finds(on1('no label', [CODE, CODE.replace(/ displayName="[^"]*"/, '')]), 'wrong code')],
    inapplicable: [on1('no code', without(CODE))],
  },
  'CDA-HDR-016': {
    passed: [on1('other quotes and letters', [CODE, CODE.replace("CR d'examens", 'Cr d’Examens')])],
    failed: [
      finds(
        on1('another label', [CODE, CODE.replace("CR d'examens biologiques", 'Biologie')]),
        'wrong code/@displayName',
      ),
    ],
    inapplicable: [on1('no label', [CODE, CODE.replace(/ displayName="[^"]*"/, '')])],
  },
  'CDA-HDR-017': {
    failed: [
      finds(on1('missing', without(TITLE)), 'count '),
      finds(on1('a blank that does not break', [TITLE, '<title>\u00a0</title>']), 'empty title'),
    ],
  },
  'CDA-HDR-019': {
    failed: [finds(on1('no zone', [TIME, '<effectiveTime value="20260105101500"/>']), 'wrong effectiveTime/@value')],
    inapplicable: [on1('the day alone', [TIME, '<effectiveTime value="20260105"/>'])],
  },
  'CDA-HDR-020': {
    failed: [
      finds(on1('missing', without(CONFIDENTIALITY)), 'count '),
      finds(
        on1('a code of nobody', [CONFIDENTIALITY, CONFIDENTIALITY.replace('"N"', '"Z"')]),
        'code confidentialityCode/@code',
      ),
      finds(
        on1('no label', [CONFIDENTIALITY, CONFIDENTIALITY.replace(' displayName="Normal"', '')]),
        'incomplete confidentialityCode',
      ),
    ],
  },
  'CDA-HDR-021': {
    failed: [
      finds(
        on1('a level of HL7', [CONFIDENTIALITY, CONFIDENTIALITY.replace('"N"', '"L"')]),
        'wrong confidentialityCode/@code',
      ),
    ],
    inapplicable: [on1('an unknown code: another rule', [CONFIDENTIALITY, CONFIDENTIALITY.replace('"N"', '"Z"')])],
  },
  'CDA-HDR-023': {
    passed: [on1('another language', [LANGUAGE, '<languageCode code="en-GB"/>'])],
    failed: [
      finds(on1('missing', without(LANGUAGE)), 'count '),
      finds(on1('the language alone', [LANGUAGE, '<languageCode code="fr"/>']), 'form languageCode/@code'),
      finds(on1('more behind it', [LANGUAGE, '<languageCode code="fr-FRA"/>']), 'form languageCode/@code'),
    ],
  },
  'CDA-HDR-024': {
    failed: [finds(on1('English', [LANGUAGE, '<languageCode code="en-GB"/>']), 'wrong languageCode/@code')],
    inapplicable: [on1('badly written: another rule', [LANGUAGE, '<languageCode code="fr"/>'])],
  },
  'CDA-HDR-025': {
    failed: [
      finds(on1('missing', without(SET_ID)), 'count '),
      finds(on1('no root', [SET_ID, '<setId extension="A"/>']), 'root setId'),
      finds(
        on1('empty extension', [SET_ID, '<setId root="1.2.250.1.999.1" extension=""/>']),
        'extension setId/@extension',
      ),
    ],
  },
  'CDA-HDR-026': {
    failed: [
      finds(on1('missing', without(VERSION)), 'count '),
      finds(on1('zero', [VERSION, '<versionNumber value="0"/>']), 'integer versionNumber/@value'),
      finds(on1('with a point', [VERSION, '<versionNumber value="1.1"/>']), 'integer versionNumber/@value'),
    ],
  },
  'CDA-HDR-027': {
    passed: [on1('version 2 replaces', [VERSION, '<versionNumber value="2"/>'], replaces('1.2.250.1.999.1.1.9.900'))],
    failed: [
      finds(on1('version 2 replaces nothing', [VERSION, '<versionNumber value="2"/>']), 'wrong versionNumber/@value'),
    ],
  },
  'CDA-HDR-028': {
    passed: [on1('version 2 replaces', [VERSION, '<versionNumber value="2"/>'], replaces('1.2.250.1.999.1.1.9.900'))],
    failed: [finds(on1('version 1 replaces', replaces('1.2.250.1.999.1.1.9.900')), 'wrong versionNumber')],
  },
  'CDA-HDR-029': { failed: [finds(on1('present', after(VERSION, '<copyTime value="20260105"/>')), 'wrong copyTime')] },
  'CDA-HDR-031': {
    passed: [on1('an admitted reason', [element('addr'), '<addr nullFlavor="NASK"/>'])],
    failed: [
      finds(
        on1('a reason of bodies', [element('addr'), '<addr nullFlavor="NA"/>']),
        'wrong recordTarget/patientRole/addr/@nullFlavor',
      ),
    ],
  },
  'CDA-FILE-004': {
    failed: [
      finds(
        {
          title: 'in a style sheet',
          document: `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">${on1('', without('<?xml version="1.0" encoding="UTF-8"?>\n')).document}</xsl:stylesheet>`,
        },
        'wrong /xsl:stylesheet',
      ),
    ],
  },
  'CDA-FILE-005': {
    failed: [
      finds(
        on1('an address', [' xmlns:sdtc=', ' xsi:schemaLocation="urn:hl7-org:v3 CDA.xsd" xmlns:sdtc=']),
        'wrong @xsi:schemaLocation',
      ),
    ],
  },
  'CDA-XSD-002': {
    failed: [
      finds(
        on1('the state of a laboratory act', after('<serviceEvent>', '<lab:statusCode code="completed"/>')),
        'wrong documentationOf/serviceEvent/lab:statusCode',
      ),
    ],
  },
};
