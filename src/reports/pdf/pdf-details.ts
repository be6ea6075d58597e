import { isFailing, type Language, type RunResult } from '../../core/index.js';
import { type ArrangedItem, ruleTitle } from '../arrange.js';
import { LABELS, OUTCOME_SIGNS, SUBJECT_WORDS } from '../labels.js';
import { itemNotes } from '../notes.js';
import type { ReportOptions } from '../types.js';
import { writeRuleFindings } from './pdf-findings.js';
import { SIZE, SOFT, TONE_INKS } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

/** Points: a heading, its notes and the first place found stand on the same page. */
const DETAIL_ROOM = 150;

/**
 * Items with something to say: what was found, and what could not be decided. Items that passed with the same remarks at
 * the same places are told once, with their names.
 */
export function writeDetails(
  writer: PdfWriter,
  result: RunResult,
  items: readonly ArrangedItem[],
  told: Set<string>,
  options: ReportOptions,
): void {
  const { language } = options;
  const telling = items.filter((arranged) => arranged.failed.length > 0 || undecidedOf(arranged).length > 0);
  if (telling.length === 0) return;
  writer.heading(LABELS.findings[language], 2);
  for (const [first, ...others] of groupAlike(telling)) {
    if (!first) continue;
    const { item, failed } = first;
    writer.ensureRoom(DETAIL_ROOM);
    const times = others.length > 0 ? ` × ${others.length + 1}` : '';
    writer.heading(`${item.title} – ${SUBJECT_WORDS[item.subject][language]}${times}`, 3);
    const notes = [
      ...itemNotes(item, language),
      ...(others.length > 0 ? [alikeNote([first, ...others], language)] : []),
    ];
    for (const note of notes) writer.paragraph(note, { size: SIZE.small, colour: SOFT });
    for (const group of failed) writeRuleFindings(writer, group, told, options);
    writeUndecided(writer, result, first, language);
  }
}

const undecidedOf = ({ item }: ArrangedItem) => item.rules.filter((rule) => rule.outcome === 'cantTell');

function writeUndecided(writer: PdfWriter, result: RunResult, arranged: ArrangedItem, language: Language): void {
  const undecided = undecidedOf(arranged);
  if (undecided.length === 0) return;
  const colour = TONE_INKS.cantTell.ink;
  writer.paragraph(`${OUTCOME_SIGNS.cantTell} ${LABELS.undecided[language]}`, { font: 'bold', colour });
  writer.bullets(
    undecided.map(({ ruleId, reason }) => {
      const why = reason ? `${LABELS.colon[language]}${reason[language]}` : '';
      return `${ruleTitle(result, ruleId, language)} (${ruleId})${why}`;
    }),
  );
}

/** In the order of the first of each group. */
function groupAlike(items: readonly ArrangedItem[]): ArrangedItem[][] {
  const groups = new Map<string, ArrangedItem[]>();
  for (const [index, arranged] of items.entries()) {
    const key = remarksOf(arranged) ?? String(index);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(arranged);
  }
  return [...groups.values()];
}

/** What the page would say of it, places included; undefined for what failed, is undecided or is not counted: told alone. */
function remarksOf(arranged: ArrangedItem): string | undefined {
  const { item, failed } = arranged;
  if (item.outcome !== 'passed' || item.expected || item.suppressed || undecidedOf(arranged).length > 0)
    return undefined;
  const findings = failed.flatMap((group) => group.findings);
  if (findings.some(({ severity, provoked, suppressed }) => isFailing(severity) || provoked || suppressed))
    return undefined;
  const told = failed.map(({ ruleId, unlisted, findings: own }) => [
    ...[ruleId, unlisted],
    ...own.map(({ itemId: _item, evidenceId: _evidence, location, ...rest }) => [
      ...[location.line, location.column, location.path, location.within?.path],
      rest,
    ]),
  ]);
  return JSON.stringify([item.title, item.subject, told]);
}

/** Where it was seen: names of evidence, whose digests stand at the end. */
function alikeNote(items: readonly ArrangedItem[], language: Language): string {
  const ids = [...new Set(items.map(({ item }) => item.evidenceId))].join(', ');
  const words = {
    fr: `Constaté à l’identique dans ${items.length} éléments, preuves ${ids}.`,
    en: `Found alike in ${items.length} items, evidence ${ids}.`,
  };
  return words[language];
}
