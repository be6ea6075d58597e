import type { RunResult } from '../../core/index.js';
import { arrangeFindings } from '../arrange.js';
import { LABELS, labelsIn, OUTCOME_SIGNS, OUTCOME_WORDS, toReadableTime } from '../labels.js';
import { neededFonts } from '../needed-fonts.js';
import { prepareResult } from '../prepare.js';
import { runDate } from '../run-date.js';
import { scopeOf } from '../scope.js';
import { scenarioNotes, stepNote, stepsByScenario } from '../step-notes.js';
import type { ReportOptions } from '../types.js';
import { itemShares, ruleShares, stepShares, verdictDetail } from '../verdict.js';
import { writeEvidence, writeHandshakes, writePacks } from './pdf-appendix.js';
import { writeDetails } from './pdf-details.js';
import { writeRuleFindings } from './pdf-findings.js';
import { outcomeCell, writeItems } from './pdf-items.js';
import { writeOutside } from './pdf-outside.js';
import { writeRules } from './pdf-rules.js';
import { writeSuppressions } from './pdf-suppressions.js';
import { writeTable } from './pdf-table.js';
import { SIZE, SOFT, TONE_INKS } from './pdf-theme.js';
import { writeShares, writeVerdict } from './pdf-verdict.js';
import { PdfWriter } from './pdf-writer.js';

/**
 * The whole result on tagged A4 pages, fonts embedded. Its date is that of the evidence, so the same result gives the
 * same bytes. Throws `font-missing` when the caller gave no font.
 */
export function renderPdf(result: RunResult, options: ReportOptions): Uint8Array {
  const shown = prepareResult(result, options);
  const { language } = options;
  const writer = new PdfWriter({
    title: `${shown.title[language]} – Épreuve`,
    language,
    fonts: neededFonts(options),
    createdAt: runDate(shown),
    footer: `Épreuve ${shown.tool.version} · ${shown.title[language]}`,
  });
  const { items, others } = arrangeFindings(shown);
  writeHead(writer, shown, options);
  writeSteps(writer, shown, options);
  writeItems(writer, items, options);
  const told = new Set<string>();
  writeDetails(writer, shown, items, told, options);
  if (others.length > 0) {
    writer.heading(LABELS.otherFindings[language], 2);
    for (const group of others) writeRuleFindings(writer, group, told, options);
  }
  writeSuppressions(writer, shown, options);
  writeOutside(writer, shown, options);
  writeHandshakes(writer, shown, options);
  writeRules(writer, shown, options);
  writePacks(writer, shown, options);
  writeEvidence(writer, shown, options);
  return writer.toBytes();
}

function writeHead(writer: PdfWriter, result: RunResult, options: ReportOptions): void {
  const { language } = options;
  const label = labelsIn(language);
  writer.paragraph(`Épreuve · ${label('report')}`, { size: SIZE.small, colour: SOFT });
  writer.heading(result.title[language], 1);
  writeVerdict(writer, {
    tone: result.outcome,
    sign: OUTCOME_SIGNS[result.outcome],
    word: OUTCOME_WORDS[result.outcome][language],
    sentence: verdictDetail(result, language),
  });
  if (result.incomplete) writer.paragraph(label('incomplete'), { colour: TONE_INKS.cantTell.ink, font: 'bold' });
  if (result.steps.length > 0) writeShares(writer, label('steps'), stepShares(result, language));
  writeShares(writer, label('items'), itemShares(result.items, language));
  writeShares(writer, label('rules'), ruleShares(result.items, language));
  const { tested, notChecked } = scopeOf(result, language);
  writer.facts([
    [label('tested'), tested || undefined],
    [label('notChecked'), notChecked.join('\n')],
    [label('started'), result.startedAt && toReadableTime(result.startedAt, language)],
    [label('ended'), result.endedAt && toReadableTime(result.endedAt, language)],
    [label('tool'), `Épreuve ${result.tool.version}`],
    [label('packs'), result.packs.map((pack) => `${pack.id}@${pack.version}`).join(', ') || label('noPack')],
  ]);
  writer.paragraph(options.showValues ? label('unmasked') : label('masked'), { size: SIZE.small, colour: SOFT });
}

function writeSteps(writer: PdfWriter, result: RunResult, options: ReportOptions): void {
  if (result.steps.length === 0) return;
  const { language } = options;
  const label = labelsIn(language);
  writer.heading(label('steps'), 2);
  const columns = [
    { title: '', share: 5 },
    { title: label('step'), share: 38 },
    { title: label('outcome'), share: 17 },
    { title: label('reason'), share: 40 },
  ];
  for (const { scenario, from, steps } of stepsByScenario(result)) {
    if (scenario) writer.heading(scenario.title[language], 3);
    for (const note of scenario ? scenarioNotes(scenario, language) : []) {
      writer.paragraph(note, { size: SIZE.small, colour: SOFT });
    }
    const rows = steps.map((step, at) => {
      const requirements = step.requirementIds.length > 0 ? ` [${step.requirementIds.join(', ')}]` : '';
      const outcome = outcomeCell(step.outcome, options);
      return [`${from + at}`, `${step.title[language]}${requirements}`, outcome, stepNote(step, language)];
    });
    writeTable(writer, columns, rows);
  }
}
