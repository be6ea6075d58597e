import type { Problem } from '../../src/core/index.js';
import type { Example } from '../../src/rules/examples.js';
import { movement } from '../../src/rules/hl7v2/encounter/example-movements.js';
import { adt, EXAMPLE_EVENTS } from '../../src/rules/hl7v2/example-messages.js';
import { subjectOf } from '../support/example-subjects.js';
import { importRule, type RuleFile, ruleFileNames } from '../support/rule-files.js';

/** The rules of reference §9.1 and §9.5 to §9.7 as one set: what is right must stay silent in all of them. */
const FOLDERS = ['wire/', 'hl7v2/ins/', 'hl7v2/encounter/', 'hl7v2/ack/'];

let files: RuleFile[];
beforeAll(async () => {
  files = [];
  for (const name of ruleFileNames()) {
    if (FOLDERS.some((folder) => name.startsWith(folder))) files.push(await importRule(name));
  }
});

/** Everything the set says about one example, rules named. */
async function everything(example: Example, kind: string): Promise<string[]> {
  const { subject, context } = await subjectOf(example);
  const said: string[] = [];
  for (const { rule } of files) {
    if (rule.subject !== kind || (rule.appliesTo && !rule.appliesTo(subject, context))) continue;
    for (const problem of rule.check(subject, context)) {
      if ('cantTell' in problem) said.push(`${rule.id}: ${problem.cantTell.en}`);
      else said.push(`${rule.id} ${problem.messageId} ${problem.location.path} ${problem.severity ?? rule.severity}`);
    }
  }
  return said;
}

test.each(EXAMPLE_EVENTS)('a valid %s is silent', async (event) => {
  const said = await everything({ title: event, message: adt(event) }, 'hl7v2/message');
  expect(said.filter((line) => !line.endsWith('information'))).toEqual([]);
});

describe('sequences', () => {
  const stay = [
    movement('A05', 1),
    movement('A01', 2),
    movement('A02', 3),
    movement('A21', 4),
    movement('A22', 5),
    movement('A03', 6),
    movement('A13', 7, {}, 6),
    movement('Z99', 8, {}, 2),
    movement('A11', 9, {}, 2),
    movement('A38', 10, {}, 1),
  ];

  test('a whole legal stay is silent', async () => {
    expect(await everything({ title: 'stay', sequence: stay }, 'hl7v2/sequence')).toEqual([]);
  });

  test('a legal stay stays silent from wherever one starts to listen', async () => {
    for (let from = 1; from < stay.length; from++) {
      expect(await everything({ title: 'part', sequence: stay.slice(from) }, 'hl7v2/sequence')).toEqual([]);
    }
  });

  test('the life of an identity is silent', async () => {
    const PI = 'T0001^^^GAM-SIM&1.2.250.1.999.1&ISO^PI';
    const INS = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
    const sequence = [
      adt('A28', { 'MSH-10': '1', 'PID-3': PI, 'PID-32': 'PROV' }),
      adt('A31', { 'MSH-10': '2' }),
      adt('A28', { 'MSH-10': '3', 'PID-3': 'T0002^^^GAM-SIM&1.2.250.1.999.1&ISO^PI', 'PID-32': 'PROV' }),
      adt('A40', { 'MSH-10': '4' }),
      adt('A47', { 'MSH-10': '5', 'PID-3.1': 'T0009', 'MRG-1.1': 'T0001' }),
      adt('A47', { 'MSH-10': '6', 'PID-3.1': 'T0009', 'PID-3[2].1': '""', 'PID-32': 'PROV', 'MRG-1': INS }),
      adt('A31', { 'MSH-10': '7', 'PID-3.1': 'T0009' }),
    ];
    expect(await everything({ title: 'identity', sequence }, 'hl7v2/sequence')).toEqual([]);
  });

  test('one mistake gives one finding', async () => {
    const confirmed = [movement('A05', 1), movement('A06', 2)];
    expect(await everything({ title: 'A06', sequence: confirmed }, 'hl7v2/sequence')).toEqual([
      'PAM-ENC-A05-A06 confirmed MSH-9.2 warning',
    ]);
    const reused = [movement('A01', 1), movement('A11', 2, {}, 1), movement('A01', 3)];
    expect(await everything({ title: 'reuse', sequence: reused }, 'hl7v2/sequence')).toEqual([
      'PAM-ENC-VENUE-REUSE reused PV1-19 error',
    ]);
  });

  test('a problem names the evidence of its own message', async () => {
    const { subject, context } = await subjectOf({
      title: 'twice',
      sequence: [movement('A01', 1), movement('A01', 2)],
    });
    const rule = files.find((file) => file.rule.id === 'PAM-ENC-STATE')?.rule;
    const problems = [...(rule?.check(subject, context) ?? [])] as Problem[];
    const messages = 'messages' in subject && typeof subject.messages !== 'number' ? subject.messages : [];
    expect(problems.map(({ evidenceId }) => evidenceId)).toEqual([messages[1]?.item.id]);
  });
});
