import { describe, expect, test } from '@jest/globals';
import type { Finding, Rule } from '../../src/core/index.js';
import { Hl7v2Message } from '../../src/formats/hl7v2/index.js';
import { messageOf } from '../../src/reports/arrange.js';
import { maskResult } from '../../src/reports/index.js';
import type { Example } from '../../src/rules/examples.js';
import { subjectOf } from '../support/example-subjects.js';
import { goldenResult } from '../support/golden-result.js';
import { importRule, ruleFileNames } from '../support/rule-files.js';

/** Where a person's values stand in an ADT message. */
const PERSONAL = ['PID-3', 'PID-5', 'PID-7', 'PID-11', 'PID-13', 'PID-18', 'MRG-1', 'MRG-3', 'PV1-19'];
/** Components of those that are codes or authorities, not values of a person. */
const SHORTEST = 4;

/** Names, numbers, dates and places of the person in the messages of an example. */
function personalValues(example: Example): string[] {
  const texts = [
    ...(example.message === undefined ? [] : [example.message]),
    ...(example.exchange ? [example.exchange.sent, ...example.exchange.answers] : []),
    ...(example.sequence ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.message)),
  ];
  const messages = texts.map((text) => new Hl7v2Message(typeof text === 'string' ? Buffer.from(text) : text));
  return messages.flatMap((message) =>
    PERSONAL.flatMap((path) => {
      const [segment = '', field = ''] = path.split('-');
      return message.all(segment).flatMap((each) =>
        each.field(Number(field)).repetitions.flatMap((repetition) => {
          const parts = path === 'PID-5' || path === 'PID-11' ? [1, 2, 3, 5] : [1];
          return parts.map((part) => repetition.component(part).text);
        }),
      );
    }),
  );
}

async function findingsOf(rule: Rule<unknown, unknown>, example: Example): Promise<Finding[]> {
  const { subject, context } = await subjectOf(example);
  const problems = [...rule.check(subject, context)].flatMap((said) => ('messageId' in said ? [said] : []));
  return problems.map((problem) => ({ severity: rule.severity, ruleId: rule.id, evidenceId: 'ev-1', ...problem }));
}

describe('masked findings of rules', () => {
  test.each(ruleFileNames())('%s shows no value of a person', async (name) => {
    const { rule, examples } = await importRule(name);
    for (const example of examples?.failed ?? []) {
      const { findings } = maskResult({ ...goldenResult(), findings: await findingsOf(rule, example) });
      const shown = findings.map((finding) => [
        finding,
        messageOf(finding, rule, 'fr'),
        messageOf(finding, rule, 'en'),
      ]);
      const text = JSON.stringify(shown);
      const leaked = personalValues(example).filter((value) => value.length >= SHORTEST && text.includes(value));
      expect({ example: example.title, leaked }).toEqual({ example: example.title, leaked: [] });
    }
  });
});
