import type { Outcome, RunResult } from '../../core/index.js';
import { LABELS, OUTCOME_SIGNS, OUTCOME_WORDS } from '../labels.js';
import { describeReport } from '../outside/describe-report.js';
import { OUTSIDE_LABELS } from '../outside/outside-words.js';
import type { TextContext } from './finding-text.js';
import { wrap } from './wrap.js';

/** What other tools said, beside ours: both, us only, them only. */
export function outsideText(result: RunResult, { language, palette }: TextContext): string[] {
  const reports = result.outsideReports ?? [];
  if (reports.length === 0) return [];
  const colon = LABELS.colon[language];
  const verdict = (outcome: Outcome) =>
    palette.outcome[outcome](`${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`);
  const told = reports.flatMap((report) => {
    const { title, theirs, ours, agreement, note, link, sections } = describeReport(result, report, language);
    return [
      '',
      `  ${title}`,
      `  ${OUTSIDE_LABELS.theirs[language]}${colon}${verdict(theirs)}`,
      `  ${OUTSIDE_LABELS.ours[language]}${colon}${verdict(ours)} – ${agreement}`,
      ...(note === undefined ? [] : [`  ${wrap(note, 2)}`]),
      ...(link === undefined ? [] : [`  ${OUTSIDE_LABELS.link[language]}${colon}${link}`]),
      ...sections.flatMap((section) => [`  ${section.title}`, ...section.lines.map((line) => `    ${wrap(line, 6)}`)]),
    ];
  });
  return ['', palette.bold(OUTSIDE_LABELS.title[language]), ...told];
}
