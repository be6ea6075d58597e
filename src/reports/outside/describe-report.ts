import {
  describePath,
  type Finding,
  type Language,
  type Outcome,
  type OutsideFinding,
  type OutsideReport,
  type RunResult,
} from '../../core/index.js';
import { messageOf, ruleOf } from '../arrange.js';
import { LABELS, SEVERITY_WORDS } from '../labels.js';
import { MASK } from '../masking.js';
import { agreementOf } from './agreement.js';
import { compareOutside } from './compare.js';
import { FORMAT_WORDS, OUTSIDE_LABELS, outsidePlace } from './outside-words.js';

/** A report of another tool beside ours, in words: for text, Markdown and PDF. */
export interface OutsideDescription {
  readonly title: string;
  readonly theirs: Outcome;
  readonly ours: Outcome;
  readonly agreement: string;
  readonly note?: string;
  readonly link?: string;
  /** Sections that hold something. */
  readonly sections: readonly OutsideSection[];
}

export interface OutsideSection {
  readonly title: string;
  /** At most `MAX_LINES`, then how many more. */
  readonly lines: readonly string[];
}

/** Lines of one section shown; the rest is counted. */
const MAX_LINES = 50;

/** The result must be prepared (masked, printable). */
export function describeReport(result: RunResult, report: OutsideReport, language: Language): OutsideDescription {
  const comparison = compareOutside(result, report);
  const { both, oursOnly, theirsOnly, ours } = comparison;
  const shared = both.map(({ ours: own, theirs, sameSeverity }) => {
    const differs = sameSeverity ? '' : ` (${OUTSIDE_LABELS.severityDiffers[language]})`;
    const rules = [...new Set(own.map(({ ruleId }) => ruleId))].join(', ');
    return `${theirsLine(theirs, language)} = ${rules}${differs}`;
  });
  return {
    title: [FORMAT_WORDS[report.format], report.tool, report.evidenceId].filter((part) => part).join(' · '),
    theirs: report.outcome,
    ours,
    agreement: agreementOf(comparison)[language],
    ...(report.note && { note: report.note[language] }),
    ...(report.link !== undefined && { link: report.link }),
    sections: [
      ...section(OUTSIDE_LABELS.both[language], shared),
      ...section(
        OUTSIDE_LABELS.oursOnly[language],
        oursOnly.map((finding) => oursLine(finding, result, language)),
      ),
      ...section(
        OUTSIDE_LABELS.theirsOnly[language],
        theirsOnly.map((finding) => theirsLine(finding, language)),
        report.unlisted,
      ),
    ],
  };
}

function section(title: string, lines: readonly string[], unlisted = 0): OutsideSection[] {
  const count = lines.length + unlisted;
  if (count === 0) return [];
  const rest = count - Math.min(lines.length, MAX_LINES);
  return [
    { title: `${title} (${count})`, lines: [...lines.slice(0, MAX_LINES), ...(rest > 0 ? [`… + ${rest}`] : [])] },
  ];
}

function oursLine(finding: Finding, result: RunResult, language: Language): string {
  const message = messageOf(finding, ruleOf(result, finding.ruleId), language);
  const place = `${LABELS.line[language]} ${finding.location.line}, ${describePath(finding.location)}`;
  return `${SEVERITY_WORDS[finding.severity][language]} – ${message} [${place}] ${finding.ruleId}`;
}

function theirsLine(finding: OutsideFinding, language: Language): string {
  const { severity, undecided, description, id } = finding;
  const word = undecided ? OUTSIDE_LABELS.notChecked[language] : SEVERITY_WORDS[severity][language];
  const told = description === MASK ? '' : description;
  return [word, '–', told, `[${outsidePlace(finding, language)}]`, id].filter((part) => part).join(' ');
}
