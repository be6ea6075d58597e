import fc from 'fast-check';
import {
  type Condition,
  decideApplicability,
  evaluate,
  FACTS,
  type Facts,
  type FactValue,
  type Requirement,
} from '../../src/dossier/index.js';
import { referential } from '../support/dossier.js';

function requirement(id: string): Requirement {
  const found = referential.requirements.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
}

const state = (id: string, facts: Facts) => decideApplicability(requirement(id), facts).state;

describe('the rules of the reference', () => {
  test.each<[string, Facts, string]>([
    ['IEU 2', { 'identity.role': 'slave', 'access.patient': true }, 'not-applicable'],
    ['IEU 2', { 'identity.role': 'ri', 'access.patient': true }, 'applies'],
    ['INS 45', { 'identity.role': 'slave' }, 'applies'],
    ['INS 45', { 'identity.role': 'ri', 'identity.exchanges': false }, 'not-applicable'],
    ['INS 45', { 'identity.role': 'ri', 'identity.exchanges': true }, 'applies'],
    ['INS 45', { 'identity.role': 'ri' }, 'undecided'],
    ['INS 45', {}, 'undecided'],
    ['IEU 7', { 'ins.used': false, 'access.patient': true }, 'not-applicable'],
    ['IEU 8', { 'ins.used': true, 'access.patient': true }, 'applies'],
    ['IEU 1', { 'access.professional': false, 'access.patient': false }, 'applies'],
    ['IEU 1', { 'access.professional': true, 'access.patient': false }, 'not-applicable'],
    ['IEU 9', { 'access.patient': false }, 'not-applicable'],
    ['INS 39', { 'identity.role': 'slave' }, 'not-applicable'],
    ['INS 39', { 'identity.role': 'ri' }, 'applies'],
    ['INS 1', {}, 'applies'],
    ['INS 36', { 'identity.role': 'slave' }, 'undecided'],
    ['PSC 3', { 'access.professional': false }, 'not-applicable'],
    ['ApCV 1', { 'access.patient': false }, 'not-applicable'],
    ['ApCV 1', { 'access.patient': true }, 'undecided'],
    ['RGPD 1', {}, 'applies'],
  ])('%s with %j: %s', (id, facts, expected) => {
    expect(state(id, facts)).toBe(expected);
  });

  test('an undecided requirement names the facts it waits for', () => {
    expect(decideApplicability(requirement('INS 45'), { 'identity.role': 'ri' })).toEqual({
      state: 'undecided',
      missing: ['identity.exchanges'],
    });
  });
});

const value: fc.Arbitrary<FactValue> = fc.constantFrom<FactValue>(true, false, 'slave', 'ri');
const facts: fc.Arbitrary<Facts> = fc.dictionary(fc.constantFrom(...FACTS), value) as fc.Arbitrary<Facts>;
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.record({ fact: fc.constantFrom(...FACTS), is: value }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

describe('a condition', () => {
  test('that is decided stays so whatever else becomes known', () => {
    fc.assert(
      fc.property(condition, facts, facts, (when, some, more) => {
        const before = evaluate(when, some);
        if (before !== undefined) expect(evaluate(when, { ...more, ...some })).toBe(before);
      }),
    );
  });

  test('is decided once every fact is known', () => {
    const all = fc.record(Object.fromEntries(FACTS.map((fact) => [fact, value]))) as fc.Arbitrary<Facts>;
    fc.assert(fc.property(condition, all, (when, known) => expect(evaluate(when, known)).not.toBeUndefined()));
  });

  test('and its opposite never hold together', () => {
    fc.assert(
      fc.property(condition, facts, (when, known) => {
        const [one, other] = [evaluate(when, known), evaluate({ not: when }, known)];
        expect(one === undefined ? other : !one).toBe(other);
      }),
    );
  });
});

test('no requirement of the pack is exempted on facts nobody stated', () => {
  for (const each of referential.requirements) {
    expect(decideApplicability(each, {}).state).not.toBe('not-applicable');
  }
});

test('what is decided of a requirement stays so whatever else becomes known', () => {
  fc.assert(
    fc.property(fc.constantFrom(...referential.requirements), facts, facts, (each, some, more) => {
      const before = decideApplicability(each, some);
      if (before.state !== 'undecided')
        expect(decideApplicability(each, { ...more, ...some }).state).toBe(before.state);
    }),
  );
});
