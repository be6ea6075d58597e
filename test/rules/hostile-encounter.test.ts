import type { Example } from '../../src/rules/examples.js';
import { movement } from '../../src/rules/hl7v2/encounter/example-movements.js';
import { adt } from '../../src/rules/hl7v2/example-messages.js';
import { subjectOf } from '../support/example-subjects.js';
import { importRule } from '../support/rule-files.js';

/** Documents under test may be huge on purpose: the work must grow with their size, not with its square. */
async function findingsOf(name: string, example: Example): Promise<number> {
  const { rule } = await importRule(name);
  const { subject, context } = await subjectOf(example);
  let count = 0;
  for (const _ of rule.check(subject, context)) count++;
  return count;
}

const INS = '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const MANY = 30_000;

test('a patient with 30,000 INS', async () => {
  const message = adt('A31', { 'PID-3': Array.from({ length: MANY }, () => INS).join('~') });
  expect(await findingsOf('hl7v2/ins/pam-pid-3-ins-dup', { title: 'many', message })).toBe(MANY - 1);
});

test('an update with 30,000 other identifiers', async () => {
  const others = Array.from({ length: MANY }, (_, index) => `X${index}^^^GAM-SIM^PI`).join('~');
  const sequence = [
    adt('A28', { 'MSH-10': '1', 'PID-3': `T0001^^^GAM-SIM^PI~${INS}` }),
    adt('A31', { 'MSH-10': '2', 'PID-3': `${INS}~${others}` }),
  ];
  expect(await findingsOf('hl7v2/ins/pam-a31-newid', { title: 'many', sequence })).toBe(MANY);
});

test('a visit with 3,000 movements', async () => {
  const sequence = Array.from({ length: 3000 }, (_, index) => movement(index === 0 ? 'A01' : 'A02', index + 1));
  expect(await findingsOf('hl7v2/encounter/pam-enc-state', { title: 'many', sequence })).toBe(0);
});
