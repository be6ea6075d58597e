import fc from 'fast-check';
import { BehaviourScript, FAULTS, readBehaviour } from '../../src/actors/index.js';
import { isEpreuveError } from '../../src/core/index.js';

test('a behaviour is read as it stands', () => {
  const rules = [
    { event: 'A28', nth: 2, answer: 'AE', error: '205', delayMs: 10 },
    ...FAULTS.map((fault) => ({ fault })),
  ];
  expect(readBehaviour({ rules }, 'b.yaml')).toEqual(rules);
});

test.each([
  ['no rules', {}, 'rules'],
  ['a list', [], 'rules'],
  ['nothing', null, 'rules'],
  ['rules of another kind', { rules: 'all' }, 'rules'],
  ['a key beside rules', { rules: [], rule: [] }, 'rule'],
  ['a rule that is no object', { rules: [{}, 'x'] }, 'rules[1]'],
  ['an unknown key', { rules: [{ evnt: 'A28' }] }, 'rules[0].evnt'],
  ['a key of every object', { rules: [{ constructor: 'x' }] }, 'rules[0].constructor'],
  ['an event in small letters', { rules: [{ event: 'a28' }] }, 'rules[0].event'],
  ['a count from zero', { rules: [{ nth: 0 }] }, 'rules[0].nth'],
  ['an answer nobody knows', { rules: [{ answer: 'OK' }] }, 'rules[0].answer'],
  ['an error as a number', { rules: [{ error: 205 }] }, 'rules[0].error'],
  ['a delay without end', { rules: [{ delayMs: 600_001 }] }, 'rules[0].delayMs'],
  ['a negative delay', { rules: [{ delayMs: -1 }] }, 'rules[0].delayMs'],
  ['a fault nobody knows', { rules: [{ fault: 'explode' }] }, 'rules[0].fault'],
])('%s is refused at its place', (_title, value, place) => {
  try {
    readBehaviour(value, 'b.yaml');
  } catch (error) {
    if (!isEpreuveError(error)) throw error;
    expect(error).toMatchObject({ code: 'bad-behaviour', data: { file: 'b.yaml', place } });
    for (const language of ['fr', 'en'] as const) {
      expect(error.describe(language).text).toContain(`b.yaml, ${place}`);
      expect(error.describe(language).text).not.toContain('{');
    }
    return;
  }
  throw new Error('it was accepted');
});

test('any value is read or refused with a typed error', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3, withNullPrototype: true }), fc.boolean(), (value, inRules) => {
      try {
        readBehaviour(inRules ? { rules: [value] } : value, 'b.yaml');
      } catch (error) {
        expect(isEpreuveError(error, 'operator')).toBe(true);
      }
    }),
  );
});

test('the first rule that fits is played; counts are per rule', () => {
  const script = new BehaviourScript([
    { event: 'A28', nth: 2, answer: 'AE' },
    { event: 'A31', answer: 'AR' },
    { nth: 3, fault: 'close' },
  ]);
  const played = ['A28', 'A28', 'A31', 'A28', 'A40', 'A40'].map((event) => script.next(event));
  expect(played).toEqual([
    undefined,
    { event: 'A28', nth: 2, answer: 'AE' },
    { event: 'A31', answer: 'AR' },
    undefined,
    { nth: 3, fault: 'close' },
    undefined,
  ]);
});
