import { after, before, element, finds, on1, type RowExamples, twice, without } from './shape.js';

const ROLE = 'recordTarget/patientRole';
const PATIENT = `${ROLE}/patient`;
const INS = '<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>';
const LOCAL = '<id root="1.2.250.1.999.1.1.7" extension="IPP-0042"/>';
const FAMILY = '<family qualifier="BR">PAT-TROIS</family>';
const GIVEN = '<given>DOMINIQUE</given>';
const FIRST = '<given qualifier="BR">DOMINIQUE</given>';
const GENDER = '<administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1" displayName="Féminin"/>';
const BIRTH = '<birthTime value="19790328"/>';
const NAME = /<patient>\s*(<name>[\s\S]*?<\/name>)/.exec(element('recordTarget'))?.[1] ?? '';
const PATIENT_ELEMENT = element('patient');
const GUARDIAN = '<guardian><guardianPerson><name><family>ESSAI</family></name></guardianPerson></guardian>';

export const patientExamples: Readonly<Record<string, RowExamples>> = {
  'CDA-PAT-001': {
    failed: [
      finds(on1('missing', without(element('recordTarget'))), 'count '),
      finds(on1('two patients', twice(element('recordTarget'))), 'count recordTarget[2]'),
      finds(on1('nobody', without(PATIENT_ELEMENT)), 'empty recordTarget'),
    ],
  },
  'CDA-PAT-002': {
    failed: [
      finds(on1('no identifier', without(INS), without(LOCAL)), `missing ${ROLE}`),
      finds(on1('no extension', [LOCAL, '<id root="1.2.250.1.999.1.1.7"/>']), `incomplete ${ROLE}/id[2]`),
    ],
    inapplicable: [on1('no patient', without(element('recordTarget')))],
  },
  'CDA-PAT-003': {
    failed: [
      finds(on1('used name only', [FAMILY, '<family qualifier="CL">PAT-TROIS</family>']), `birthName ${PATIENT}/name`),
      finds(on1('no first given name', without(FIRST)), `firstGivenName ${PATIENT}/name`),
      finds(on1('no list of given names', without(GIVEN)), `givenNames ${PATIENT}/name`),
      finds(on1('no birth date', [BIRTH, '<birthTime nullFlavor="UNK"/>']), `birthDate ${PATIENT}/birthTime`),
      finds(on1('no birth place', without('<county>51215</county>')), `birthPlace ${PATIENT}`),
      finds(on1('no gender', without(GENDER)), `sex ${PATIENT}`),
    ],
    inapplicable: [on1('no INS', without(INS))],
  },
  'CDA-PAT-010': {
    failed: [
      finds(on1('no name', without(NAME)), `wrong ${PATIENT}`),
      finds(on1('two names', twice(NAME)), `wrong ${PATIENT}/name[2]`),
    ],
    inapplicable: [on1('no patient', without(PATIENT_ELEMENT))],
  },
  'CDA-PAT-011': {
    failed: [
      finds(on1('no family name', without(FAMILY)), `missing ${PATIENT}/name`),
      finds(on1('no qualifier', [FAMILY, '<family>PAT-TROIS</family>']), `unqualified ${PATIENT}/name/family`),
    ],
    inapplicable: [on1('no name', without(NAME))],
  },
  'CDA-PAT-012': {
    passed: [on1('a used name too', after(FAMILY, '<family qualifier="CL">ESSAI</family>'))],
    failed: [
      finds(
        on1('a spouse name, as before', after(FAMILY, '<family qualifier="SP">ESSAI</family>')),
        `old ${PATIENT}/name/family[2]/@qualifier`,
      ),
      finds(
        on1('unknown', [FAMILY, '<family qualifier="AD">PAT-TROIS</family>']),
        `unknown ${PATIENT}/name/family/@qualifier`,
      ),
    ],
    inapplicable: [on1('no qualifier: another rule', [FAMILY, '<family>PAT-TROIS</family>'])],
  },
  'CDA-PAT-013': {
    failed: [
      finds(on1('no given name', without(GIVEN), without(FIRST)), `missing ${PATIENT}/name`),
      finds(
        on1('a spouse given name', [FIRST, FIRST.replace('BR', 'SP')]),
        `unknown ${PATIENT}/name/given[2]/@qualifier`,
      ),
    ],
    inapplicable: [on1('no name', without(NAME))],
  },
  'CDA-PAT-014': {
    passed: [on1('a birth name', without(INS))],
    failed: [finds(on1('used name only', without(INS), [FAMILY, FAMILY.replace('BR', 'CL')]), `wrong ${PATIENT}/name`)],
  },
  'CDA-PAT-015': {
    failed: [
      finds(on1('missing', without(GENDER)), `count ${PATIENT}`),
      finds(on1('in French', [GENDER, GENDER.replace('"F"', '"H"')]), `code ${PATIENT}/administrativeGenderCode/@code`),
    ],
    inapplicable: [on1('no patient', without(PATIENT_ELEMENT))],
  },
  'CDA-PAT-016': {
    failed: [
      finds(on1('missing', without(BIRTH)), `wrong ${PATIENT}`),
      finds(on1('unknown', [BIRTH, '<birthTime nullFlavor="UNK"/>']), `wrong ${PATIENT}/birthTime`),
    ],
    inapplicable: [on1('no patient', without(PATIENT_ELEMENT))],
  },
  'CDA-PAT-019': {
    failed: [
      finds(
        on1('religion', before('<birthplace>', '<religiousAffiliationCode code="1013"/>')),
        `wrong ${PATIENT}/religiousAffiliationCode`,
      ),
    ],
    inapplicable: [on1('no patient', without(PATIENT_ELEMENT))],
  },
  'CDA-PAT-020': {
    passed: [on1('a person', before('<birthplace>', GUARDIAN))],
    failed: [
      finds(
        on1('neither', before('<birthplace>', '<guardian><id root="1.2.250.1.999.1"/></guardian>')),
        `wrong ${PATIENT}/guardian`,
      ),
    ],
  },
};
