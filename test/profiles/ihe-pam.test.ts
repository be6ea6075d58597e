import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Hl7v2Profile, loadPack, type Pack } from '../../src/packs/index.js';
import { codesOf, elementAt, elementsOf, fieldsOf, profileOf, sorted } from './profile-of.js';

let profile: Hl7v2Profile;
let pack: Pack;
beforeAll(async () => {
  pack = await loadPack('ihe-pam');
  profile = await profileOf('ihe-pam');
});

function isTurnedOn(rule: string): boolean {
  return pack.rules.some((pattern) =>
    pattern.endsWith('*') ? rule.startsWith(pattern.slice(0, -1)) : pattern === rule,
  );
}

/** Usages of ITI-30 §3.30.5 and ITI-31 §3.31.6.1; whatever is not listed is O. */
const USAGES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  PID: {
    R: [3, 5],
    C: [18, 30, 36],
    CE: [7, 8, 11, 29, 31, 32, 33, 35],
    X: [2, 4, 9, 12, 19, 20, 28],
  },
  PV1: { R: [2], RE: [44, 45], C: [3, 6, 11, 19, 42, 51], X: [9, 40, 52] },
  EVN: { R: [2], RE: [7], C: [3, 6], X: [1] },
  MRG: { R: [1], X: [2, 4, 5, 6] },
  ZBE: { R: [1, 2, 4, 5], C: [6] },
  AL1: { R: [1, 3], X: [6] },
  ROL: { R: [2, 3, 4], C: [1] },
};

describe('ihe-pam, the international profile', () => {
  test.each(Object.entries(USAGES))('%s has the international usages', (segment, usages) => {
    const listed = new Map(Object.entries(usages).flatMap(([usage, list]) => list.map((at) => [at, usage])));
    const rows = fieldsOf(profile, segment);
    expect(Object.fromEntries(rows.map(({ id, usage }) => [id, usage]))).toEqual(
      Object.fromEntries(rows.map(({ id, position }) => [id, listed.get(position) ?? 'O'])),
    );
  });

  test('race, religion and ethnic group are only forbidden in France', async () => {
    const french = await profileOf('ihe-pam-fr');
    for (const id of ['PID-10', 'PID-17', 'PID-22']) {
      expect([elementAt(profile, id).usage, elementAt(french, id).usage]).toEqual(['O', 'X']);
    }
  });

  test('A08 exists, options are optional', () => {
    const required = Object.values(profile.events).filter(({ usage }) => usage === 'R');
    expect(required.map(({ id }) => id).sort()).toEqual(sorted('A01 A03 A04 A11 A13 A28 A31 A47'));
    expect(profile.events.A08).toMatchObject({ usage: 'O', option: 'Maintain Demographics', structure: 'ADT_A01' });
    expect(Object.values(profile.events)).toHaveLength(36);
  });

  test('international tables: AL in PID-32, other and ambiguous sex, no French class V', () => {
    expect(codesOf(profile, '0445')).toEqual(['AL']);
    expect(codesOf(profile, '0001')).toEqual(sorted('A F M N O U'));
    expect(codesOf(profile, '0004')).not.toContain('V');
    expect(profile.tables['0004']?.kind).toBe('suggested');
  });

  test('no French row is left in the international pack', () => {
    const names = Object.keys(profile.segments).filter((name) => name.startsWith('Z'));
    expect(names).toEqual(['ZBE']);
    expect(Object.keys(profile.tables).filter((id) => id.startsWith('IHE-FRANCE'))).toEqual([]);
    expect(elementsOf(profile).filter(({ trust }) => trust === 'national')).toEqual([]);
  });

  test('ZBE is possible, never required, after PV1 and PV2', () => {
    for (const { id, nodes } of Object.values(profile.grammars)) {
      const at = nodes.findIndex((node) => 'segment' in node && node.segment === 'ZBE');
      if (at < 0) continue;
      expect([id, nodes[at]?.min, nodes[at - 1]]).toMatchObject([id, 0, { segment: 'PV2' }]);
    }
    expect(profile.grammars.ADT_A03?.text).toContain('PV1 PV2[X] ZBE?');
  });

  test('identifiers and names are judged from the rows of Appendix N', () => {
    expect(elementAt(profile, 'CX.1')).toMatchObject({ usage: 'R', length: 15 });
    expect(elementAt(profile, 'XPN.7')).toMatchObject({ usage: 'R', table: '0200' });
    for (const id of ['CX.1', 'CX.4', 'XPN.7', 'PID-3', 'PID-5'])
      expect(elementAt(profile, id).judgedBy).toBeUndefined();
  });

  test('every rule that a row is left to is one this pack turns on', () => {
    const rows = [...elementsOf(profile), ...Object.values(profile.tables), ...Object.values(profile.events)];
    const ids = new Set(rows.flatMap(({ judgedBy }) => judgedBy ?? []));
    expect([...ids].filter((id) => !isTurnedOn(id))).toEqual([]);
    expect(ids.size).toBeGreaterThan(15);
  });

  test('rules of the French profile stay off, those of the INS are on', () => {
    expect(['PAM-MSH-12-PROFILE', 'PAM-ZBE-9', 'PAM-PID-32-TABLE', 'PAM-MSH-9-A08'].filter(isTurnedOn)).toEqual([]);
    expect(['PAM-PID-3-INS-KEY', 'PAM-PID-3-INS-TRAITS', 'PAM-A47-INS-DEL', 'PAM-ACK-ERR'].every(isTurnedOn)).toBe(
      true,
    );
  });
});
