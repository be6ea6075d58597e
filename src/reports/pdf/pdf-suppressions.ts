import type { RunResult } from '../../core/index.js';
import { labelsIn, SEVERITY_WORDS } from '../labels.js';
import { isIdle, suppressionRows } from '../suppression-rows.js';
import type { ReportOptions } from '../types.js';
import { writeTable } from './pdf-table.js';
import { SEVERITY_INKS } from './pdf-theme.js';
import type { PdfWriter } from './pdf-writer.js';

/** Entries of the suppression file and what became of them; those that suppress nothing are warnings. */
export function writeSuppressions(writer: PdfWriter, result: RunResult, { language }: ReportOptions): void {
  const rows = suppressionRows(result, language);
  if (rows.length === 0) return;
  const label = labelsIn(language);
  writer.heading(label('suppressions'), 2);
  const columns = [
    { title: label('state'), share: 22 },
    { title: label('rule'), share: 26 },
    { title: label('reason'), share: 30 },
    { title: label('author'), share: 22 },
  ];
  const cells = rows.map((row) => {
    const { told, target, reason, author, expires, requirementId } = row;
    const state = isIdle(row)
      ? { text: `${SEVERITY_WORDS.warning[language]}${label('colon')}${told}`, colour: SEVERITY_INKS.warning.ink }
      : told;
    const until = expires && `${label('expires')}${label('colon')}${expires}`;
    return [state, target, reason, [author, until, requirementId].filter((part) => part).join('\n')];
  });
  writeTable(writer, columns, cells);
}
