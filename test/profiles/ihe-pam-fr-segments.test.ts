import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Hl7v2Profile, Usage } from '../../src/packs/index.js';
import { elementAt, elementsOf, fieldsOf, profileOf } from './profile-of.js';

const PACK = 'ihe-pam-fr';

/** Number of fields of each segment table, counted in the reference (§2.2 to §2.21, §7.2, §7.3). */
const FIELD_COUNTS: Readonly<Record<string, number>> = {
  MSH: 21,
  EVN: 7,
  PID: 39,
  PD1: 21,
  ROL: 12,
  NK1: 39,
  PV1: 52,
  PV2: 49,
  ACC: 11,
  MRG: 7,
  AL1: 6,
  OBX: 8,
  ZBE: 9,
  ZFA: 12,
  ZFP: 2,
  ZFV: 11,
  ZFM: 5,
  ZFD: 8,
  ZFS: 8,
  IN1: 15,
  IN2: 2,
  IN3: 1,
  GT1: 57,
  MSA: 6,
  ERR: 12,
};

/** Positions by usage, read in the reference; whatever is not listed is O. */
const USAGES: Readonly<Record<string, Partial<Record<Usage, readonly number[]>>>> = {
  MSH: { R: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12], RE: [17, 19, 21], C: [18], X: [8, 14, 20] },
  EVN: { R: [2], RE: [7], C: [3, 6], X: [1] },
  PID: {
    R: [3, 5, 32],
    C: [7, 8, 11, 18, 25, 33, 35, 36],
    CE: [31],
    X: [2, 4, 9, 10, 12, 17, 19, 20, 22, 28],
  },
  PD1: {},
  ROL: { R: [2, 3, 4], C: [1] },
  NK1: { R: [1, 33], X: [25, 28, 35] },
  PV1: { R: [2], C: [3, 5, 6, 11, 19, 42], X: [9, 40, 52] },
  PV2: { RE: [18], C: [1, 47], X: [3] },
  ACC: { R: [2], RE: [1], X: [4] },
  MRG: { R: [1], X: [2, 4, 5, 6] },
  AL1: { R: [1, 3], X: [6] },
  ZBE: { R: [1, 2, 4, 5, 9], C: [6, 7, 8], X: [3] },
  ZFA: { RE: [1, 2, 3, 9, 10, 11, 12], X: [4, 5, 6, 7, 8] },
  ZFP: { RE: [1, 2] },
  ZFV: { X: [3] },
  ZFM: {},
  ZFD: { RE: [4, 5, 6, 7, 8] },
  ZFS: { R: [1, 2, 3, 5, 6], RE: [4] },
  GT1: { R: [1, 3], X: [4, 8, 9, 33, 34, 35, 38, 39, 40, 41, 42, 44, 52, 55] },
  MSA: { R: [1, 2], X: [3, 5, 6] },
  ERR: { R: [3, 4], RE: [2], X: [1] },
};

/** Positions whose number of repetitions is unbounded, read in the reference. */
const REPEATING: Readonly<Record<string, readonly number[]>> = {
  MSH: [21],
  EVN: [5],
  PID: [3, 5, 6, 11, 13, 14, 21, 26, 32, 39],
  PD1: [1, 3, 4, 10, 14, 15],
  ROL: [4, 12],
  NK1: [2, 4, 5, 6, 13, 17, 18, 19, 26, 29, 30, 31, 32, 33],
  PV1: [7, 8, 15, 17, 20, 24, 25, 26, 27],
  PV2: [5, 7, 13, 23, 39, 41, 45, 49],
  ACC: [],
  MRG: [1, 7],
  AL1: [5],
  ZBE: [1],
  ZFV: [8],
};

const SPOT_ROWS: readonly [id: string, row: object][] = [
  ['MSH-9', { type: 'MSG', length: 15, usage: 'R', judgedBy: 'PAM-MSH-9' }],
  ['MSH-18', { type: 'ID', length: 16, usage: 'C', table: '0211', judgedBy: 'PAM-MSH-18' }],
  ['MSH-21', { type: 'EI', length: 427, usage: 'RE', min: 0, max: null }],
  ['EVN-6', { type: 'TS', length: 26, usage: 'C', judgedBy: 'PAM-EVN-DATES' }],
  ['PID-3', { type: 'CX', length: 250, usage: 'R', min: 1, max: null, judgedBy: 'PAM-PID-3' }],
  ['PID-8', { type: 'IS', length: 1, usage: 'C', table: '0001', judgedBy: 'PAM-PID-8' }],
  ['PID-10', { type: 'CE', usage: 'X', min: 0, max: 0, judgedBy: 'PAM-SEG-FR-FORBIDDEN' }],
  ['PID-19', { type: 'ST', length: 16, usage: 'X', judgedBy: 'PAM-PID-19' }],
  ['PID-25', { type: 'NM', length: 2, usage: 'C', judgedBy: 'PAM-PID-25' }],
  ['PID-32', { type: 'IS', length: 20, usage: 'R', min: 1, max: null, table: '0445', judgedBy: 'PAM-PID-32-PRESENT' }],
  ['PID-36', { type: 'CE', usage: 'C', table: '0447', predicate: { valued: 'PID-35' } }],
  ['PID-38', { type: 'CE', usage: 'O', min: 0, max: 2, table: '0429' }],
  ['PD1-2', { type: 'IS', length: 2, usage: 'O', table: '0220' }],
  ['NK1-33', { type: 'CX', length: 250, usage: 'R', min: 1, max: null, judgedBy: 'PAM-NK1-33' }],
  ['PV1-2', { type: 'IS', length: 1, usage: 'R', table: '0004', judgedBy: 'PAM-PV1-2' }],
  ['PV1-3', { type: 'PL', length: 80, usage: 'C', judgedBy: 'PAM-PV1-3' }],
  ['PV1-37', { type: 'DLD', length: 47, usage: 'O' }],
  ['PV1-50', { type: 'CX', length: 250, usage: 'O', max: 1, table: '0203' }],
  ['PV1-45', { type: 'TS', usage: 'O', min: 0, max: 1 }],
  ['PV2-3', { type: 'CE', usage: 'X', judgedBy: 'PAM-PV2-3' }],
  ['PV2-18', { type: 'IS', length: 2, usage: 'RE', table: '0214' }],
  ['PV2-27', { type: 'IS', length: 3, table: '0112' }],
  ['ACC-2', { type: 'CE', usage: 'R', table: '0050', judgedBy: 'PAM-ACC' }],
  ['OBX-5', { type: 'varies', length: 99999, usage: 'C', max: 1 }],
  ['ZBE-1', { type: 'EI', length: 427, usage: 'R', min: 1, max: null, judgedBy: 'PAM-ZBE-1' }],
  ['ZBE-3', { type: 'TS', usage: 'X', judgedBy: 'PAM-ZBE-3' }],
  ['ZBE-7', { type: 'XON', length: 250, usage: 'C', max: 1 }],
  ['ZBE-9', { type: 'CWE', length: 3, usage: 'R', table: 'IHE-FRANCE-ZBE-9', judgedBy: 'PAM-ZBE-9' }],
  ['ZFA-11', { type: 'CWE', length: 3, usage: 'RE', table: 'IHE-FRANCE-ZFA-11', judgedBy: 'PAM-ZFA' }],
  ['ZFD-1', { type: 'NA', length: 8, usage: 'O' }],
  ['ZFV-6', { type: 'XAD', length: 250, min: 0, max: 2 }],
  ['ZFS-8', { type: 'FT', length: 65536, usage: 'O' }],
  ['IN1-35', { type: 'IS', length: 20, usage: 'RE' }],
  ['MSA-2', { type: 'ST', length: 20, usage: 'R' }],
  ['ERR-6', { type: 'ST', length: 80, usage: 'O', min: 0, max: 10 }],
  ['CX.1', { type: 'ST', length: 128, usage: 'R', judgedBy: 'PAM-CX-REQUIRED' }],
  ['CX.5', { type: 'ID', length: 5, usage: 'RE', table: '0203', judgedBy: 'PAM-PID-3-TYPE' }],
  ['HD.3', { type: 'ID', length: 6, usage: 'C', table: '0301', predicate: { valued: 'HD.2' } }],
  ['EI.1', { type: 'ST', length: 128, usage: 'R' }],
  ['XPN.3', { type: 'ST', length: 194, usage: 'C' }],
  ['XPN.7', { type: 'ID', length: 1, usage: 'R', table: '0200', judgedBy: 'PAM-XPN-7' }],
  ['XAD.6', { type: 'ID', length: 3, usage: 'O', table: '0399' }],
  ['XCN.1', { type: 'ST', length: 199, usage: 'RE' }],
  ['XCN.13', { type: 'ID', length: 5, usage: 'C', table: '0203', judgedBy: 'PAM-XCN-13' }],
  ['XON.10', { type: 'ST', length: 64, usage: 'RE' }],
  ['XTN.4', { usage: 'C', predicate: { equals: { path: 'XTN.2', value: 'NET' } } }],
  ['PL.5', { type: 'IS', table: '0116' }],
  ['TS.1', { type: 'DTM', length: 24, usage: 'R' }],
];

/** Components by usage X, read in the reference (§2.1). */
const FORBIDDEN_COMPONENTS: Readonly<Record<string, readonly number[]>> = {
  XPN: [4, 6, 8, 9, 10, 11, 12, 13, 14],
  XAD: [12],
  SAD: [2, 3],
  XCN: [5, 7, 8, 11, 12, 15, 16, 17, 18, 19, 20, 21, 22, 23],
  XON: [2, 3, 4, 5, 8, 9],
  XTN: [1, 5, 6, 7, 8, 10, 11],
  TS: [2],
  CX: [],
  HD: [],
  EI: [],
  PL: [],
};

let profile: Hl7v2Profile;
beforeAll(async () => {
  profile = await profileOf(PACK);
});

describe('segments of PAM FR', () => {
  test.each(Object.entries(FIELD_COUNTS))('%s has its %i French rows', (segment, count) => {
    expect(fieldsOf(profile, segment).filter(({ pack }) => pack === PACK)).toHaveLength(count);
  });

  test.each(Object.entries(USAGES))('%s has the usages of its table', (segment, usages) => {
    const listed = new Map(Object.entries(usages).flatMap(([usage, list]) => list.map((at) => [at, usage])));
    const rows = fieldsOf(profile, segment);
    expect(Object.fromEntries(rows.map(({ id, usage }) => [id, usage]))).toEqual(
      Object.fromEntries(rows.map(({ id, position }) => [id, listed.get(position) ?? 'O'])),
    );
  });

  test.each(Object.entries(REPEATING))('%s repeats where its table says so', (segment, positions) => {
    const repeating = fieldsOf(profile, segment).filter(({ max }) => max === null);
    expect(repeating.map(({ position }) => position)).toEqual(positions);
  });

  test.each(SPOT_ROWS)('%s reads as in the reference', (id, row) => {
    expect(elementAt(profile, id)).toMatchObject(row);
  });

  test.each(Object.entries(FORBIDDEN_COMPONENTS))('%s forbids its components', (type, positions) => {
    const components = profile.dataTypes[type]?.components ?? [];
    expect(components.filter((row) => row?.usage === 'X').map((row) => row?.position)).toEqual(positions);
  });

  test('a required row has at least one occurrence, a forbidden one none', () => {
    const own = elementsOf(profile).filter(({ pack }) => pack === PACK);
    const wrong = own.filter(({ usage, min, max }) =>
      usage === 'R' ? min < 1 : min > 0 || (usage === 'X' && max !== 0),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('every table a row names exists', () => {
    const named = new Set(elementsOf(profile).flatMap(({ table }) => table ?? []));
    expect([...named].filter((id) => !Object.hasOwn(profile.tables, id))).toEqual([]);
  });

  test('no predicate stands on a row that is not conditional', () => {
    const wrong = elementsOf(profile).filter(({ predicate, usage }) => predicate && usage !== 'C' && usage !== 'CE');
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('COG codes of XAD-9 are in no table', () => {
    expect(elementAt(profile, 'XAD.9').table).toBeUndefined();
  });

  test('French rows have French names', () => {
    expect(elementAt(profile, 'PID-11').name).toEqual({ fr: 'Adresse', en: 'Patient address' });
    expect(elementAt(profile, 'PV1-10').name.fr).toBe('Discipline médico-tarifaire');
    expect(profile.segments.ZBE?.name).toEqual({ fr: 'Mouvement', en: 'Movement' });
  });
});
