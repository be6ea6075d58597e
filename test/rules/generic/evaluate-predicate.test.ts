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
    [{ valued: 'PID-24' }, true, 'PID-24 est renseigné'],
    [{ valued: 'PID-25' }, false, 'PID-25 est renseigné'],
    [{ valued: 'NK1-1' }, false, 'NK1-1 est renseigné'],
    [{ valued: 'PID-3.4.2' }, true, 'PID-3.4.2 est renseigné'],
    [{ valued: 'CX.4' }, true, 'CX.4 est renseigné'],
    [{ valued: 'CX.6' }, false, 'CX.6 est renseigné'],
    [{ equals: { path: 'PV1-2', value: 'I' } }, true, 'PV1-2 vaut I'],
    [{ equals: { path: 'PV1-2', value: ['O', 'E'] } }, false, 'PV1-2 vaut O ou E'],
    [{ event: 'A01' }, true, 'l’événement est A01'],
    [{ event: ['A02', 'A03'] }, false, 'l’événement est A02 ou A03'],
    [{ not: { event: 'A02' } }, true, 'l’événement n’est pas A02'],
    [{ not: { valued: 'PID-25' } }, true, 'PID-25 est vide'],
    [{ not: { equals: { path: 'PV1-2', value: 'I' } } }, false, 'PV1-2 ne vaut pas I'],
    [{ not: { not: { event: 'A01' } } }, true, 'il n’est pas vrai que l’événement n’est pas A01'],
    [{ all: [{ event: 'A01' }, { valued: 'PID-25' }] }, false, 'l’événement est A01 et PID-25 est renseigné'],
    [
      { any: [{ event: 'A02' }, { all: [{ valued: 'PID-24' }, { event: 'A01' }] }] },
      true,
      'l’événement est A02 ou (PID-24 est renseigné et l’événement est A01)',
    ],
  ])('%j is %p', (predicate, expected, text) => {
    expect(evaluatePredicate(predicate, scope)).toBe(expected);
    const { fr, en } = describePredicate(predicate);
    expect(fr).toBe(text);
    expect(en).not.toMatch(/[éà]|est |vaut/);
  });
});
