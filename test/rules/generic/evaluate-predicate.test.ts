import { Hl7v2Message } from '../../../src/formats/hl7v2/index.js';
import type { Predicate } from '../../../src/packs/index.js';
import { adt } from '../../../src/rules/hl7v2/example-messages.js';
import { describePredicate } from '../../../src/rules/hl7v2/generic/describe-predicate.js';
import { evaluatePredicate } from '../../../src/rules/hl7v2/generic/evaluate-predicate.js';

const message = new Hl7v2Message(Buffer.from(adt('A01', { 'PID-24': 'Y' })));
const scope = {
  message,
  segment: message.segment('PID'),
  partAt: (position: number) => message.field('PID', 3).component(position),
};

describe('a predicate', () => {
  it.each<[Predicate, boolean, string]>([
    [{ valued: 'PID-24' }, true, 'PID-24 ≠ ∅'],
    [{ valued: 'PID-25' }, false, 'PID-25 ≠ ∅'],
    [{ valued: 'NK1-1' }, false, 'NK1-1 ≠ ∅'],
    [{ valued: 'PID-3.4.2' }, true, 'PID-3.4.2 ≠ ∅'],
    [{ valued: 'CX.4' }, true, 'CX.4 ≠ ∅'],
    [{ valued: 'CX.6' }, false, 'CX.6 ≠ ∅'],
    [{ equals: { path: 'PV1-2', value: 'I' } }, true, 'PV1-2 = I'],
    [{ equals: { path: 'PV1-2', value: ['O', 'E'] } }, false, 'PV1-2 = O | E'],
    [{ event: 'A01' }, true, 'MSH-9.2 = A01'],
    [{ event: ['A02', 'A03'] }, false, 'MSH-9.2 = A02 | A03'],
    [{ not: { event: 'A02' } }, true, '¬(MSH-9.2 = A02)'],
    [{ all: [{ event: 'A01' }, { valued: 'PID-25' }] }, false, '(MSH-9.2 = A01 ∧ PID-25 ≠ ∅)'],
    [{ any: [{ event: 'A02' }, { valued: 'PID-24' }] }, true, '(MSH-9.2 = A02 ∨ PID-24 ≠ ∅)'],
  ])('%j is %p', (predicate, expected, text) => {
    expect(evaluatePredicate(predicate, scope)).toBe(expected);
    expect(describePredicate(predicate)).toBe(text);
  });
});
