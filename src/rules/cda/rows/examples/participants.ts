import { after, before, element, finds, on1, type RowExamples, twice, without } from './shape.js';

const AUTHOR = element('author');
const AUTHOR_ID = '<id root="1.2.250.1.71.4.2.1" extension="899700000001"/>';
const AUTHOR_CODE =
  '<code code="G15_10/SM03" codeSystem="1.2.250.1.213.1.1.4.5" displayName="Médecin - Biologie médicale (SM)"/>';
const AUTHOR_TIME = '<author>\n    <time value="20260105101500+0100"/>';
const NAME = /<name>[\s\S]*?<\/name>/.exec(AUTHOR)?.[0] ?? '';
const PERSON = /<assignedPerson>[\s\S]*?<\/assignedPerson>/.exec(AUTHOR)?.[0] ?? '';
const ASSIGNED = element('assignedAuthor');
const ORGANIZATION_ID = '<id root="1.2.250.1.71.4.2.2" extension="1999999999"/>';
const CUSTODIAN = element('custodian');
const LEGAL = element('legalAuthenticator');
const TELECOM = '<telecom value="tel:+33300000000" use="H"/>';
const DEVICE =
  '<assignedAuthoringDevice><manufacturerModelName>Essai</manufacturerModelName><softwareName>Essai 1</softwareName></assignedAuthoringDevice>';

const relatedEntity = (classCode: string, code = '') =>
  `<relatedEntity classCode="${classCode}">${code}<relatedPerson><name><family>ESSAI</family></name></relatedPerson></relatedEntity>`;
const informant = (content: string) => before('<custodian>', `<informant>${content}</informant>`);
const MOTHER = '<code code="MTH" codeSystem="2.16.840.1.113883.5.111" displayName="Mère"/>';
const participant = (attributes: string, content: string) =>
  before('<documentationOf>', `<participant ${attributes}>${content}</participant>`);
const entity = (classCode: string, code = '') =>
  `<associatedEntity classCode="${classCode}">${code}</associatedEntity>`;
const DOCTOR = '<code code="G15_10/SM26" codeSystem="1.2.250.1.213.1.1.4.5" displayName="Médecin généraliste"/>';
const LOW = '<time><low value="20260105"/></time>';
const authenticator = (content: string) => after(LEGAL, `<authenticator>${content}</authenticator>`);
const SIGNED = '<time value="20260105101500+0100"/><signatureCode code="S"/>';
const entityWith = (root: string) => `<assignedEntity><id root="${root}" extension="899700000002"/></assignedEntity>`;
const PERSONS = '1.2.250.1.71.4.2.1';
const recipient = (id: string) =>
  before(
    '<legalAuthenticator>',
    `<informationRecipient><intendedRecipient>${id}</intendedRecipient></informationRecipient>`,
  );
const address = (content: string): [string, string] => [element('addr'), content];

export const participantExamples: Readonly<Record<string, RowExamples>> = {
  'CDA-AUT-001': {
    failed: [
      finds(on1('no author', without(AUTHOR)), 'missing '),
      finds(on1('an author who is nobody', without(ASSIGNED)), 'empty author'),
    ],
  },
  'CDA-AUT-002': {
    failed: [finds(on1('no date', [AUTHOR_TIME, '<author>']), 'wrong author')],
    inapplicable: [on1('no author', without(AUTHOR))],
  },
  'CDA-AUT-003': {
    failed: [
      finds(on1('no identifier', without(AUTHOR_ID)), 'missing author/assignedAuthor'),
      finds(on1('no extension', [AUTHOR_ID, '<id root="1.2.250.1.71.4.2.1"/>']), 'incomplete author/assignedAuthor/id'),
    ],
    inapplicable: [on1('no author', without(AUTHOR))],
  },
  'CDA-AUT-004': {
    failed: [
      finds(
        on1('no label', [AUTHOR_CODE, AUTHOR_CODE.replace(/ displayName="[^"]*"/, '')]),
        'incomplete author/assignedAuthor/code',
      ),
      finds(
        on1('a code system of no specialty', [
          AUTHOR_CODE,
          AUTHOR_CODE.replace('1.2.250.1.213.1.1.4.5', '2.16.840.1.113883.6.1'),
        ]),
        'unknown author/assignedAuthor/code/@code',
      ),
    ],
    inapplicable: [on1('no code', without(AUTHOR_CODE))],
  },
  'CDA-AUT-005': {
    passed: [
      on1('a collector', after('<author>', '<functionCode code="PRELV" codeSystem="1.2.250.1.213.1.1.4.2.280"/>')),
    ],
    failed: [
      finds(
        on1('an old code', after('<author>', '<functionCode code="MES" codeSystem="1.2.250.1.213.1.1.4.2.280"/>')),
        'wrong author/functionCode/@code',
      ),
    ],
  },
  'CDA-AUT-006': {
    failed: [finds(on1('both', after(PERSON, DEVICE)), 'wrong author/assignedAuthor')],
    inapplicable: [on1('no author', without(AUTHOR))],
  },
  'CDA-AUT-007': {
    failed: [
      finds(
        on1('no name', without(NAME)),
        'count author/assignedAuthor/assignedPerson',
        'family author/assignedAuthor/assignedPerson',
      ),
      finds(
        on1('an empty family name', ['<family>ESSAI</family>', '<family/>']),
        'family author/assignedAuthor/assignedPerson/name',
      ),
      finds(
        on1('two given names', twice('<given>Camille</given>')),
        'repeated author/assignedAuthor/assignedPerson/name',
      ),
    ],
    inapplicable: [on1('a system', [PERSON, DEVICE])],
  },
  'CDA-AUT-008': {
    failed: [
      finds(
        on1('a courtesy title with a point', before('<family>ESSAI</family>', '<prefix>M.</prefix>')),
        'prefix author/assignedAuthor/assignedPerson/name/prefix',
      ),
      finds(
        on1('a professional title in full', ['<suffix>DR</suffix>', '<suffix>Docteur</suffix>']),
        'suffix author/assignedAuthor/assignedPerson/name/suffix',
      ),
    ],
    inapplicable: [on1('neither', without('<suffix>DR</suffix>'))],
  },
  'CDA-AUT-009': {
    passed: [on1('a system', [PERSON, DEVICE])],
    failed: [
      finds(
        on1('a nameless system', [PERSON, '<assignedAuthoringDevice/>']),
        'wrong author/assignedAuthor/assignedAuthoringDevice',
      ),
    ],
  },
  'CDA-ORG-001': {
    passed: [
      on1('another identifier beside it', after(ORGANIZATION_ID, '<id root="1.2.250.1.999.1" extension="LAB"/>')),
    ],
    failed: [
      finds(
        on1('a local identifier alone', [ORGANIZATION_ID, '<id root="1.2.250.1.999.1" extension="LAB"/>']),
        'root author/assignedAuthor/representedOrganization/id/@root',
      ),
      finds(
        on1('no extension', [ORGANIZATION_ID, '<id root="1.2.250.1.71.4.2.2"/>']),
        'extension author/assignedAuthor/representedOrganization/id',
      ),
    ],
    inapplicable: [on1('no identifier', without(ORGANIZATION_ID), [LEGAL, LEGAL.replace(ORGANIZATION_ID, '')])],
  },
  'CDA-ORG-002': {
    passed: [
      on1(
        'in the author’s organisation',
        after(
          '<name>Laboratoire des essais</name>',
          '<standardIndustryClassCode code="AMBULATOIRE" codeSystem="1.2.250.1.213.1.1.4.9" displayName="Ambulatoire"/>',
        ),
      ),
    ],
    failed: [
      finds(
        on1(
          'a code of nobody',
          after(
            '<name>Laboratoire des essais</name>',
            '<standardIndustryClassCode code="LABO" codeSystem="1.2.250.1.213.1.1.4.9"/>',
          ),
        ),
        'wrong author/assignedAuthor/representedOrganization/standardIndustryClassCode/@code',
      ),
    ],
  },
  'CDA-INF-001': {
    passed: [on1('a related person', informant(relatedEntity('NOK')))],
    failed: [finds(on1('both', informant(entityWith(PERSONS) + relatedEntity('NOK'))), 'wrong informant')],
  },
  'CDA-INF-002': {
    passed: [on1('a trusted person', informant(relatedEntity('NOK')))],
    failed: [
      finds(
        on1('a class of HL7 that is not foreseen', informant(relatedEntity('PRS'))),
        'wrong informant/relatedEntity/@classCode',
      ),
    ],
  },
  'CDA-INF-003': {
    passed: [on1('the mother', informant(relatedEntity('NOK', MOTHER)))],
    failed: [
      finds(
        on1('no label', informant(relatedEntity('NOK', MOTHER.replace(' displayName="Mère"', '')))),
        'incomplete informant/relatedEntity/code',
      ),
      finds(
        on1('a code system of no relation', informant(relatedEntity('NOK', MOTHER.replace('5.111', '5.110')))),
        'unknown informant/relatedEntity/code/@code',
      ),
    ],
  },
  'CDA-CUS-001': {
    failed: [
      finds(on1('missing', without(CUSTODIAN)), 'count '),
      finds(
        on1('no identifier', [CUSTODIAN, CUSTODIAN.replace(ORGANIZATION_ID, '')]),
        'identifier custodian/assignedCustodian/representedCustodianOrganization',
      ),
    ],
  },
  'CDA-CUS-002': {
    passed: [
      on1('a document of the patient', [CUSTODIAN, CUSTODIAN.replace('1.2.250.1.71.4.2.2', '1.2.250.1.213.4.1')]),
    ],
    failed: [
      finds(
        on1('a local identifier', [CUSTODIAN, CUSTODIAN.replace('1.2.250.1.71.4.2.2', '1.2.250.1.999.1')]),
        'wrong custodian/assignedCustodian/representedCustodianOrganization/id/@root',
      ),
    ],
    inapplicable: [on1('no custodian', without(CUSTODIAN))],
  },
  'CDA-REC-001': {
    passed: [on1('a professional', recipient('<id root="1.2.250.1.71.4.2.1" extension="899700000002"/>'))],
    failed: [
      finds(
        on1('a local identifier', recipient('<id root="1.2.250.1.999.1" extension="42"/>')),
        'wrong informationRecipient/intendedRecipient/id',
      ),
    ],
  },
  'CDA-LEG-001': {
    failed: [
      finds(on1('missing', without(LEGAL)), 'count '),
      finds(
        on1('a signature to come', ['<signatureCode code="S"/>', '<signatureCode code="I"/>']),
        'signature legalAuthenticator/signatureCode',
      ),
    ],
  },
  'CDA-LEG-002': {
    failed: [
      finds(
        on1('no date', [LEGAL, LEGAL.replace('<time value="20260105101500+0100"/>', '<time/>')]),
        'wrong legalAuthenticator/time',
      ),
    ],
    inapplicable: [on1('no legal authenticator', without(LEGAL))],
  },
  'CDA-LEG-003': {
    failed: [
      finds(
        on1('no extension', [LEGAL, LEGAL.replace(' extension="899700000001"', '')]),
        'wrong legalAuthenticator/assignedEntity/id',
      ),
    ],
    inapplicable: [on1('no legal authenticator', without(LEGAL))],
  },
  'CDA-LEG-004': {
    failed: [
      finds(
        on1('a number only', [LEGAL, LEGAL.replace(/<assignedPerson>[\s\S]*?<\/assignedPerson>/, '')]),
        'wrong legalAuthenticator/assignedEntity',
      ),
    ],
    inapplicable: [on1('no legal authenticator', without(LEGAL))],
  },
  'CDA-LEG-005': {
    failed: [
      finds(
        on1('to the minute', [LEGAL, LEGAL.replace('20260105101500+0100', '202601051015+0100')]),
        'wrong legalAuthenticator/time/@value',
      ),
    ],
    inapplicable: [on1('no legal authenticator', without(LEGAL))],
  },
  'CDA-AUTH-001': {
    passed: [on1('complete', authenticator(SIGNED + entityWith(PERSONS)))],
    failed: [
      finds(on1('no date', authenticator(`<signatureCode code="S"/>${entityWith(PERSONS)}`)), 'time authenticator'),
      finds(
        on1('not signed', authenticator(`<time value="20260105"/><signatureCode code="X"/>${entityWith(PERSONS)}`)),
        'signature authenticator/signatureCode',
      ),
      finds(
        on1('a local identifier', authenticator(SIGNED + entityWith('1.2.250.1.999.1'))),
        'identifier authenticator/assignedEntity/id',
      ),
    ],
  },
  'CDA-PRT-001': {
    passed: [on1('a referrer', participant('typeCode="REF"', LOW + entity('PROV')))],
    failed: [
      finds(on1('an old code', participant('typeCode="REFT"', LOW + entity('PROV'))), 'wrong participant/@typeCode'),
    ],
  },
  'CDA-PRT-002': {
    passed: [on1('since a day', participant('typeCode="REF"', LOW + entity('PROV')))],
    failed: [
      finds(on1('no date', participant('typeCode="REF"', entity('PROV'))), 'count participant'),
      finds(
        on1('an empty beginning', participant('typeCode="REF"', `<time><low/></time>${entity('PROV')}`)),
        'bounds participant/time/low',
      ),
    ],
  },
  'CDA-PRT-003': {
    passed: [on1('a professional', participant('typeCode="REF"', LOW + entity('PROV')))],
    failed: [
      finds(
        on1('a relative', participant('typeCode="REF"', LOW + entity('ECON'))),
        'wrong participant/associatedEntity/@classCode',
      ),
    ],
  },
  'CDA-PRT-004': {
    passed: [on1('a general practitioner', participant('typeCode="REF"', LOW + entity('PROV', DOCTOR)))],
    failed: [
      finds(
        on1(
          'another code system',
          participant(
            'typeCode="REF"',
            LOW + entity('PROV', DOCTOR.replace('1.2.250.1.213.1.1.4.5', '1.2.250.1.999.1')),
          ),
        ),
        'wrong participant/associatedEntity/code/@code',
      ),
    ],
  },
  'CDA-ADR-001': {
    passed: [on1('lines', address('<addr><streetAddressLine>12 rue des Essais</streetAddressLine></addr>'))],
    failed: [
      finds(
        on1(
          'mixed',
          address('<addr><streetAddressLine>12 rue des Essais</streetAddressLine><city>Épernay</city></addr>'),
        ),
        'mixed recordTarget/patientRole/addr',
      ),
      finds(
        on1('eight lines', address(`<addr>${'<streetAddressLine>Essai</streetAddressLine>'.repeat(8)}</addr>`)),
        'lines recordTarget/patientRole/addr',
      ),
      finds(
        on1('two towns', address('<addr><city>Épernay</city><city>Reims</city></addr>')),
        'repeated recordTarget/patientRole/addr',
      ),
      finds(on1('empty', address('<addr/>')), 'empty recordTarget/patientRole/addr'),
    ],
    inapplicable: [on1('no address', without(element('addr')), without(element('birthplace')))],
  },
  'CDA-TEL-001': {
    failed: [finds(on1('empty', [TELECOM, '<telecom/>']), 'wrong recordTarget/patientRole/telecom')],
    inapplicable: [on1('none', without(TELECOM))],
  },
  'CDA-TEL-002': {
    passed: [on1('a mail address', [TELECOM, '<telecom value="mailto:essai@example.org"/>'])],
    failed: [
      finds(
        on1('the number alone', [TELECOM, '<telecom value="+33300000000"/>']),
        'wrong recordTarget/patientRole/telecom/@value',
      ),
      finds(
        on1('https', [TELECOM, '<telecom value="https://example.org"/>']),
        'wrong recordTarget/patientRole/telecom/@value',
      ),
      finds(
        on1('nothing behind the scheme', [TELECOM, '<telecom value="tel: "/>']),
        'wrong recordTarget/patientRole/telecom/@value',
      ),
    ],
    inapplicable: [on1('none', without(TELECOM))],
  },
};
