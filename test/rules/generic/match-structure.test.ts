import fc from 'fast-check';
import { Hl7v2Message } from '../../../src/formats/hl7v2/index.js';
import { compileGrammar, type GrammarNode, type GrammarRow } from '../../../src/packs/index.js';
import { matchStructure } from '../../../src/rules/hl7v2/generic/match-structure.js';
import { growsInProportion } from '../../support/growth.js';

const A05 =
  'MSH SFT* EVN PID PD1? ROL* NK1*[RE] PV1 PV2? ZBE ZFA? ZFS* ROL* DB1* OBX* AL1* DG1* DRG? {PR1 ROL*}* GT1* {IN1 IN2? IN3? ROL*}* ACC? UB1? UB2? PDA?';

function grammarOf(text: string): GrammarRow {
  return { id: 'G', pack: 'test', trust: 'project', text, nodes: compileGrammar(text) };
}

function messageOf(names: readonly string[]): Hl7v2Message {
  const segments = names.map((name) => (name === 'MSH' ? 'MSH|^~\\&|A' : `${name}|1`));
  return new Hl7v2Message(Buffer.from(segments.join('\r')));
}

function problems(grammar: string, names: string): string[] {
  return matchStructure(messageOf(names.split(' ')), grammarOf(grammar)).map(
    ({ kind, segmentName, segment, after, count }) =>
      `${kind} ${segment?.path ?? segmentName}${count ? ` ×${count}` : ''} after ${after?.path}`,
  );
}

describe('matchStructure', () => {
  it.each([
    ['the shortest message', 'MSH EVN PID PV1 ZBE'],
    ['ROL in both places, groups repeated', 'MSH EVN PID ROL NK1 NK1 PV1 ZBE ROL ROL PR1 ROL PR1 IN1 IN3 ROL IN1 IN2'],
    [
      'every optional segment',
      'MSH SFT EVN PID PD1 ROL NK1 PV1 PV2 ZBE ZFA ZFS ROL DB1 OBX AL1 DG1 DRG PR1 GT1 IN1 ACC UB1 UB2 PDA',
    ],
  ])('accepts %s', (_, names) => {
    expect(problems(A05, names)).toEqual([]);
  });

  it.each([
    ['a missing segment, after the one before it', 'MSH EVN PID PV1', ['missing ZBE after PV1']],
    ['two missing segments', 'MSH PID PV1', ['missing EVN after MSH', 'missing ZBE after PV1']],
    ['a swap as one misplaced segment', 'MSH EVN PID ZBE PV1', ['misplaced ZBE after PID']],
    ['NK1 after PV1', 'MSH EVN PID PV1 NK1 ZBE', ['misplaced NK1 after PV1']],
    ['a second PV1', 'MSH EVN PID PV1 PV1 ZBE', ['tooMany PV1(2) after PV1']],
    ['a run of too many as one problem', 'MSH EVN PID PV1 PV2 PV2 PV2 ZBE', ['tooMany PV2(2) ×2 after PV2']],
    ['an unknown segment', 'MSH EVN PID XXX PV1 ZBE', ['unexpected XXX after PID']],
    ['the head of a group that is missing', 'MSH EVN PID PV1 ZBE IN2', ['missing IN1 after ZBE']],
    ['a message cut short', 'MSH EVN', ['missing PID after EVN', 'missing PV1 after EVN', 'missing ZBE after EVN']],
  ])('reports %s', (_, names, expected) => {
    expect(problems(A05, names)).toEqual(expected);
  });

  it('counts segments that may stand in two places', () => {
    expect(problems('MSH EVN PID PID', 'MSH EVN PID PID PID')).toEqual(['tooMany PID(3) after PID(2)']);
    expect(problems('MSH EVN PID PID', 'MSH EVN PID')).toEqual(['missing PID after PID']);
  });

  it('tells a forbidden segment by its usage', () => {
    const [problem] = matchStructure(messageOf(['MSH', 'PID', 'PV1']), grammarOf('MSH PID PV1?[X]'));
    expect(problem).toMatchObject({ kind: 'unexpected', segmentName: 'PV1', usage: 'X' });
  });

  it('needs no backtracking where an optional segment stands before a required one of the same name', () => {
    expect(problems('MSH OBX? OBX NTE', 'MSH OBX NTE')).toEqual([]);
    expect(problems('MSH {OBX? NTE?}* OBX', 'MSH OBX OBX NTE OBX')).toEqual([]);
  });

  it('accepts every message a grammar generates', () => {
    fc.assert(
      fc.property(fc.constant(compileGrammar(A05)).chain(wordOf), (names) => {
        expect(matchStructure(messageOf(names), grammarOf(A05))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('explains any order of segments with problems that, when mended, leave a valid message', () => {
    const name = fc.constantFrom('EVN', 'PID', 'ROL', 'PV1', 'ZBE', 'IN1', 'IN2', 'PR1', 'XXX');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const found = matchStructure(messageOf(['MSH', ...names]), grammarOf(A05));
        const valid = matchStructure(messageOf(mend(['MSH', ...names], found)), grammarOf(A05));
        // A misplaced segment is not reported as missing too, so mending leaves at most those.
        expect(valid.every(({ kind }) => kind === 'missing')).toBe(true);
        expect(found.length).toBeLessThanOrEqual(names.length + 4);
      }),
      { numRuns: 300 },
    );
  });

  it('takes time proportional to the number of segments', () => {
    const workOn = (count: number) => {
      const names = ['MSH', 'EVN', 'PID', 'PV1', 'ZBE'];
      for (let index = 0; index < count; index++) names.push(['ROL', 'XXX', 'IN2', 'PR1'][index % 4] as string);
      const message = messageOf(names);
      return () => expect(matchStructure(message, grammarOf(A05)).length).toBeGreaterThan(1000);
    };
    expect(growsInProportion(workOn, 12_500)).toBe(true);
  });
});

function wordOf(nodes: readonly GrammarNode[]): fc.Arbitrary<string[]> {
  return fc.tuple(...nodes.map(partOf)).map((parts) => parts.flat());
}

function partOf(node: GrammarNode): fc.Arbitrary<string[]> {
  const once: fc.Arbitrary<string[]> = 'group' in node ? wordOf(node.group) : fc.constant([node.segment]);
  return fc.array(once, { minLength: node.min, maxLength: node.max ?? 3 }).map((parts) => parts.flat());
}

function mend(names: readonly string[], found: ReturnType<typeof matchStructure>): string[] {
  const mended: string[] = [];
  const missingAfter = (index: number): string[] =>
    found.flatMap(({ kind, segmentName, after }) =>
      kind === 'missing' && after?.index === index ? [segmentName] : [],
    );
  const gone = new Set(
    found.flatMap(({ segment, count }) =>
      segment ? Array.from({ length: count ?? 1 }, (_, more) => segment.index + more) : [],
    ),
  );
  for (const [index, name] of names.entries()) {
    if (!gone.has(index)) mended.push(name);
    mended.push(...missingAfter(index));
  }
  return mended;
}
