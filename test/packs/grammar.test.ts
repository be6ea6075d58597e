import { compileGrammar, GrammarTextError, segmentsOfGrammar } from '../../src/packs/index.js';

describe('compileGrammar', () => {
  it('reads segments, groups, repetitions and usages', () => {
    expect(compileGrammar(' MSH SFT* NK1*[RE]  PV1?[X] {PR1 {ROL}?}+ ')).toEqual([
      { segment: 'MSH', min: 1, max: 1 },
      { segment: 'SFT', min: 0, max: null },
      { segment: 'NK1', min: 0, max: null, usage: 'RE' },
      { segment: 'PV1', min: 0, max: 0, usage: 'X' },
      {
        group: [
          { segment: 'PR1', min: 1, max: 1 },
          { group: [{ segment: 'ROL', min: 1, max: 1 }], min: 0, max: 1 },
        ],
        min: 1,
        max: null,
      },
    ]);
  });

  it('needs no space around braces', () => {
    expect(segmentsOfGrammar(compileGrammar('MSH{PID PD1?}*PV1'))).toEqual(['MSH', 'PID', 'PD1', 'PV1']);
  });

  it.each([
    ['MSH pid', 'unknownToken', 4, 'pid'],
    ['MSH PID?? PV1', 'unknownToken', 8, '?'],
    ['MSH {PID', 'unclosedGroup', 4, '{'],
    ['MSH PID}*', 'unopenedGroup', 7, '}'],
    ['MSH {}', 'emptyGroup', 4, '{}'],
    ['  ', 'empty', 0, '  '],
    ['MSH PID[Q]', 'unknownToken', 7, '[Q]'],
    ['{'.repeat(50), 'tooDeep', 20, '{'],
  ])('refuses %p', (text, reason, at, token) => {
    const refuse = () => compileGrammar(text);
    expect(refuse).toThrow(GrammarTextError);
    expect(refuse).toThrow(expect.objectContaining({ reason, at, token }));
  });
});
