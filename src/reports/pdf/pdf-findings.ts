import { describePath, type Finding, type RuleEntry } from '../../core/index.js';
import { heaviest, messageOf, type RuleFindings, sourcesOf } from '../arrange.js';
import { cropExcerpt } from '../excerpt-pieces.js';
import { countOf, labelsIn, NOUNS, SEVERITY_WORDS, TRUST_WORDS } from '../labels.js';
import { notesOf } from '../notes.js';
import type { ReportOptions } from '../types.js';
import { writeExcerpt } from './pdf-excerpt.js';
import { SEVERITY_INKS, SIZE, SOFT } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

/** Longest part of a line that is printed; the part around the fault is kept. */
const MAX_CHARACTERS = 600;

/**
 * One rule broken on one item: each place, then why it matters and how to repair it. What a rule explains is told the first
 * time only: `told` holds the rules that were.
 */
export function writeRuleFindings(
  writer: PdfWriter,
  group: RuleFindings,
  told: Set<string>,
  options: ReportOptions,
): void {
  const { language } = options;
  const label = labelsIn(language);
  const { rule, findings, unlisted } = group;
  const severity = heaviest(group);
  const title = `${SEVERITY_WORDS[severity][language]} · ${rule?.title[language] ?? group.ruleId}`;
  writer.space(4);
  writer.ensureRoom(90);
  writer.paragraph(title, { font: 'bold', colour: SEVERITY_INKS[severity].ink, after: 0 });
  writer.paragraph(group.ruleId, { font: 'mono', size: SIZE.code - 0.5, colour: SOFT });
  for (const finding of findings) writePlace(writer, finding, rule, options);
  if (unlisted > 0) writer.paragraph(countOf(unlisted, NOUNS.more, language), { colour: SOFT });
  if (!rule) return;
  if (told.has(group.ruleId)) {
    writer.paragraph(TOLD[language], { size: SIZE.small, colour: SOFT });
    return;
  }
  told.add(group.ruleId);
  writer.facts(
    [
      [label('why'), rule.why[language]],
      [label('repair'), rule.repair[language]],
      [label('source'), [sourcesOf(rule), TRUST_WORDS[rule.trust][language]].filter((text) => text !== '').join(' – ')],
    ],
    66,
  );
}

const TOLD = {
  fr: 'Pourquoi, remède et source : plus haut, à la première fois où cette règle paraît.',
  en: 'Why, repair and source: above, where this rule appears first.',
} as const;

function writePlace(writer: PdfWriter, finding: Finding, rule: RuleEntry | undefined, options: ReportOptions): void {
  const { language } = options;
  const label = labelsIn(language);
  const { location, excerpt, found, expected, constraintId, requirementIds } = finding;
  writer.paragraph(messageOf(finding, rule, language), { after: 1 });
  const place = `${label('line')} ${location.line}, ${label('column')} ${location.column} · ${describePath(location)}`;
  writer.paragraph(place, { size: SIZE.small, colour: SOFT });
  if (excerpt) writeExcerpt(writer, cropExcerpt(excerpt, MAX_CHARACTERS), location.line);
  writer.facts(
    [
      [label('found'), found === '' ? label('nothing') : found],
      [label('expected'), expected],
      [label('constraint'), constraintId],
      [label('requirements'), requirementIds?.join(', ')],
    ],
    66,
  );
  for (const note of notesOf(finding, language)) writer.paragraph(note, { size: SIZE.small, colour: SOFT });
}
