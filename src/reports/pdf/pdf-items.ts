import type { Language } from '../../core/index.js';
import { type ArrangedItem, isQuiet } from '../arrange.js';
import { labelsIn, SUBJECT_WORDS } from '../labels.js';
import type { ReportOptions } from '../types.js';
import { describeShares, itemTone, ruleShares, TONE_SIGNS, type Tone, toneWord } from '../verdict.js';
import { type PdfCell, writeTable } from './pdf-table.js';
import { SIZE, SOFT, TONE_INKS } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

/** Sign and word in the colour of the outcome. */
export function outcomeCell(tone: Tone, { language }: ReportOptions): PdfCell {
  return { text: `${TONE_SIGNS[tone]} ${toneWord(tone)[language]}`, colour: TONE_INKS[tone].ink, font: 'bold' };
}

/** Fewer than this are shown one by one: a group saves nothing. */
const SMALLEST_GROUP = 2;

/**
 * What was judged: a row an item; items that passed without a remark share a row by kind and packs, each named in it. What
 * did not pass is never grouped.
 */
export function writeItems(writer: PdfWriter, items: readonly ArrangedItem[], options: ReportOptions): void {
  const { language } = options;
  const label = labelsIn(language);
  writer.heading(label('items'), 2);
  const groups = groupQuiet(items);
  if ([...groups.values()].some((group) => group.length >= SMALLEST_GROUP)) {
    writer.paragraph(GROUPED[language], { size: SIZE.small, colour: SOFT });
  }
  const columns = [
    { title: label('outcome'), share: 17 },
    { title: label('item'), share: 38 },
    { title: label('pack'), share: 19 },
    { title: label('rules'), share: 26 },
  ];
  writeTable(
    writer,
    columns,
    [...groups.values()].map((group) => rowOf(group, options)),
  );
}

/** Groups in the order their first item was judged; an item with something to say is a group of its own. */
function groupQuiet(items: readonly ArrangedItem[]): Map<string, ArrangedItem[]> {
  const groups = new Map<string, ArrangedItem[]>();
  for (const [index, arranged] of items.entries()) {
    const { subject, packs } = arranged.item;
    const key = isPlainSuccess(arranged) ? JSON.stringify([subject, packs]) : String(index);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(arranged);
  }
  return groups;
}

function isPlainSuccess(arranged: ArrangedItem): boolean {
  const { item } = arranged;
  if (!isQuiet(arranged) || itemTone(item) !== 'passed' || item.together) return false;
  return ruleShares([item], 'en').every(
    ({ tone, count }) => count === 0 || tone === 'passed' || tone === 'inapplicable',
  );
}

function rowOf(group: readonly ArrangedItem[], options: ReportOptions): PdfCell[] {
  const { language } = options;
  const items = group.map(({ item }) => item);
  const [first] = items;
  if (!first) return [];
  const word = SUBJECT_WORDS[first.subject][language];
  const isOne = items.length < SMALLEST_GROUP;
  return [
    outcomeCell(itemTone(first), options),
    isOne ? `${first.title}\n${word}` : `${word} × ${items.length}\n${namesOf(items.map(({ title }) => title))}`,
    first.packs.join(', ') || labelsIn(language)('noPack'),
    first.reason?.[language] ?? describeShares(ruleShares(items, language)),
  ];
}

/** Every name once, with how often it stands when more than once. */
function namesOf(titles: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(([title, count]) => (count > 1 ? `${title} ×\u00a0${count}` : title)).join(', ');
}

const GROUPED: Readonly<Record<Language, string>> = {
  fr: 'Les éléments réussis sans remarque partagent une ligne par sorte ; les rapports HTML et JSON les donnent un à un. Tout autre élément a sa ligne.',
  en: 'Items that passed without a remark share a row by kind; the HTML and JSON reports give them one by one. Any other item has its own row.',
};
