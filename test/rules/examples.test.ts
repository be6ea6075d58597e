import type { CantTell, Problem, Rule, Text } from '../../src/core/index.js';
import type { Example, FailedExample } from '../../src/rules/examples.js';
import { subjectOf } from '../support/example-subjects.js';
import { examplesFileNames, importRule, ruleFileNames } from '../support/rule-files.js';

/** Everything one rule says about one example; undefined when it does not apply. */
interface Answer {
  readonly findings: { messageId: string; path: string; severity: string }[];
  readonly problems: readonly Problem[];
  readonly cantTell: readonly CantTell[];
}

async function ask(rule: Rule<unknown, unknown>, example: Example): Promise<Answer | undefined> {
  const { subject, context } = await subjectOf(example);
  if (rule.appliesTo && !rule.appliesTo(subject, context)) return undefined;
  const said = [...rule.check(subject, context)];
  const problems = said.filter((one): one is Problem => 'messageId' in one);
  const findings = problems.map(({ messageId, location, severity }) => ({
    messageId,
    path: location.path,
    severity: severity ?? rule.severity,
  }));
  return { findings, problems, cantTell: said.filter((one): one is CantTell => 'cantTell' in one) };
}

const placeholders = (text: string) => [...text.matchAll(/\{([a-zA-Z0-9_]+)\}/g)].map(([, name = '']) => name);
/** `nameFr` and `nameEn` are one datum in two languages. */
const dataOf = (text: string) => [...new Set(placeholders(text).map((name) => name.replace(/(Fr|En)$/, '')))].sort();

function expectBothLanguages(text: Text | undefined): void {
  expect(text?.fr.trim()).toBeTruthy();
  expect(text?.en.trim()).toBeTruthy();
  expect(text?.fr).not.toBe(text?.en);
}

const names = ruleFileNames();

test('every examples file stands next to its rule', () => {
  expect(examplesFileNames().filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(names)('%s', (name) => {
  test('its texts are in both languages and its source is named', async () => {
    const { rule } = await importRule(name);
    for (const text of [rule.title, rule.why, rule.repair, ...Object.values(rule.messages)]) expectBothLanguages(text);
    for (const { fr, en } of Object.values(rule.messages)) {
      expect(dataOf(en)).toEqual(dataOf(fr));
    }
    expect(rule.spec.length).toBeGreaterThan(0);
    for (const { standard, section } of rule.spec) expect(standard && section).toBeTruthy();
  });

  test('it has examples of every outcome and every message', async () => {
    const { rule, examples } = await importRule(name);
    expect(examples?.passed.length).toBeGreaterThan(0);
    expect(examples?.failed.length).toBeGreaterThan(0);
    if (rule.appliesTo) expect(examples?.inapplicable?.length).toBeGreaterThan(0);
    else expect(examples?.inapplicable ?? []).toEqual([]);
    const shown = new Set(examples?.failed.flatMap(({ findings }) => findings.map(({ messageId }) => messageId)));
    expect([...shown].sort()).toEqual(Object.keys(rule.messages).sort());
  });

  test('it passes what its examples say passes', async () => {
    const { rule, examples } = await importRule(name);
    for (const example of examples?.passed ?? []) {
      const answer = await ask(rule, example);
      expect({ title: example.title, ...answer, problems: undefined }).toEqual({
        title: example.title,
        findings: [],
        cantTell: [],
      });
    }
  });

  test('it finds exactly what its examples list', async () => {
    const { rule, examples } = await importRule(name);
    for (const example of examples?.failed ?? []) await expectFindings(rule, example);
  });

  test('it does not apply where its examples say so', async () => {
    const { rule, examples } = await importRule(name);
    for (const example of examples?.inapplicable ?? []) {
      const answer = await ask(rule, example);
      expect({ title: example.title, answer }).toEqual({ title: example.title, answer: undefined });
    }
  });
});

async function expectFindings(rule: Rule<unknown, unknown>, example: FailedExample): Promise<void> {
  const { title } = example;
  const answer = await ask(rule, example);
  const findings = answer?.findings.map(({ severity, ...finding }, index) =>
    example.findings[index]?.severity === undefined ? finding : { ...finding, severity },
  );
  const doubts = (example.doubts ?? []).map((reason) => ({
    cantTell: expect.objectContaining({ en: expect.stringContaining(reason) }),
  }));
  expect({ title, findings, cantTell: answer?.cantTell }).toEqual({
    title,
    findings: example.findings,
    cantTell: doubts,
  });
  for (const { messageId, data } of answer?.problems ?? []) {
    const { fr, en } = rule.messages[messageId] as Text;
    const missing = placeholders(fr + en).filter((name) => data?.[name] === undefined);
    expect({ title, messageId, missing }).toEqual({ title, messageId, missing: [] });
  }
}
