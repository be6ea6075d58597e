import type { Finding, OutsideFinding, RunResult } from '../../core/index.js';
import { describePath } from '../../core/index.js';
import { messageOf, ruleOf } from '../arrange.js';
import { LABELS, OUTCOME_SIGNS, OUTCOME_WORDS, SEVERITY_WORDS } from '../labels.js';
import { MASK } from '../masking.js';
import { agreementOf } from '../outside/agreement.js';
import { compareOutside } from '../outside/compare.js';
import { FORMAT_WORDS, OUTSIDE_LABELS, outsidePlace } from '../outside/outside-words.js';
import type { TextContext } from './finding-text.js';
import { wrap } from './wrap.js';

/** What other tools said, beside ours: both, us only, them only. */
export function outsideText(result: RunResult, context: TextContext): string[] {
  const reports = result.outsideReports ?? [];
  if (reports.length === 0) return [];
  const { language, palette } = context;
  const lines = ['', palette.bold(OUTSIDE_LABELS.title[language])];
  for (const report of reports) {
    const comparison = compareOutside(result, report);
    const { both, oursOnly, theirsOnly, ours } = comparison;
    const verdict = (outcome: typeof ours) =>
      palette.outcome[outcome](`${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`);
    const colon = LABELS.colon[language];
    lines.push(
      '',
      `  ${[FORMAT_WORDS[report.format], report.tool, report.evidenceId].filter((part) => part).join(' · ')}`,
    );
    lines.push(`  ${OUTSIDE_LABELS.theirs[language]}${colon}${verdict(report.outcome)}`);
    lines.push(`  ${OUTSIDE_LABELS.ours[language]}${colon}${verdict(ours)} – ${agreementOf(comparison)[language]}`);
    if (report.note) lines.push(`  ${wrap(report.note[language], 2)}`);
    if (report.link !== undefined) lines.push(`  ${OUTSIDE_LABELS.link[language]}${colon}${report.link}`);
    lines.push(
      ...section(
        OUTSIDE_LABELS.both[language],
        both.map(({ ours: own, theirs, sameSeverity }) => {
          const differs = sameSeverity ? '' : ` (${OUTSIDE_LABELS.severityDiffers[language]})`;
          const rules = [...new Set(own.map(({ ruleId }) => ruleId))].join(', ');
          return `${theirsLine(theirs, context)} = ${rules}${differs}`;
        }),
      ),
    );
    lines.push(
      ...section(
        OUTSIDE_LABELS.oursOnly[language],
        oursOnly.map((finding) => oursLine(finding, result, context)),
      ),
    );
    const rest = report.unlisted > 0 ? [`… + ${report.unlisted}`] : [];
    lines.push(
      ...section(OUTSIDE_LABELS.theirsOnly[language], [
        ...theirsOnly.map((each) => theirsLine(each, context)),
        ...rest,
      ]),
    );
  }
  return lines;
}

/** Lines of one section shown; the rest is counted. */
const MAX_LINES = 50;

function section(title: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MAX_LINES).map((row) => `    ${wrap(row, 6)}`);
  const rest = rows.length - shown.length;
  return [`  ${title} (${rows.length})`, ...shown, ...(rest > 0 ? [`    … + ${rest}`] : [])];
}

function oursLine(finding: Finding, result: RunResult, { language }: TextContext): string {
  const message = messageOf(finding, ruleOf(result, finding.ruleId), language);
  const place = `${LABELS.line[language]} ${finding.location.line}, ${describePath(finding.location)}`;
  return `${SEVERITY_WORDS[finding.severity][language]} – ${message} [${place}] ${finding.ruleId}`;
}

function theirsLine(finding: OutsideFinding, { language }: TextContext): string {
  const { severity, undecided, description, id } = finding;
  const word = undecided ? OUTSIDE_LABELS.notChecked[language] : SEVERITY_WORDS[severity][language];
  const told = description === MASK ? '' : description;
  return [word, '–', told, `[${outsidePlace(finding, language)}]`, id].filter((part) => part).join(' ');
}
