import {
  describePath,
  type Finding,
  type Language,
  type RecordedScenario,
  type RuleEntry,
  type RunResult,
} from '../core/index.js';
import { type ArrangedItem, arrangeFindings, messageOf, type RuleFindings } from './arrange.js';
import { countOf, LABELS, labelsIn, NOUNS, OUTCOME_SIGNS, OUTCOME_WORDS, SEVERITY_WORDS } from './labels.js';
import { outsideBlocks, suppressionsBlocks } from './markdown-appendix.js';
import { escapeText, table } from './markdown-table.js';
import { suppressionNote } from './notes.js';
import { prepareResult } from './prepare.js';
import { scenarioNotes, stepNote, stepsByScenario } from './step-notes.js';
import type { ReportOptions } from './types.js';
import { describeShares, itemTone, ruleShares, TONE_SIGNS, type Tone, toneWord, verdictDetail } from './verdict.js';

/** Rows of findings shown in one summary; the rest is counted (CI job summaries have a size limit). */
const MAX_ROWS = 100;

/** A summary for a CI job or a merge request: verdict, steps, items, then the findings in one table. */
export function renderMarkdown(result: RunResult, options: ReportOptions): string {
  const { language } = options;
  const shown = prepareResult(result, options);
  const { items, others } = arrangeFindings(shown);
  const verdict = `**${sign(shown.outcome)} ${OUTCOME_WORDS[shown.outcome][language]}**`;
  const blocks = [
    `# ${escapeText(shown.title[language])}`,
    `${verdict}${LABELS.colon[language]}${escapeText(verdictDetail(shown, language))}`,
    ...(shown.incomplete ? [`> ${LABELS.incomplete[language]}`] : []),
    ...stepsBlocks(shown, options),
    ...itemsBlocks(items, options),
    ...findingsBlocks([...items.flatMap(({ failed }) => failed), ...others], options),
    ...undecidedBlocks(items, options),
    ...suppressionsBlocks(shown, language),
    ...outsideBlocks(shown, language),
    footer(shown, options),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const sign = (outcome: keyof typeof OUTCOME_SIGNS) => OUTCOME_SIGNS[outcome];

function stepsBlocks(result: RunResult, { language }: ReportOptions): string[] {
  if (result.steps.length === 0) return [];
  const label = labelsIn(language);
  const rows = stepsByScenario(result).flatMap(({ scenario, from, steps }) => [
    ...(scenario ? [['', `**${escapeText(scenario.title[language])}**`, '', scenarioNote(scenario, language)]] : []),
    ...steps.map((step, at) => {
      const note = escapeText(stepNote(step, language));
      return [`${from + at}`, escapeText(step.title[language]), outcomeCell(step.outcome, language), note];
    }),
  ]);
  return [`## ${label('steps')}`, table(['', label('step'), label('outcome'), label('reason')], rows)];
}

function scenarioNote(scenario: RecordedScenario, language: Language): string {
  return escapeText(scenarioNotes(scenario, language).join(' ; '));
}

function outcomeCell(tone: Tone, language: 'fr' | 'en'): string {
  return `${TONE_SIGNS[tone]} ${toneWord(tone)[language]}`;
}

function itemsBlocks(items: readonly ArrangedItem[], { language }: ReportOptions): string[] {
  if (items.length === 0) return [];
  const label = labelsIn(language);
  const rows = items
    .slice(0, MAX_ROWS)
    .map(({ item }) => [
      escapeText(item.title),
      outcomeCell(itemTone(item), language),
      escapeText(item.packs.join(', ') || label('noPack')),
      escapeText(item.reason?.[language] ?? ''),
    ]);
  const block = table([label('item'), label('outcome'), label('pack'), label('reason')], rows);
  const rest = items.length - rows.length;
  return [`## ${label('items')}`, block, ...(rest > 0 ? [`… + ${countOf(rest, NOUNS.item, language)}`] : [])];
}

function findingsBlocks(groups: readonly RuleFindings[], { language }: ReportOptions): string[] {
  const label = labelsIn(language);
  const all = groups.flatMap(({ rule, findings }) => findings.map((finding) => ({ rule, finding })));
  if (all.length === 0) return [];
  const rows = all.slice(0, MAX_ROWS).map(({ rule, finding }) => findingRow(finding, rule, language));
  const rest = all.length - rows.length + groups.reduce((sum, group) => sum + group.unlisted, 0);
  const block = table([label('severity'), label('message'), label('place'), label('rule')], rows);
  return [`## ${label('findings')}`, block, ...(rest > 0 ? [`… + ${countOf(rest, NOUNS.more, language)}`] : [])];
}

function findingRow(finding: Finding, rule: RuleEntry | undefined, language: 'fr' | 'en'): string[] {
  const provoked = finding.provoked ? `<br>${LABELS.provoked[language]}` : '';
  const suppressed = finding.suppressed ? `<br>${escapeText(suppressionNote(finding.suppressed, language))}` : '';
  const repair = rule ? `<br>${escapeText(rule.repair[language])}` : '';
  const { line, column } = finding.location;
  return [
    SEVERITY_WORDS[finding.severity][language],
    `${escapeText(messageOf(finding, rule, language))}${repair}${provoked}${suppressed}`,
    `${escapeText(describePath(finding.location))} (${line}:${column})`,
    escapeText(finding.ruleId),
  ];
}

function undecidedBlocks(items: readonly ArrangedItem[], { language }: ReportOptions): string[] {
  const rows = items.flatMap(({ item }) =>
    item.rules
      .filter((rule) => rule.outcome === 'cantTell')
      .map((rule) => [escapeText(item.title), escapeText(rule.ruleId), escapeText(rule.reason?.[language] ?? '')]),
  );
  if (rows.length === 0) return [];
  const label = labelsIn(language);
  const block = table([label('item'), label('rule'), label('reason')], rows.slice(0, MAX_ROWS));
  const rest = rows.length - MAX_ROWS;
  return [`## ${label('undecided')}`, block, ...(rest > 0 ? [`… + ${rest}`] : [])];
}

function footer(result: RunResult, { language, showValues }: ReportOptions): string {
  const label = labelsIn(language);
  const packs = result.packs
    .map((pack) => `${pack.id}@${pack.version} (sha256 ${pack.digest.slice(0, 16)}…)`)
    .join(', ');
  const lines = [
    `${label('rules')}${label('colon')}${describeShares(ruleShares(result.items, language))}`,
    `${label('packs')}${label('colon')}${escapeText(packs === '' ? label('noPack') : packs)}`,
    `Épreuve ${escapeText(result.tool.version)}`,
    showValues ? label('unmasked') : label('masked'),
  ];
  return lines.join('<br>\n');
}
