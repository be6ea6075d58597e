import {
  isFailing,
  type JudgedItem,
  type Language,
  OUTCOMES,
  type Outcome,
  type OutcomeTally,
  type RuleOutcome,
  type RunResult,
  type Severity,
  type Text,
} from '../core/index.js';
import {
  countOf,
  LABELS,
  NOUNS,
  OUTCOME_SIGNS,
  OUTCOME_WORDS,
  PLANNED_FAILURE,
  PLANNED_SIGN,
  SUPPRESSED_FAILURE,
  SUPPRESSED_SIGN,
} from './labels.js';

/** What the sentence counts. Nothing is judged here: the outcome is the result's own. */
export interface Tally {
  readonly items: number;
  readonly steps: number;
  readonly failedSteps: number;
  /** Findings at `error` or `fatal`, without those provoked on purpose or suppressed. */
  readonly errors: number;
  readonly warnings: number;
  readonly provoked: number;
  /** Findings a suppression file covers, by weight: they do not fail the run, and the sentence says how many. */
  readonly suppressed: { readonly errors: number; readonly others: number };
  /** Items nobody can tell the outcome of: what no rule left undecided, a connection never opened. */
  readonly undecidedItems: number;
  /** Rule outcomes over all items. */
  readonly rules: Readonly<Record<Outcome, number>>;
}

export function tallyOf(result: RunResult): Tally {
  // Those provoked or suppressed are all listed; the others may be counted only.
  const provoked = result.findings.filter((finding) => finding.provoked);
  const suppressed = result.findings.filter((finding) => finding.suppressed && !finding.provoked);
  const suppressedErrors = suppressed.filter((finding) => isFailing(finding.severity)).length;
  const aside = [...provoked, ...suppressed];
  const real = (...severities: readonly Severity[]) =>
    severities.reduce((sum, severity) => sum + result.counts.findings[severity], 0) -
    aside.filter(({ severity }) => severities.includes(severity)).length;
  return {
    items: itemShares(result.items, 'en').reduce((sum, { count }) => sum + count, 0),
    steps: result.steps.length,
    failedSteps: result.steps.filter((step) => step.outcome === 'failed').length,
    errors: real('fatal', 'error'),
    warnings: real('warning'),
    provoked: provoked.length,
    suppressed: { errors: suppressedErrors, others: suppressed.length - suppressedErrors },
    undecidedItems: result.counts.items.cantTell,
    rules: result.counts.rules,
  };
}

/** One sentence: the outcome, then what it rests on. `Échec : 2 erreurs, 1 étape en échec sur 4 éléments jugés.` */
export function verdictSentence(result: RunResult, language: Language): string {
  return `${OUTCOME_WORDS[result.outcome][language]}${LABELS.colon[language]}${verdictDetail(result, language)}`;
}

/** The sentence without its first word, for reports that show the outcome apart. */
export function verdictDetail(result: RunResult, language: Language): string {
  const tally = tallyOf(result);
  const reason = result.reason ? `${result.reason[language]}. ` : '';
  return `${reason}${facts(result.outcome, tally, language)}.`;
}

function facts(outcome: Outcome, tally: Tally, language: Language): string {
  const parts = [countOf(tally.errors, NOUNS.error, language)];
  if (tally.failedSteps > 0) parts.push(countOf(tally.failedSteps, NOUNS.failedStep, language));
  if (tally.rules.cantTell > 0) parts.push(countOf(tally.rules.cantTell, NOUNS.undecidedRule, language));
  else if (outcome === 'cantTell' && tally.undecidedItems > 0)
    parts.push(countOf(tally.undecidedItems, NOUNS.undecidedItem, language));
  if (tally.warnings > 0) parts.push(countOf(tally.warnings, NOUNS.warning, language));
  if (tally.provoked > 0) parts.push(countOf(tally.provoked, NOUNS.provoked, language));
  const { errors, others } = tally.suppressed;
  if (errors > 0) parts.push(countOf(errors, NOUNS.suppressedError, language));
  if (others > 0) parts.push(countOf(others, NOUNS.suppressedRemark, language));
  const whole = [countOf(tally.items, NOUNS.item, language)];
  if (tally.steps > 0) whole.push(countOf(tally.steps, NOUNS.step, language));
  return `${parts.join(', ')} ${language === 'fr' ? 'sur' : 'in'} ${whole.join(language === 'fr' ? ' et ' : ' and ')}`;
}

/** An outcome as people should read it. */
export type Tone = Outcome | 'warning' | 'planned' | 'suppressed';

/** One kind of outcome and how many there are. */
export interface Share {
  readonly tone: Tone;
  readonly count: number;
  readonly word: string;
}

export const TONES = [
  'passed',
  'failed',
  'warning',
  'planned',
  'suppressed',
  'cantTell',
  'inapplicable',
  'untested',
] as const;

/** A tone once. */
const ONE = Object.fromEntries(TONES.map((tone) => [tone, [[tone, 1]]])) as unknown as Readonly<
  Record<Tone, readonly Counted[]>
>;

export function stepShares(result: RunResult, language: Language): Share[] {
  return sharesOf(
    result.steps.map((step): Counted => [step.outcome, 1]),
    language,
  );
}

/** What a scenario provoked on purpose, or suppressions cover, is a share of its own. */
export function itemShares(items: readonly JudgedItem[], language: Language): Share[] {
  return sharesOf(items.flatMap(tonesOf), language);
}

function tonesOf(item: JudgedItem): Counted[] {
  return item.together ? countedTones(item.together) : [[itemTone(item), 1]];
}

export function itemTone(item: JudgedItem): Tone {
  if (item.expected) return 'planned';
  return item.suppressed && item.outcome === 'failed' ? 'suppressed' : item.outcome;
}

/** Rules that found nothing heavier than a warning are told apart: they do not fail the run. */
export function ruleShares(items: readonly JudgedItem[], language: Language): Share[] {
  return sharesOf(allRuleTones(items), language);
}

/** One after the other: a hundred rules of each of 100,000 messages make no list. */
function* allRuleTones(items: readonly JudgedItem[]): Generator<Counted> {
  for (const item of items) for (const rule of item.rules) yield* ruleTones(rule, item);
}

/** A rule's tone, or those of all the outcomes put together in it. */
export function ruleTones(rule: RuleOutcome, item: JudgedItem): readonly Counted[] {
  return rule.together ? countedTones(rule.together) : ONE[toneOf(rule, item)];
}

function countedTones({ remarks, ...outcomes }: OutcomeTally): Counted[] {
  return [...OUTCOMES.map((outcome): Counted => [outcome, outcomes[outcome]]), ['warning', remarks]];
}

export function toneOf(rule: RuleOutcome, item: JudgedItem): Tone {
  if (rule.outcome !== 'failed') return rule.outcome;
  if (rule.severity && !isFailing(rule.severity)) return 'warning';
  if (item.expected) return 'planned';
  return item.suppressed ? 'suppressed' : 'failed';
}

/** A tone and how many have it. */
export type Counted = readonly [Tone, number];

export function sharesOf(tones: Iterable<Counted>, language: Language): Share[] {
  const counts = new Map<Tone, number>();
  for (const [tone, count] of tones) counts.set(tone, (counts.get(tone) ?? 0) + count);
  return TONES.flatMap((tone) => {
    const count = counts.get(tone) ?? 0;
    const isShown = count > 0 || tone === 'passed' || tone === 'failed';
    return isShown ? [{ tone, count, word: toneWord(tone)[language] }] : [];
  });
}

export function toneWord(tone: Tone): Text {
  if (tone === 'warning') return LABELS.withRemarks;
  if (tone === 'suppressed') return SUPPRESSED_FAILURE;
  return tone === 'planned' ? PLANNED_FAILURE : OUTCOME_WORDS[tone];
}

/** Signs next to the words, never instead of them. */
export const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  ...OUTCOME_SIGNS,
  warning: '!',
  planned: PLANNED_SIGN,
  suppressed: SUPPRESSED_SIGN,
};

/** `réussi 8 · échec 2 · …` */
export function describeShares(shares: readonly Share[]): string {
  return shares.map(({ count, word }) => `${word.toLowerCase()} ${count}`).join(' · ');
}
