import type { Language, Outcome, RecordedScenario, RunResult, SubjectKind } from '../../core/index.js';
import { type ArrangedItem, arrangeFindings, isQuiet, type RuleFindings } from '../arrange.js';
import { factWords } from '../fact-words.js';
import { LABELS, labelsIn, OUTCOME_SIGNS, OUTCOME_WORDS, SUBJECT_WORDS, toReadableTime } from '../labels.js';
import { itemNotes } from '../notes.js';
import { prepareResult } from '../prepare.js';
import { scenarioNotes, stepNote, stepsByScenario } from '../step-notes.js';
import type { ReportOptions } from '../types.js';
import {
  describeShares,
  itemShares,
  itemTone,
  ruleShares,
  TONE_SIGNS,
  TONES,
  type Tone,
  toneWord,
  verdictDetail,
} from '../verdict.js';
import { findingLine, ruleFindingsText, type TextContext } from './finding-text.js';
import { outsideText } from './outside-text.js';
import { paletteFor } from './palette.js';
import { suppressionsText } from './suppressions-text.js';
import { wrap } from './wrap.js';

/** For a terminal: every item with what was found, then what was counted, then the verdict in one sentence. */
export function renderText(result: RunResult, options: ReportOptions): string {
  const shown = prepareResult(result, options);
  const context: TextContext = { language: options.language, palette: paletteFor(options.colour ?? false) };
  const { items, others } = arrangeFindings(shown);
  const lines = options.brief
    ? [...items.flatMap((item) => briefItem(item, context)), ...briefGroups(others, context)]
    : [
        ...headText(shown, context),
        ...stepsText(shown, context),
        ...itemsText(items, context),
        ...othersText(others, context),
        ...outsideText(shown, context),
        ...suppressionsText(shown, context),
        ...countsText(shown, options, context),
      ];
  return `${[...lines, verdictText(shown, context)].join('\n').replace(/^\n+/, '')}\n`;
}

function headText(result: RunResult, { language, palette }: TextContext): string[] {
  const { startedAt, tool } = result;
  const when = startedAt === undefined ? '' : ` · ${toReadableTime(startedAt, language)}`;
  return [palette.bold(result.title[language]), palette.dim(`Épreuve ${tool.version}${when}`)];
}

function stepsText(result: RunResult, context: TextContext): string[] {
  if (result.steps.length === 0) return [];
  const { language, palette } = context;
  const indent = wordWidth(language) + 8;
  const rows = stepsByScenario(result).flatMap(({ scenario, from, steps }) => [
    ...scenarioText(scenario, context),
    ...steps.flatMap((step, at) => {
      const title = wrap(step.title[language], indent);
      const head = `  ${String(from + at).padStart(2)}. ${word(step.outcome, context)}  ${title}`;
      const note = stepNote(step, language);
      return note === '' ? [head] : [head, `${' '.repeat(indent)}${palette.dim(wrap(note, indent))}`];
    }),
  ]);
  return ['', palette.bold(LABELS.steps[language]), ...rows];
}

function scenarioText(scenario: RecordedScenario | undefined, { language, palette }: TextContext): string[] {
  if (!scenario) return [];
  const notes = scenarioNotes(scenario, language).map((note) => `  ${palette.dim(wrap(note, 2))}`);
  return ['', `  ${scenario.title[language]} ${palette.dim(`[${scenario.id}]`)}`, ...notes];
}

/** Sign and word of an outcome, padded before colours are put on. */
function word(tone: Tone, { language, palette }: TextContext): string {
  const text = `${TONE_SIGNS[tone]} ${toneWord(tone)[language]}`;
  const paint = isOutcome(tone) ? palette.outcome[tone] : palette.dim;
  return paint(text.padEnd(wordWidth(language)));
}

function isOutcome(tone: Tone): tone is Outcome {
  return Object.hasOwn(OUTCOME_WORDS, tone);
}

/** A longer word pushes its own title aside, not those of every item. */
const COLUMN_TONES = TONES.filter((tone) => tone !== 'suppressed' && tone !== 'warning');

function wordWidth(language: Language): number {
  return 2 + Math.max(...COLUMN_TONES.map((tone) => toneWord(tone)[language].length));
}

/** Beyond so many, items with nothing to tell are only counted: what must be read may not drown among them. */
const MOST_QUIET = 50;

function itemsText(items: readonly ArrangedItem[], context: TextContext): string[] {
  const { language, palette } = context;
  const quiet = items.filter(isQuiet).length;
  if (quiet <= MOST_QUIET) return items.flatMap((item) => itemText(item, context));
  const count = quiet.toLocaleString(language);
  const note = {
    fr: `${count} éléments sans aucun constat ne sont pas listés ici ; les rapports html et json les montrent tous.`,
    en: `${count} items without any finding are not listed here; the html and json reports show them all.`,
  }[language];
  return [...items.flatMap((item) => (isQuiet(item) ? [] : itemText(item, context))), '', palette.dim(wrap(note, 0))];
}

function itemText({ item, failed }: ArrangedItem, context: TextContext): string[] {
  const { language, palette } = context;
  const label = labelsIn(language);
  const packs = item.packs.length > 0 ? item.packs.join(', ') : label('noPack');
  const facts = Object.entries(item.facts).flatMap(([name, value]) =>
    value === '' || isConnectionDetail(item.subject, name) ? [] : [factWords(name, value, language).join(' ')],
  );
  const lines = ['', `${word(itemTone(item), context)}  ${palette.bold(item.title)}`];
  lines.push(`  ${palette.dim([SUBJECT_WORDS[item.subject][language], packs, ...facts].join(' · '))}`);
  if (item.choice && item.reason?.[language] !== item.choice[language])
    lines.push(`  ${palette.dim(wrap(item.choice[language], 2))}`);
  if (item.reason) lines.push(`  ${wrap(item.reason[language], 2)}`);
  for (const note of itemNotes(item, language)) lines.push(`  ${wrap(note, 2)}`);
  for (const group of failed) lines.push(...ruleFindingsText(group, context));
  const undecided = item.rules.filter((rule) => rule.outcome === 'cantTell');
  if (undecided.length > 0) lines.push('', `  ${label('undecided')}`);
  for (const rule of undecided) {
    lines.push(`  ${palette.outcome.cantTell('?')} ${rule.ruleId}`, `    ${wrap(rule.reason?.[language] ?? '', 4)}`);
  }
  if (item.rules.length > 0)
    lines.push(
      '',
      `  ${palette.dim(`${label('rules')}${label('colon')}${describeShares(ruleShares([item], language))}`)}`,
    );
  return lines;
}

/** Of a connection a terminal shows who and how; serial numbers and fingerprints are in the other reports. */
function isConnectionDetail(subject: SubjectKind, name: string): boolean {
  if (subject === 'wire/stream') return true;
  return subject === 'wire/handshake' && !CONNECTION_FACTS.has(name);
}

const CONNECTION_FACTS: ReadonlySet<string> = new Set(['protocol', 'cipher', 'localSubject', 'peerSubject', 'failure']);

function othersText(groups: readonly RuleFindings[], context: TextContext): string[] {
  if (groups.length === 0) return [];
  const title = context.palette.bold(LABELS.otherFindings[context.language]);
  return ['', title, ...groups.flatMap((group) => ruleFindingsText(group, context))];
}

function countsText(result: RunResult, options: ReportOptions, { language, palette }: TextContext): string[] {
  const label = labelsIn(language);
  const lines = [
    '',
    palette.dim('─'.repeat(60)),
    `${label('items')}${label('colon')}${describeShares(itemShares(result.items, language))}`,
    `${label('rules')}${label('colon')}${describeShares(ruleShares(result.items, language))}`,
    ...result.packs.map(
      (pack) =>
        `${label('pack')}${label('colon')}${pack.id}@${pack.version} ${palette.dim(`sha256 ${pack.digest.slice(0, 16)}…`)}`,
    ),
  ];
  const holdsValues = result.findings.some((finding) => finding.found !== undefined || finding.excerpt);
  if (holdsValues) lines.push(palette.dim(options.showValues ? label('unmasked') : label('masked')));
  return [...lines, ''];
}

function verdictText(result: RunResult, { language, palette }: TextContext): string {
  const head = `${OUTCOME_SIGNS[result.outcome]} ${OUTCOME_WORDS[result.outcome][language]}`;
  const incomplete = result.incomplete ? ` ${LABELS.incomplete[language]}` : '';
  const detail = wrap(`${verdictDetail(result, language)}${incomplete}`, 2, head.length + 3);
  return `${palette.outcome[result.outcome](head)}${LABELS.colon[language]}${detail}`;
}

function briefItem({ item, failed }: ArrangedItem, context: TextContext): string[] {
  const { language } = context;
  const reason = item.reason ? `  ${item.reason[language]}` : '';
  return [`${word(itemTone(item), context)}  ${item.title}${reason}`, ...briefGroups(failed, context)];
}

function briefGroups(groups: readonly RuleFindings[], context: TextContext): string[] {
  return groups.flatMap(({ findings, rule }) => findings.map((finding) => findingLine(finding, rule, context)));
}
