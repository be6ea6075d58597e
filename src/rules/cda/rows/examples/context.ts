import { after, before, element, finds, on1, on3, type RowExamples, twice, without } from './shape.js';

const DOCUMENTATION = element('documentationOf');
const EVENT = 'documentationOf/serviceEvent';
const INTERVAL = /<effectiveTime>[\s\S]*?<\/effectiveTime>/.exec(DOCUMENTATION)?.[0] ?? '';
const PERFORMER = /<performer[\s\S]*?<\/performer>/.exec(DOCUMENTATION)?.[0] ?? '';
const PRACTICE =
  '<standardIndustryClassCode code="AMBULATOIRE" codeSystem="1.2.250.1.213.1.1.4.9" displayName="Ambulatoire"/>';
const COMPONENT_OF = element('componentOf');
const ENCOUNTER = 'componentOf/encompassingEncounter';
const STAY = /<effectiveTime>[\s\S]*?<\/effectiveTime>/.exec(COMPONENT_OF)?.[0] ?? '';
const FACILITY = '<code code="SA25" codeSystem="1.2.250.1.71.4.2.4" displayName="Laboratoire de biologie médicale"/>';
const XFRM = '<relatedDocument typeCode="XFRM">';
const PARENT_ID = '<id root="1.2.250.1.999.1.1.9.1001"/>\n    </parentDocument>';
const link = (typeCode: string) =>
  before(
    '<componentOf>',
    `<relatedDocument typeCode="${typeCode}"><parentDocument><id root="1.2.250.1.999.1.1.9.900"/></parentDocument></relatedDocument>`,
  );
const order = (content: string) =>
  before('<documentationOf>', `<inFulfillmentOf><order>${content}</order></inFulfillmentOf>`);
const ORDER_ID = '<id root="1.2.250.1.999.1.8" extension="D1"/>';
const eventCode = (code: string) => after('<serviceEvent>', code);
const encounterCode = (code: string) => after('<encompassingEncounter>', code);
const AMBULATORY = '<code code="AMB" codeSystem="2.16.840.1.113883.5.4" displayName="Ambulatoire"/>';
const person = (root: string) => `<assignedEntity><id root="${root}" extension="899700000003"/></assignedEntity>`;
const PERSONS = '1.2.250.1.71.4.2.1';
const responsible = (root: string) => after(STAY, `<responsibleParty>${person(root)}</responsibleParty>`);
const attending = (typeCode: string, root = PERSONS) =>
  after(STAY, `<encounterParticipant typeCode="${typeCode}">${person(root)}</encounterParticipant>`);
const consent = (content: string) =>
  before('<componentOf>', `<authorization><consent>${content}</consent></authorization>`);
const CONSENT_CODE = '<code code="AGREE" codeSystem="1.2.250.1.999.1.5"/>';

export const contextExamples: Readonly<Record<string, RowExamples>> = {
  'CDA-DOC-001': {
    failed: [
      finds(on1('missing', without(DOCUMENTATION)), 'missing '),
      finds(on1('nothing done', [DOCUMENTATION, '<documentationOf nullFlavor="UNK"/>']), 'empty documentationOf'),
    ],
  },
  'CDA-DOC-002': {
    failed: [
      finds(on1('no date', without(INTERVAL)), `time ${EVENT}`),
      finds(on1('nobody did it', without(PERFORMER)), `performer ${EVENT}`),
      finds(on1('two performers', twice(PERFORMER)), `performer ${EVENT}/performer[2]`),
    ],
    inapplicable: [on1('no act', without(DOCUMENTATION))],
  },
  'CDA-DOC-003': {
    failed: [finds(on1('no beginning', without('<low value="202601050800+0100"/>')), `wrong ${EVENT}/effectiveTime`)],
    inapplicable: [on1('no date', without(INTERVAL))],
  },
  'CDA-DOC-004': {
    failed: [
      finds(
        on1(
          'a second act with two performers',
          after(
            DOCUMENTATION,
            `<documentationOf><serviceEvent>${PERFORMER}${PERFORMER}</serviceEvent></documentationOf>`,
          ),
        ),
        'count documentationOf[2]/serviceEvent/performer[2]',
      ),
      finds(
        on1('another kind of participation', ['<performer typeCode="PRF">', '<performer typeCode="SPRF">']),
        `type ${EVENT}/performer/@typeCode`,
      ),
    ],
    inapplicable: [on1('no performer', without(PERFORMER))],
  },
  'CDA-DOC-005': {
    failed: [
      finds(on1('missing', without(PRACTICE)), `missing ${EVENT}/performer/assignedEntity/representedOrganization`),
      finds(
        on1('no label', [PRACTICE, PRACTICE.replace(' displayName="Ambulatoire"', '')]),
        `incomplete ${EVENT}/performer/assignedEntity/representedOrganization/standardIndustryClassCode`,
      ),
      finds(
        on1('a code of nobody', [PRACTICE, PRACTICE.replace('AMBULATOIRE', 'LABO')]),
        `unknown ${EVENT}/performer/assignedEntity/representedOrganization/standardIndustryClassCode/@code`,
      ),
    ],
    inapplicable: [on1('no performer', without(PERFORMER))],
  },
  'CDA-DOC-006': {
    passed: [
      on1('code and system', eventCode('<code code="E78.0" codeSystem="2.16.840.1.113883.6.3"/>')),
      on1('a reason of absence', eventCode('<code nullFlavor="NAV"/>')),
    ],
    failed: [finds(on1('no code system', eventCode('<code code="E78.0"/>')), `wrong ${EVENT}/code`)],
  },
  'CDA-DOC-007': {
    passed: [on1('a complete report', after('<serviceEvent>', '<lab:statusCode code="completed"/>'))],
    failed: [
      finds(
        on1(
          'in a discharge letter',
          ['code="11502-2"', 'code="11490-0"'],
          after('<serviceEvent>', '<lab:statusCode code="completed"/>'),
        ),
        `misplaced ${EVENT}/lab:statusCode`,
      ),
      finds(
        on1('another state', after('<serviceEvent>', '<lab:statusCode code="aborted"/>')),
        `value ${EVENT}/lab:statusCode/@code`,
      ),
    ],
  },
  'CDA-ORD-001': {
    passed: [on1('one identifier', order(ORDER_ID))],
    failed: [finds(on1('two identifiers', order(ORDER_ID + ORDER_ID)), 'wrong inFulfillmentOf/order/id[2]')],
  },
  'CDA-REL-001': {
    passed: [on1('a replacement', link('RPLC'))],
    failed: [
      finds(on3('an unknown link', [XFRM, '<relatedDocument typeCode="LINK">']), 'wrong relatedDocument/@typeCode'),
    ],
  },
  'CDA-REL-002': {
    passed: [on1('one', link('RPLC'))],
    failed: [finds(on1('two', link('RPLC'), link('RPLC')), 'wrong relatedDocument[2]')],
  },
  'CDA-REL-003': {
    passed: [on1('a replacement', link('RPLC'))],
    failed: [finds(on3('the link of a pair'), 'wrong relatedDocument')],
  },
  'CDA-REL-004': {
    passed: [on1('a replacement', link('RPLC'))],
    failed: [finds(on1('an addendum', link('APND')), 'wrong relatedDocument/@typeCode')],
  },
  'CDA-REL-005': {
    passed: [on3('transformed and replaced', link('RPLC'))],
    failed: [
      finds(on1('replaced and appended', link('RPLC'), link('APND')), 'wrong relatedDocument[2]'),
      finds(on3('transformed twice', link('XFRM')), 'wrong relatedDocument[2]'),
    ],
  },
  'CDA-REL-006': {
    failed: [finds(on3('transformed and replaced', link('RPLC')), 'wrong relatedDocument[2]')],
  },
  'CDA-REL-007': {
    passed: [on1('an identifier', link('RPLC'))],
    failed: [finds(on3('no identifier', [PARENT_ID, '</parentDocument>']), 'wrong relatedDocument')],
  },
  'CDA-REL-008': {
    passed: [on1('another document', link('RPLC'))],
    failed: [
      finds(on3('itself', [PARENT_ID, PARENT_ID.replace('1001', '1002')]), 'wrong relatedDocument/parentDocument/id'),
    ],
  },
  'CDA-ENC-001': {
    failed: [
      finds(on1('missing', without(COMPONENT_OF)), 'count '),
      finds(on1('no place', without(element('location'))), `location ${ENCOUNTER}`),
    ],
  },
  'CDA-ENC-002': {
    failed: [finds(on1('no date', without(STAY)), `wrong ${ENCOUNTER}`)],
    inapplicable: [on1('no encounter', without(COMPONENT_OF))],
  },
  'CDA-ENC-003': {
    failed: [
      finds(on1('no code', without(FACILITY)), `missing ${ENCOUNTER}/location/healthCareFacility`),
      finds(
        on1('no label', [FACILITY, FACILITY.replace(/ displayName="[^"]*"/, '')]),
        `incomplete ${ENCOUNTER}/location/healthCareFacility/code`,
      ),
      finds(
        on1('a withdrawn code', [FACILITY, FACILITY.replace('SA25', 'SA11')]),
        `unknown ${ENCOUNTER}/location/healthCareFacility/code/@code`,
      ),
    ],
    inapplicable: [on1('no encounter', without(COMPONENT_OF))],
  },
  'CDA-ENC-004': {
    passed: [on1('ambulatory', encounterCode(AMBULATORY))],
    failed: [
      finds(
        on1('no label', encounterCode(AMBULATORY.replace(' displayName="Ambulatoire"', ''))),
        `incomplete ${ENCOUNTER}/code`,
      ),
      finds(
        on1('a code of HL7 that is not foreseen', encounterCode(AMBULATORY.replace('"AMB"', '"SS"'))),
        `unknown ${ENCOUNTER}/code/@code`,
      ),
    ],
  },
  'CDA-ENC-005': {
    passed: [on1('a professional', responsible(PERSONS))],
    failed: [
      finds(
        on1('a local identifier', responsible('1.2.250.1.999.1')),
        `wrong ${ENCOUNTER}/responsibleParty/assignedEntity/id/@root`,
      ),
      finds(
        on1('a participant with a local identifier', attending('REF', '1.2.250.1.999.1')),
        `wrong ${ENCOUNTER}/encounterParticipant/assignedEntity/id/@root`,
      ),
    ],
  },
  'CDA-ENC-006': {
    passed: [on1('a referrer', attending('REF'))],
    failed: [finds(on1('a performer', attending('PRF')), `wrong ${ENCOUNTER}/encounterParticipant/@typeCode`)],
  },
  'CDA-CON-001': {
    passed: [on1('given', consent(`${CONSENT_CODE}<statusCode code="completed"/>`))],
    failed: [
      finds(on1('which one is not said', consent('<statusCode code="completed"/>')), 'code authorization/consent'),
      finds(
        on1('not yet', consent(`${CONSENT_CODE}<statusCode code="active"/>`)),
        'status authorization/consent/statusCode',
      ),
    ],
  },
};
