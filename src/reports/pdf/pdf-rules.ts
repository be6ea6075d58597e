import type { Language, RunResult } from '../../core/index.js';
import { ruleOf } from '../arrange.js';
import { HTML_LABELS } from '../html/html-labels.js';
import { LABELS } from '../labels.js';
import { type RuleShares, shareOfRules } from '../rule-shares.js';
import type { ReportOptions } from '../types.js';
import { describeShares } from '../verdict.js';
import { writeTable } from './pdf-table.js';
import { INK, SIZE, SOFT, TONE_INKS } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

/**
 * Every rule that was run, with all its outcomes: a row for each that found something or could not conclude; those that
 * only passed, or had nothing to look at, are named one after another.
 */
export function writeRules(writer: PdfWriter, result: RunResult, options: ReportOptions): void {
  const { language } = options;
  const rows = shareOfRules(result, language);
  if (rows.length === 0) return;
  writer.heading(HTML_LABELS.allRules[language], 2);
  writer.paragraph(HTML_LABELS.allRulesNote[language], { size: SIZE.small, colour: SOFT });
  const telling = rows.filter((row) => kindOf(row) === undefined);
  if (telling.length > 0) writeTelling(writer, result, telling, options);
  for (const kind of KINDS) {
    const own = rows.filter((row) => kindOf(row) === kind);
    if (own.length === 0) continue;
    const { ink } = TONE_INKS[kind === 'inapplicable' ? 'inapplicable' : 'passed'];
    writer.ensureRoom(70);
    writer.space(4);
    writer.paragraph(`${QUIET_WORDS[kind][language]} (${own.length})`, { font: 'bold', colour: ink });
    const names = own.map((row) => nameOf(row, kind, result, language));
    // One paragraph a few names: a reader of screens stops between them, and pages break where they may.
    for (let at = 0; at < names.length; at += NAMES_A_PARAGRAPH) {
      const text = names.slice(at, at + NAMES_A_PARAGRAPH).join(' · ');
      writer.paragraph(text, { size: SIZE.small, colour: INK, after: 2 });
    }
  }
}

const NAMES_A_PARAGRAPH = 12;
const KINDS = ['passed', 'mixed', 'inapplicable'] as const;
type Kind = (typeof KINDS)[number];

/** Undefined: something to tell, or a rule that was not run. */
function kindOf({ shares }: RuleShares): Kind | undefined {
  const tones = new Set(shares.map(({ tone }) => tone));
  const has = { passed: tones.delete('passed'), inapplicable: tones.delete('inapplicable') };
  if (tones.size > 0) return undefined;
  if (has.passed) return has.inapplicable ? 'mixed' : 'passed';
  return has.inapplicable ? 'inapplicable' : undefined;
}

function nameOf({ ruleId, shares }: RuleShares, kind: Kind, result: RunResult, language: Language): string {
  const title = ruleOf(result, ruleId)?.title[language] ?? ruleId;
  const times = shares[0]?.count ?? 0;
  const counts = kind === 'mixed' ? describeShares(shares) : times > 1 ? `× ${times}` : '';
  return `${title} (${ruleId}${counts === '' ? '' : `\u00a0: ${counts}`})`;
}

function writeTelling(writer: PdfWriter, result: RunResult, rows: readonly RuleShares[], { language }: ReportOptions) {
  const columns = [
    { title: LABELS.outcome[language], share: 25 },
    { title: LABELS.rule[language], share: 45 },
    { title: '', share: 30, font: 'mono' as const },
  ];
  const cells = rows.map(({ ruleId, shares }) => {
    const [first] = shares;
    const colour = shares.length === 1 && first ? TONE_INKS[first.tone].ink : undefined;
    const outcome = { text: describeShares(shares), ...(colour !== undefined && { colour }) };
    return [outcome, ruleOf(result, ruleId)?.title[language] ?? ruleId, ruleId];
  });
  writeTable(writer, columns, cells);
}

const QUIET_WORDS: Readonly<Record<Kind, Readonly<Record<Language, string>>>> = {
  passed: { fr: '✓ Réussies chaque fois', en: '✓ Passed each time' },
  mixed: { fr: '✓ Réussies là où elles avaient un objet', en: '✓ Passed wherever they applied' },
  inapplicable: {
    fr: '– Sans objet chaque fois : rien n’a été vérifié',
    en: '– Not applicable each time: nothing was checked',
  },
};
