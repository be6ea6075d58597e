import {
  describePath,
  type Finding,
  isFailing,
  type JudgedItem,
  type Language,
  type RuleOutcome,
  type RunResult,
  type StepResult,
} from '../core/index.js';
import { type ArrangedItem, arrangeFindings, messageOf, type RuleFindings, ruleTitle, sourcesOf } from './arrange.js';
import { countOf, LABELS, labelsIn, NOUNS, OUTCOME_WORDS, SEVERITY_WORDS } from './labels.js';
import { notesOf, suppressionNote } from './notes.js';
import { prepareResult } from './prepare.js';
import { stepNoteOrOutcome } from './step-notes.js';
import type { ReportOptions } from './types.js';
import { verdictSentence } from './verdict.js';
import { writeXml } from './write-xml.js';

/** What a test case may hold, at most one of failure, error and skipped. Values are strings, written as they are. */
interface TestCase {
  readonly '@name': string;
  readonly '@classname': string;
  readonly failure?: Problem;
  readonly error?: Problem;
  readonly skipped?: Problem;
  readonly 'system-out'?: string;
}

interface Problem {
  readonly '@message': string;
  readonly '@type'?: string;
  readonly '#text': string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * The JUnit subset that Jenkins (strict schema too) and GitLab accept: one suite an item with one case a rule, and one
 * suite for the steps. Passed: nothing; failed: `failure`; could not be decided: `error`; not applicable or not tested:
 * `skipped`. Warnings and what was provoked on purpose do not fail a run, so they stand in `system-out`.
 */
export function renderJunit(result: RunResult, options: ReportOptions): string {
  const shown = prepareResult(result, options);
  const { items, others } = arrangeFindings(shown);
  const uniqueName = makeUniqueName();
  const uniqueClass = makeUniqueName();
  const suites = [
    stepsSuite(shown, options.language, uniqueName),
    ...items.map((item) => itemSuite(item, shown, options.language, uniqueClass(item.item.title), uniqueName)),
    othersSuite(others, shown, options.language, uniqueName),
  ].filter((suite) => suite.cases.length > 0);
  suites.push(...verdictSuite(shown, suites, options.language));
  return build(shown, suites, options.language);
}

/** A case of its own when no other case tells the outcome: nothing judged, a run cut short. Silence is never success. */
function verdictSuite(result: RunResult, suites: readonly Suite[], language: Language): Suite[] {
  const { outcome, incomplete } = result;
  const cases = suites.flatMap((suite) => suite.cases);
  const isTold = outcome === 'failed' ? cases.some((each) => each.failure) : outcome === 'passed' && cases.length > 0;
  if (isTold && !incomplete) return [];
  const text = `${verdictSentence(result, language)}${incomplete ? ` ${LABELS.incomplete[language]}` : ''}`;
  const told =
    outcome === 'failed' && !isTold ? { failure: problem(text, outcome) } : { error: problem(text, outcome) };
  const name = LABELS.verdict[language];
  return [{ name, cases: [{ '@name': name, '@classname': 'run', ...told }] }];
}

type UniqueName = (name: string) => string;

/** GitLab keeps only the first of two cases of the same name: later ones get a number. */
function makeUniqueName(): UniqueName {
  const next = new Map<string, number>();
  const used = new Set<string>();
  return (name) => {
    let candidate = name;
    let count = next.get(name) ?? 1;
    while (used.has(candidate)) candidate = `${name} (${++count})`;
    next.set(name, count);
    used.add(candidate);
    return candidate;
  };
}

function build(result: RunResult, suites: readonly Suite[], language: Language): string {
  const all = suites.flatMap((suite) => suite.cases);
  return writeXml({
    testsuites: {
      '@name': result.title[language],
      '@time': durationOf(result),
      ...totals(all),
      testsuite: suites.map(({ name, cases }) => ({
        '@name': name,
        ...totals(cases),
        '@skipped': String(cases.filter((each) => each.skipped).length),
        ...(result.startedAt !== undefined && { '@timestamp': result.startedAt.slice(0, 19) }),
        testcase: cases,
      })),
    },
  });
}

function totals(cases: readonly TestCase[]) {
  return {
    '@tests': String(cases.length),
    '@failures': String(cases.filter((each) => each.failure).length),
    '@errors': String(cases.filter((each) => each.error).length),
  };
}

/** Seconds with at most three decimals; 0 when the evidence does not tell. */
function durationOf({ startedAt, endedAt }: RunResult): string {
  const seconds = (Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds.toFixed(3) : '0';
}

function stepsSuite(result: RunResult, language: Language, uniqueName: UniqueName): Suite {
  const cases = result.steps.map((step) => ({
    '@name': uniqueName(`${step.id}: ${step.title[language]}`),
    '@classname': 'steps',
    ...stepProblem(step, language),
  }));
  return { name: LABELS.steps[language], cases };
}

function stepProblem(step: StepResult, language: Language): Partial<TestCase> {
  const text = stepNoteOrOutcome(step, language);
  // A pass at the second attempt is no plain pass.
  if (step.outcome === 'passed') return step.attempts === undefined ? {} : { 'system-out': text };
  if (step.outcome === 'failed') return { failure: problem(text, step.blame ?? 'failed') };
  return step.outcome === 'cantTell' ? { error: problem(text, 'cantTell') } : { skipped: problem(text) };
}

function problem(message: string, type?: string, body = message): Problem {
  return { '@message': message, ...(type !== undefined && { '@type': type }), '#text': body };
}

function itemSuite(
  arranged: ArrangedItem,
  result: RunResult,
  language: Language,
  title: string,
  uniqueName: UniqueName,
): Suite {
  const { item, failed } = arranged;
  const found = new Map(failed.map((group) => [group.ruleId, group]));
  const cases: TestCase[] = item.rules.map((rule) => ({
    '@name': uniqueName(`${rule.ruleId}: ${ruleTitle(result, rule.ruleId, language)} [${title}]`),
    '@classname': classNameOf(item, rule.ruleId),
    ...ruleProblem(rule, found.get(rule.ruleId), item, language),
  }));
  if (cases.length === 0) cases.push(unjudged(item, title, language, uniqueName));
  return { name: title, cases };
}

/** Dotted family: `hl7v2.message.PAM-PID-3`. */
function classNameOf(item: JudgedItem, ruleId: string): string {
  return [...item.subject.split('/'), ...ruleId.split('/').slice(-1)].join('.');
}

function unjudged(item: JudgedItem, title: string, language: Language, uniqueName: UniqueName): TestCase {
  const text = item.reason?.[language] ?? OUTCOME_WORDS[item.outcome][language];
  const own = { '@name': uniqueName(title), '@classname': item.subject.replace('/', '.') };
  if (item.outcome === 'passed') return own;
  if (item.outcome === 'failed') return { ...own, failure: problem(text, 'failed') };
  return item.outcome === 'cantTell'
    ? { ...own, error: problem(text, 'cantTell') }
    : { ...own, skipped: problem(text) };
}

function ruleProblem(
  rule: RuleOutcome,
  group: RuleFindings | undefined,
  { expected: isExpected = false }: JudgedItem,
  language: Language,
): Partial<TestCase> {
  const text = rule.reason?.[language] ?? OUTCOME_WORDS[rule.outcome][language];
  if (rule.outcome === 'passed') return {};
  if (rule.outcome === 'cantTell') return { error: problem(text, 'cantTell') };
  if (rule.outcome !== 'failed') return { skipped: problem(text) };
  const findings = group?.findings ?? [];
  const body = bodyOf(group, rule, language);
  const severity = rule.severity ?? 'error';
  const unprovoked = findings.filter((finding) => isFailing(finding.severity) && !finding.provoked);
  const failing = unprovoked.filter((finding) => !finding.suppressed);
  const suppressed = unprovoked.find((finding) => finding.suppressed)?.suppressed;
  if (suppressed && failing.length === 0 && rule.findings <= findings.length) {
    return { skipped: problem(suppressionNote(suppressed, language)), 'system-out': body };
  }
  const counts = isFailing(severity) && !isExpected && (failing.length > 0 || findings.length === 0);
  if (!counts) return { 'system-out': body };
  const first = failing[0];
  const message = first ? messageOf(first, group?.rule, language) : text;
  // Jenkins shows the attribute, GitLab the body: the message stands in both.
  return { failure: problem(message, severity, body.includes(message) ? body : `${message}\n${body}`) };
}

function bodyOf(group: RuleFindings | undefined, rule: RuleOutcome, language: Language): string {
  const lines = (group?.findings ?? []).map((finding) => findingText(finding, group, language));
  if (group && group.unlisted > 0) lines.push(countOf(group.unlisted, NOUNS.more, language));
  if (lines.length === 0) lines.push(OUTCOME_WORDS[rule.outcome][language]);
  if (group?.rule) lines.push(`${LABELS.repair[language]}${LABELS.colon[language]}${group.rule.repair[language]}`);
  if (group?.rule && group.rule.spec.length > 0) {
    lines.push(`${LABELS.source[language]}${LABELS.colon[language]}${sourcesOf(group.rule)}`);
  }
  return lines.join('\n');
}

function findingText(finding: Finding, group: RuleFindings | undefined, language: Language): string {
  const label = labelsIn(language);
  const { line, column } = finding.location;
  const place = `${label('line')} ${line}, ${label('column')} ${column}, ${describePath(finding.location)}`;
  const severity = SEVERITY_WORDS[finding.severity][language];
  const lines = [`${severity}${label('colon')}${messageOf(finding, group?.rule, language)}`, `  ${place}`];
  if (finding.found !== undefined) {
    lines.push(`  ${label('found')}${label('colon')}${finding.found === '' ? label('nothing') : finding.found}`);
  }
  if (finding.expected !== undefined) lines.push(`  ${label('expected')}${label('colon')}${finding.expected}`);
  if (finding.excerpt) lines.push(`  ${finding.excerpt.text}`);
  for (const note of notesOf(finding, language)) lines.push(`  ${note}`);
  return lines.join('\n');
}

/** Findings no item claims: never lost, one case a rule. */
function othersSuite(
  groups: readonly RuleFindings[],
  result: RunResult,
  language: Language,
  uniqueName: UniqueName,
): Suite {
  const cases = groups.map((group): TestCase => {
    const failing = group.findings.find(
      (finding) => isFailing(finding.severity) && !finding.provoked && !finding.suppressed,
    );
    const rule: RuleOutcome = { ruleId: group.ruleId, outcome: 'failed', findings: group.findings.length };
    const body = bodyOf(group, rule, language);
    return {
      '@name': uniqueName(`${group.ruleId}: ${ruleTitle(result, group.ruleId, language)}`),
      '@classname': group.ruleId.replaceAll('/', '.'),
      ...(failing
        ? { failure: problem(messageOf(failing, group.rule, language), failing.severity, body) }
        : { 'system-out': body }),
    };
  });
  return { name: LABELS.otherFindings[language], cases };
}
