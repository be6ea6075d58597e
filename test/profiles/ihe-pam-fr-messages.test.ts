import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EventRow, GrammarNode, Hl7v2Profile } from '../../src/packs/index.js';
import { segmentsOfGrammar } from '../../src/packs/index.js';
import { profileOf, sorted } from './profile-of.js';

const REQUIRED = `A28 A31 A47 A40 A01 A02 A03 A04 A05 A06 A07 A11 A12 A13 A38 A21 A22 A52 A53 A54 A55 A44 Z99`;
const OPTIONAL = `A24 A37 A14 A27 A15 A26 A16 A25 A09 A33 A10 A32 A49`;
const REMOVED = 'Z80 Z81 Z82 Z83 Z84 Z85 Z86 Z87 Z88 Z89';
const Z_BLOCK = ['ZBE', 'ZFA', 'ZFP', 'ZFV', 'ZFM', 'ZFD', 'ZFS'];

/** Structure, HL7 2.3.1 structure, ZBE-4: the table of the reference §1.2 and §1.3. */
const EVENTS: readonly [id: string, structure: string, structure231: string | undefined, action: string | undefined][] =
  [
    ['A28', 'ADT_A05', 'ADT_A01', undefined],
    ['A31', 'ADT_A05', 'ADT_A01', undefined],
    ['A47', 'ADT_A30', 'ADT_A30', undefined],
    ['A40', 'ADT_A39', 'ADT_A39', undefined],
    ['A24', 'ADT_A24', 'ADT_A24', undefined],
    ['A37', 'ADT_A37', 'ADT_A24', undefined],
    ['A01', 'ADT_A01', 'ADT_A01', 'INSERT'],
    ['A02', 'ADT_A02', 'ADT_A02', 'INSERT'],
    ['A03', 'ADT_A03', 'ADT_A03', 'INSERT'],
    ['A04', 'ADT_A01', 'ADT_A01', 'INSERT'],
    ['A05', 'ADT_A05', 'ADT_A01', 'INSERT'],
    ['A06', 'ADT_A06', 'ADT_A06', 'INSERT'],
    ['A07', 'ADT_A06', 'ADT_A06', 'INSERT'],
    ['A11', 'ADT_A09', 'ADT_A09', 'CANCEL'],
    ['A12', 'ADT_A12', 'ADT_A12', 'CANCEL'],
    ['A13', 'ADT_A01', 'ADT_A01', 'CANCEL'],
    ['A38', 'ADT_A38', 'ADT_A38', 'CANCEL'],
    ['A21', 'ADT_A21', 'ADT_A02', 'INSERT'],
    ['A22', 'ADT_A21', 'ADT_A02', 'INSERT'],
    ['A52', 'ADT_A52', undefined, 'CANCEL'],
    ['A53', 'ADT_A52', undefined, 'CANCEL'],
    ['A54', 'ADT_A54', undefined, 'INSERT'],
    ['A55', 'ADT_A52', undefined, 'CANCEL'],
    ['A44', 'ADT_A43', 'ADT_A43', undefined],
    ['Z99', 'ADT_A01', 'ADT_A01', 'UPDATE'],
    ['A14', 'ADT_A05', 'ADT_A01', 'INSERT'],
    ['A27', 'ADT_A21', 'ADT_A02', 'CANCEL'],
    ['A15', 'ADT_A15', 'ADT_A09', 'INSERT'],
    ['A26', 'ADT_A21', 'ADT_A02', 'CANCEL'],
    ['A16', 'ADT_A16', 'ADT_A16', 'INSERT'],
    ['A25', 'ADT_A21', 'ADT_A02', 'CANCEL'],
    ['A09', 'ADT_A09', 'ADT_A09', undefined],
    ['A33', 'ADT_A21', 'ADT_A02', undefined],
    ['A10', 'ADT_A09', 'ADT_A09', undefined],
    ['A32', 'ADT_A21', 'ADT_A02', undefined],
    ['A49', 'ADT_A30', 'ADT_A30', undefined],
  ];

const CANCELLED_BY: Readonly<Record<string, string>> = {
  A01: 'A11',
  A02: 'A12',
  A03: 'A13',
  A04: 'A11',
  A05: 'A38',
  A06: 'A07',
  A07: 'A06',
  A09: 'A33',
  A10: 'A32',
  A14: 'A27',
  A15: 'A26',
  A16: 'A25',
  A21: 'A52',
  A22: 'A53',
  A54: 'A55',
};

/** The French table of A05 (PAM §5.2): segment, minimum, maximum, in order. */
const A05: readonly (readonly [string, number, number | null])[] = [
  ['MSH', 1, 1],
  ['EVN', 1, 1],
  ['PID', 1, 1],
  ['PD1', 0, 1],
  ['ROL', 0, null],
  ['NK1', 0, null],
  ['PV1', 1, 1],
  ['PV2', 0, 1],
  ['ZBE', 1, 1],
  ['ZFA', 0, 1],
  ['ZFP', 0, 1],
  ['ZFV', 0, 1],
  ['ZFM', 0, 1],
  ['ZFD', 0, 1],
  ['ZFS', 0, null],
  ['ROL', 0, null],
  ['DB1', 0, null],
  ['OBX', 0, null],
  ['AL1', 0, null],
  ['DG1', 0, null],
  ['DRG', 0, 1],
  ['{PR1 ROL}', 0, null],
  ['GT1', 0, null],
  ['{IN1 IN2 IN3 ROL}', 0, null],
  ['ACC', 0, 1],
  ['UB1', 0, 1],
  ['UB2', 0, 1],
  ['PDA', 0, 1],
];

let profile: Hl7v2Profile;
beforeAll(async () => {
  profile = await profileOf('ihe-pam-fr');
});

function event(id: string): EventRow {
  const row = profile.events[id];
  if (!row) throw new Error(`no event ${id}`);
  return row;
}

function segmentsOf(id: string): readonly string[] {
  return segmentsOfGrammar((profile.grammars[event(id).grammar]?.nodes ?? []).filter((node) => node.max !== 0));
}

function flat(node: GrammarNode): readonly [string, number, number | null] {
  const name = 'group' in node ? `{${node.group.map((part) => flat(part)[0]).join(' ')}}` : node.segment;
  return [name, node.min, node.max];
}

describe('events of PAM FR', () => {
  test.each([
    ['R', REQUIRED],
    ['O', OPTIONAL],
    ['excluded', 'A08'],
    ['removed', REMOVED],
  ])('usage %s', (usage, ids) => {
    const rows = Object.values(profile.events).filter((row) => row.usage === usage);
    expect(rows.map(({ id }) => id).sort()).toEqual(sorted(ids));
  });

  test.each(EVENTS)('%s is %s, in HL7 2.3.1 %s, action %s', (id, structure, structure231, action) => {
    const row = event(id);
    expect([row.structure, row.structure231, row.action]).toEqual([structure, structure231, action]);
  });

  test('cancels answer inserts, both ways', () => {
    const rows = Object.values(profile.events);
    const pairs = rows.flatMap(({ id, cancelledBy }) => (cancelledBy ? [[id, cancelledBy]] : []));
    expect(Object.fromEntries(pairs)).toEqual(CANCELLED_BY);
    const back = rows.flatMap(({ id, cancels }) => (cancels ?? []).map((cancelled) => [cancelled, id]));
    expect(Object.fromEntries(back)).toEqual(CANCELLED_BY);
  });

  test('the identity events are those of ITI-30', () => {
    const rows = Object.values(profile.events).filter(({ transaction }) => transaction === 'ITI-30');
    expect(rows.map(({ id }) => id).sort()).toEqual(sorted('A24 A28 A31 A37 A40 A47'));
  });

  test.each([
    ['Merge', 'A40 A47'],
    ['Link/Unlink', 'A24 A37'],
    ['Inpatient/Outpatient', 'A02 A05 A06 A07 A12 A38'],
    ['Advanced', 'A21 A22 A44 A52 A53 A54 A55'],
    ['Historic Movement', 'Z99'],
    ['Pending Event', 'A14 A15 A16 A25 A26 A27'],
    ['Temporary Patient Transfer Tracking', 'A09 A10 A32 A33'],
  ])('option %s', (option, ids) => {
    const rows = Object.values(profile.events).filter((row) => row.option === option);
    expect(rows.map(({ id }) => id).sort()).toEqual(sorted(ids));
  });
});

describe('grammars of PAM FR', () => {
  test('A05 is the full French table, in order', () => {
    expect(event('A05').grammar).toBe(event('A14').grammar);
    expect(profile.grammars[event('A05').grammar]?.nodes.map(flat)).toEqual(A05);
  });

  test('every event with a movement carries the whole Z block right after PV1 and PV2', () => {
    const withMovement = Object.values(profile.events).filter(({ action }) => action);
    expect(withMovement).toHaveLength(24);
    for (const { id } of withMovement) {
      const segments = segmentsOf(id);
      const start = segments.indexOf('PV1') + 1;
      expect([id, segments.slice(start, start + 8)]).toEqual([id, ['PV2', ...Z_BLOCK]]);
    }
  });

  test('A28 and A31 carry ZFA, ZFD and ZFS only', () => {
    for (const id of ['A28', 'A31']) {
      expect(segmentsOf(id).filter((name) => name.startsWith('Z'))).toEqual(['ZFA', 'ZFD', 'ZFS']);
    }
  });

  test.each(sorted('A40 A47 A24 A37 A44 A49 A09 A10 A32 A33'))('%s carries no Z segment', (id) => {
    expect(segmentsOf(id).filter((name) => name.startsWith('Z'))).toEqual([]);
  });

  test('MRG is required in A40, A47, A44 and A49 and possible in A06 and A07', () => {
    const withMrg = Object.keys(profile.events).filter((id) => segmentsOf(id).includes('MRG'));
    expect(withMrg.sort()).toEqual(sorted('A06 A07 A40 A44 A47 A49'));
    expect(profile.grammars.ADT_A39?.nodes.at(-1)).toMatchObject({ min: 1, max: 1 });
    expect(profile.grammars.ADT_A43?.nodes.at(-1)).toMatchObject({ min: 1, max: null });
  });

  test('PV2 is not wanted in A28 and A31, DG1 not in A11 and A12', () => {
    for (const id of ['A28', 'A31']) expect(segmentsOf(id)).not.toContain('PV2');
    for (const id of ['A11', 'A12']) expect(segmentsOf(id)).not.toContain('DG1');
  });

  test('the Z block is national only where PAM prints it', () => {
    expect(profile.grammars.ADT_A05?.trust).toBe('national');
    expect(profile.grammars.ADT_A01?.trust).toBe('project');
    expect(profile.grammars['ADT_A05-ITI30']?.trust).toBe('project');
    expect(profile.grammars.ADT_A30?.trust).toBe('standard');
  });
});

describe('life of an encounter', () => {
  /** Follows the rows; undefined once an event is illegal. Each step is an event, with its class. */
  function follow(steps: string): string | undefined {
    let state: string | undefined = 'none';
    for (const step of steps.split(' ')) {
      const [id = '', patientClass = ''] = step.split('/');
      const row: { readonly to: string } | undefined = profile.encounterStates[state ?? '']?.next.find(
        ({ events, classes }) => events.includes(id) && (classes?.includes(patientClass) ?? true),
      );
      state = row?.to === 'same' ? state : row?.to;
    }
    return state;
  }

  test.each([
    ['A05/I A01/I A02/I A21/I A22/I A03/I', 'discharged'],
    ['A04/E A06/I A02/I A12/I A03/I A13/I', 'active-inpatient'],
    ['A04/V A03/V', 'discharged'],
    ['A14/I A27/I', 'cancelled'],
    ['A05/O Z99/O A38/O', 'cancelled'],
    ['A01/I A21/I A52/I A11/I', 'cancelled'],
    ['A01/I A21/I A22/I A53/I', 'on-leave'],
    ['A01/I A06/R A07/I', 'active-inpatient'],
    ['A01/I A07/O A07/E A06/O A06/R', 'active-inpatient'],
    ['A01/I A21/I A03/I', 'discharged'],
    ['A01/I A44/I A54/I A55/I A16/I A25/I A03/I Z99/I', 'discharged'],
    ['A01/O', undefined],
    ['A02/I', undefined],
    ['A05/I A06/I', undefined],
    ['A01/I A01/I', undefined],
    ['A01/I A52/I', undefined],
    ['A01/I A53/I', undefined],
    ['A01/I A21/I A02/I', undefined],
    ['A01/I A03/I A03/I', undefined],
    ['A01/I A11/I A01/I', undefined],
  ])('%s ends in %s', (steps, end) => {
    expect(follow(steps)).toBe(end);
  });

  test('every state says that it is our reading', () => {
    expect(Object.values(profile.encounterStates).map(({ trust }) => trust)).toEqual(Array(11).fill('project'));
  });

  test('class changes are the matrix of PAM §5.3.5', () => {
    expect(profile.classChanges).toEqual({
      E: { I: 'A06', R: 'A06', O: 'A07' },
      I: { E: 'A07', R: 'A06', O: 'A07' },
      R: { E: 'A07', I: 'A06', O: 'A07' },
      O: { E: 'A07', I: 'A06', R: 'A06' },
      N: { E: 'A07', I: 'A06', R: 'A06', O: 'A07' },
    });
  });
});
