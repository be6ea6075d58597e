import { describePath, type Finding, type Language, type RuleEntry, type RunResult, type Text } from '../core/index.js';
import { arrangeFindings, messageOf, type RuleFindings, sourcesOf } from './arrange.js';
import { toCsv } from './csv-cells.js';
import { labelsIn, OUTCOME_WORDS, PLANNED_FAILURE, SEVERITY_WORDS, SUPPRESSED_FAILURE, TRUST_WORDS } from './labels.js';
import { suppressionNote } from './notes.js';
import { prepareResult } from './prepare.js';
import type { ReportOptions } from './types.js';
import { verdictDetail } from './verdict.js';

/**
 * The verdict, one row a finding, then one row for each rule that passed, did not apply or could not be decided, so that a sheet
 * shows every outcome.
 */
export function renderCsv(result: RunResult, options: ReportOptions): string {
  const { language } = options;
  const shown = prepareResult(result, options);
  const label = labelsIn(language);
  const header = [
    ...[label('item'), label('rule'), label('outcome'), label('severity'), label('message'), label('place')],
    ...[label('line'), label('column'), label('found'), label('expected'), label('trust'), label('source')],
    ...[label('constraint'), label('requirements'), label('evidence')],
  ];
  const { items, others } = arrangeFindings(shown);
  const verdict = [OUTCOME_WORDS[shown.outcome][language], '', verdictDetail(shown, language)];
  const rows: (string | number)[][] = [header, [label('verdict'), '', ...verdict, ...Array<string>(10).fill('')]];
  for (const { item, failed } of items) {
    rows.push(...findingRows(item.title, failed, options));
    for (const rule of item.rules) {
      if (rule.outcome === 'failed' && rule.findings > 0) continue;
      const word = OUTCOME_WORDS[rule.outcome][language];
      const text = rule.reason?.[language] ?? '';
      rows.push([item.title, rule.ruleId, word, '', text, ...Array<string>(9).fill(''), item.evidenceId]);
    }
    if (item.rules.length === 0) {
      const text = item.reason?.[language] ?? '';
      rows.push([
        item.title,
        '',
        OUTCOME_WORDS[item.outcome][language],
        '',
        text,
        ...Array<string>(9).fill(''),
        item.evidenceId,
      ]);
    }
  }
  rows.push(...findingRows('', others, options));
  return toCsv(rows, language);
}

function findingRows(
  title: string,
  groups: readonly RuleFindings[],
  { language }: ReportOptions,
): (string | number)[][] {
  return groups.flatMap(({ findings, rule }) =>
    findings.map((finding) => [
      ...[title, finding.ruleId, endOf(finding)[language]],
      ...[SEVERITY_WORDS[finding.severity][language], messageWithNote(finding, rule, language)],
      ...[describePath(finding.location), finding.location.line, finding.location.column],
      ...[finding.found ?? '', finding.expected ?? ''],
      ...[rule ? TRUST_WORDS[rule.trust][language] : '', rule ? sourcesOf(rule) : ''],
      ...[finding.constraintId ?? '', finding.requirementIds?.join(' ') ?? '', finding.evidenceId],
    ]),
  );
}

function endOf({ provoked, suppressed }: Finding): Text {
  if (provoked) return PLANNED_FAILURE;
  return suppressed ? SUPPRESSED_FAILURE : OUTCOME_WORDS.failed;
}

/** A suppressed finding says why in its message: a filtered sheet still shows it. */
function messageWithNote(finding: Finding, rule: RuleEntry | undefined, language: Language): string {
  const note = finding.suppressed ? ` [${suppressionNote(finding.suppressed, language)}]` : '';
  return messageOf(finding, rule, language) + note;
}
