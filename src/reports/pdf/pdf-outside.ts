import type { Outcome, RunResult } from '../../core/index.js';
import { OUTCOME_SIGNS, OUTCOME_WORDS } from '../labels.js';
import { describeReport } from '../outside/describe-report.js';
import { OUTSIDE_LABELS } from '../outside/outside-words.js';
import type { ReportOptions } from '../types.js';
import { SIZE, SOFT } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

/** Reports of other tools beside ours: what both found, what only one did. */
export function writeOutside(writer: PdfWriter, result: RunResult, { language }: ReportOptions): void {
  const reports = result.outsideReports ?? [];
  if (reports.length === 0) return;
  const verdict = (outcome: Outcome) => `${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`;
  writer.heading(OUTSIDE_LABELS.title[language], 2);
  writer.paragraph(OUTSIDE_LABELS.note[language], { size: SIZE.small, colour: SOFT });
  for (const report of reports) {
    const { title, theirs, ours, agreement, note, link, sections } = describeReport(result, report, language);
    writer.heading(title, 3);
    writer.facts([
      [OUTSIDE_LABELS.theirs[language], verdict(theirs)],
      [OUTSIDE_LABELS.ours[language], `${verdict(ours)} – ${agreement}`],
      [OUTSIDE_LABELS.link[language], link],
    ]);
    if (note !== undefined) writer.paragraph(note, { size: SIZE.small, colour: SOFT });
    for (const section of sections) {
      writer.ensureRoom(50);
      writer.paragraph(section.title, { font: 'bold', after: 2 });
      writer.bullets(section.lines);
    }
  }
}
