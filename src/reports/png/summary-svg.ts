import type { Language, RunResult } from '../../core/index.js';
import { type CheckGroup, checksOf } from '../checks.js';
import { labelsIn, OUTCOME_SIGNS, OUTCOME_WORDS, toReadableTime } from '../labels.js';
import { suppressionNote } from '../notes.js';
import { INK, LINE, SOFT, TONE_INKS } from '../pdf/pdf-theme.js';
import { prepareResult } from '../prepare.js';
import { runDate } from '../run-date.js';
import type { ReportOptions } from '../types.js';
import { itemShares, ruleShares, type Share, stepShares, TONE_SIGNS, type Tone, verdictDetail } from '../verdict.js';
import { fitText, line, wrapText } from './svg-text.js';

export const WIDTH = 1000;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;

/** Lines of problems shown; the rest is counted. */
const MAX_PROBLEMS = 8;

/** The verdict, what it rests on and the first problems, as one picture. Families `sans` and `mono` are given to it. */
export function summarySvg(result: RunResult, options: ReportOptions): string {
  const { language } = options;
  const shown = prepareResult(result, options);
  const parts: string[] = [];
  let y = MARGIN + 14;
  parts.push(line('Épreuve', MARGIN, y, { size: 18, weight: 700, colour: INK }));
  parts.push(line(labelsIn(language)('report'), MARGIN + 84, y, { size: 16, colour: SOFT }));
  y += 14;
  for (const text of wrapText(shown.title[language], INNER, 30, 2)) {
    y += 36;
    parts.push(line(text, MARGIN, y, { size: 30, weight: 700, colour: INK }));
  }
  y = drawVerdict(parts, shown, language, y + 26);
  const shares: [string, Share[]][] = [
    [labelsIn(language)('items'), itemShares(shown.items, language)],
    [labelsIn(language)('rules'), ruleShares(shown.items, language)],
  ];
  if (shown.steps.length > 0) shares.unshift([labelsIn(language)('steps'), stepShares(shown, language)]);
  for (const [title, own] of shares) y = drawShares(parts, title, own, y + 34);
  y = drawProblems(parts, checksOf(shown, language), language, y + 20);
  y = drawFoot(parts, shown, language, y + 20);
  const height = y + 30;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function drawVerdict(parts: string[], result: RunResult, language: Language, top: number): number {
  const { outcome } = result;
  const { ink, ground } = TONE_INKS[outcome];
  const detail = `${verdictDetail(result, language)}${result.incomplete ? ` ${labelsIn(language)('incomplete')}` : ''}`;
  const lines = wrapText(detail, INNER - 64, 18, 4);
  const height = 78 + lines.length * 26;
  parts.push(`<rect x="${MARGIN}" y="${top}" width="${INNER}" height="${height}" rx="6" fill="${ground}"/>`);
  parts.push(`<rect x="${MARGIN}" y="${top}" width="8" height="${height}" fill="${ink}"/>`);
  const word = `${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`;
  parts.push(line(word, MARGIN + 32, top + 50, { size: 32, weight: 700, colour: ink }));
  for (const [index, text] of lines.entries()) {
    parts.push(line(text, MARGIN + 32, top + 82 + index * 26, { size: 18, colour: INK }));
  }
  return top + height;
}

function drawShares(parts: string[], title: string, shares: readonly Share[], top: number): number {
  parts.push(line(title, MARGIN, top, { size: 15, weight: 700, colour: SOFT }));
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  let x = MARGIN;
  parts.push(`<rect x="${MARGIN}" y="${top + 10}" width="${INNER}" height="10" rx="2" fill="${LINE}"/>`);
  for (const { tone, count } of shares) {
    const width = total === 0 ? 0 : Math.round((INNER * count * 100) / total) / 100;
    if (count > 0)
      parts.push(`<rect x="${x}" y="${top + 10}" width="${width}" height="10" fill="${TONE_INKS[tone].ink}"/>`);
    x += width;
  }
  const words = shares.map(({ word, count }) => `${word} ${count}`).join('  ·  ');
  const lines = wrapText(words, INNER, 16, 2);
  for (const [index, text] of lines.entries()) {
    parts.push(line(text, MARGIN, top + 44 + index * 22, { size: 16, colour: INK }));
  }
  return top + 22 + lines.length * 22;
}

/** What failed, then what could not be decided, then what is suppressed and why: rule and item, never a value. */
function drawProblems(parts: string[], groups: readonly CheckGroup[], language: Language, top: number): number {
  const problems = problemsOf(groups, language);
  let y = top;
  for (const { tone, text } of problems.slice(0, MAX_PROBLEMS)) {
    y += 28;
    const { ink } = TONE_INKS[tone];
    parts.push(line(TONE_SIGNS[tone], MARGIN, y, { size: 17, weight: 700, colour: ink }));
    // A reason must be readable: it may take a second line.
    const lines = tone === 'suppressed' ? wrapText(text, INNER - 28, 17, 2) : [fitText(text, INNER - 28, 17)];
    for (const [index, own] of lines.entries())
      parts.push(line(own, MARGIN + 28, y + index * 24, { size: 17, colour: INK }));
    y += (lines.length - 1) * 24;
  }
  const rest = problems.length - MAX_PROBLEMS;
  if (rest <= 0) return y;
  parts.push(line(`… + ${rest}`, MARGIN + 28, y + 28, { size: 17, colour: SOFT }));
  return y + 28;
}

interface Problem {
  readonly tone: Tone;
  readonly text: string;
}

function problemsOf(groups: readonly CheckGroup[], language: Language): Problem[] {
  const told = groups
    .filter(({ kind }) => kind !== 'verdict')
    .flatMap(({ kind, title, checks }) =>
      checks.flatMap(({ outcome, title: own, findings }): Problem[] => [
        { tone: outcome, text: kind === 'item' && own !== title ? `${own} – ${title}` : own },
        ...findings.flatMap(({ suppressed }): Problem[] =>
          suppressed ? [{ tone: 'suppressed', text: `${own} – ${suppressionNote(suppressed, language)}` }] : [],
        ),
      ]),
    );
  return (['failed', 'cantTell', 'suppressed'] as const).flatMap((word) => told.filter(({ tone }) => tone === word));
}

function drawFoot(parts: string[], result: RunResult, language: Language, top: number): number {
  const date = runDate(result);
  const packs = result.packs.map(({ id, version }) => `${id}@${version}`).join(', ');
  const facts = [
    `Épreuve ${result.tool.version}`,
    packs || labelsIn(language)('noPack'),
    date && toReadableTime(date, language),
  ];
  parts.push(`<rect x="${MARGIN}" y="${top}" width="${INNER}" height="1" fill="${LINE}"/>`);
  const text = facts.filter((fact) => fact).join('   ·   ');
  parts.push(line(fitText(text, INNER, 14), MARGIN, top + 26, { size: 14, colour: SOFT }));
  return top + 26;
}
