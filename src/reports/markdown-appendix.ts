import type { Language, Outcome, RunResult } from '../core/index.js';
import { labelsIn, OUTCOME_SIGNS, OUTCOME_WORDS, SEVERITY_WORDS } from './labels.js';
import { escapeText, table } from './markdown-table.js';
import { describeReport } from './outside/describe-report.js';
import { OUTSIDE_LABELS } from './outside/outside-words.js';
import { isIdle, suppressionRows } from './suppression-rows.js';

/** Entries of the suppression file and what became of them; those that suppress nothing are warnings. */
export function suppressionsBlocks(result: RunResult, language: Language): string[] {
  const label = labelsIn(language);
  const rows = suppressionRows(result, language).map((row) => [
    isIdle(row) ? `⚠ ${SEVERITY_WORDS.warning[language]}${label('colon')}${row.told}` : row.told,
    ...[row.target, row.reason, [row.author, row.requirementId].filter((part) => part).join(', '), row.expires].map(
      escapeText,
    ),
  ]);
  if (rows.length === 0) return [];
  const header = [label('state'), label('rule'), label('reason'), label('author'), label('expires')];
  return [`## ${label('suppressions')}`, table(header, rows)];
}

/** Reports of other tools beside ours: what both found, what only one did. */
export function outsideBlocks(result: RunResult, language: Language): string[] {
  const reports = result.outsideReports ?? [];
  if (reports.length === 0) return [];
  const colon = labelsIn(language)('colon');
  const verdict = (outcome: Outcome) => `${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`;
  const told = reports.flatMap((report) => {
    const { title, theirs, ours, agreement, note, link, sections } = describeReport(result, report, language);
    const facts = [
      `${OUTSIDE_LABELS.theirs[language]}${colon}${verdict(theirs)}`,
      `${OUTSIDE_LABELS.ours[language]}${colon}${verdict(ours)} – ${agreement}`,
      ...(note === undefined ? [] : [escapeText(note)]),
      ...(link === undefined ? [] : [`${OUTSIDE_LABELS.link[language]}${colon}${escapeText(link)}`]),
    ];
    return [
      `### ${escapeText(title)}`,
      facts.join('<br>\n'),
      ...sections.flatMap((section) => [
        `**${section.title}**`,
        section.lines.map((line) => `- ${escapeText(line)}`).join('\n'),
      ]),
    ];
  });
  return [`## ${OUTSIDE_LABELS.title[language]}`, ...told];
}
