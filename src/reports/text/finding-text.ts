import { describePath, type Finding, isFailing, type Language, type RuleEntry } from '../../core/index.js';
import { heaviest, messageOf, type RuleFindings, sourcesOf } from '../arrange.js';
import { cropExcerpt } from '../excerpt-pieces.js';
import { countOf, LABELS, type LabelKey, labelsIn, NOUNS, SEVERITY_WORDS } from '../labels.js';
import { notesOf, suppressionNote } from '../notes.js';
import type { Palette } from './palette.js';
import { WIDTH, wrap } from './wrap.js';

export interface TextContext {
  readonly language: Language;
  readonly palette: Palette;
}

/** One rule broken on one item: its title, each place, then once why it matters and how to repair it. */
export function ruleFindingsText(group: RuleFindings, context: TextContext): string[] {
  const { language, palette } = context;
  const severity = heaviest(group);
  const word = palette.severity[severity](SEVERITY_WORDS[severity][language].toUpperCase());
  // An observation asks for nothing: one line a place, and `epreuve explain` has the rest.
  if (severity === 'information') return group.findings.map((finding) => findingLine(finding, group.rule, context));
  const title = group.rule?.title[language] ?? '';
  const lines = ['', `  ${word}  ${palette.bold(group.ruleId)}  ${title}`.trimEnd()];
  for (const finding of group.findings) lines.push(...placeText(finding, group.rule, context));
  if (group.unlisted > 0) lines.push('', `    ${countOf(group.unlisted, NOUNS.more, language)}`);
  if (group.rule) lines.push('', ...adviceText(group.rule, context));
  return lines;
}

function placeText(finding: Finding, rule: RuleEntry | undefined, context: TextContext): string[] {
  const { language, palette } = context;
  const label = labelsIn(language);
  const { location, found, expected } = finding;
  const place = `${label('line')} ${location.line}, ${label('column')} ${location.column}`;
  const lines = [
    '',
    `    ${wrap(messageOf(finding, rule, language), 4)}`,
    `    ${palette.dim(`${place} · ${describePath(location)}`)}`,
    ...excerptText(finding, palette),
  ];
  const values: [LabelKey, string | undefined][] = [
    ['found', found === '' ? label('nothing') : found],
    ['expected', expected],
    ['constraint', finding.constraintId],
    ['requirements', finding.requirementIds?.join(', ')],
  ];
  for (const [key, value] of values) if (value !== undefined && value !== '') lines.push(row(label(key), value));
  for (const note of notesOf(finding, language)) lines.push(`    ${palette.dim(wrap(note, 4))}`);
  return lines;
}

function excerptText(finding: Finding, palette: Palette): string[] {
  if (!finding.excerpt) return [];
  const gutter = String(finding.location.line).padStart(6);
  const { text, start, length } = cropExcerpt(finding.excerpt, WIDTH - gutter.length - 4);
  const caret = '^'.repeat(Math.max(1, length));
  return [
    '',
    `${palette.dim(`${gutter} │`)} ${text}`,
    `${palette.dim(`${' '.repeat(gutter.length)} │`)} ${' '.repeat(start)}${palette.fault(caret)}`,
    '',
  ];
}

function adviceText(rule: RuleEntry, { language }: TextContext): string[] {
  const label = labelsIn(language);
  const lines = [row(label('why'), rule.why[language]), row(label('repair'), rule.repair[language])];
  const urls = rule.spec.flatMap(({ url }) => (url === undefined ? [] : [url]));
  const source = [sourcesOf(rule), ...urls].filter((text) => text !== '').join(' ');
  return source === '' ? lines : [...lines, row(label('source'), source)];
}

const LABEL_WIDTH = 11;

function row(label: string, value: string): string {
  return `    ${label.padEnd(LABEL_WIDTH)} ${wrap(value, LABEL_WIDTH + 5)}`;
}

/** One finding on one line, for brief reports. */
export function findingLine(finding: Finding, rule: RuleEntry | undefined, { language, palette }: TextContext): string {
  const word = SEVERITY_WORDS[finding.severity][language].toLowerCase();
  const paint =
    palette.severity[
      isFailing(finding.severity) && (finding.provoked || finding.suppressed) ? 'information' : finding.severity
    ];
  const { line, column } = finding.location;
  const provoked = finding.provoked ? ` (${LABELS.provoked[language].toLowerCase()})` : '';
  const suppressed = finding.suppressed ? ` (${suppressionNote(finding.suppressed, language)})` : '';
  return `  ${line}:${column}  ${paint(word)}  ${messageOf(finding, rule, language)}  ${palette.dim(finding.ruleId)}${provoked}${suppressed}`;
}
