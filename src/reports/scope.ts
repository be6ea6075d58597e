import type { Language, RunResult, SubjectKind } from '../core/index.js';
import { countOf, LABELS, NOUNS, OUTCOME_WORDS, SUBJECT_WORDS } from './labels.js';
import { itemShares } from './verdict.js';

export interface Scope {
  /** `Message HL7 v2 62 · Ressource FHIR 40`. Empty: nothing was judged. */
  readonly tested: string;
  /** What the verdict does not cover, one sentence a cause; one sentence says so when there is none. */
  readonly notChecked: readonly string[];
}

/** Different causes shown; the rest is counted. */
const MAX_CAUSES = 4;

/** For a reader of the first page: what the verdict rests on, and what it does not. */
export function scopeOf(result: RunResult, language: Language): Scope {
  const bySubject = new Map<SubjectKind, number>();
  for (const item of result.items) {
    const count = itemShares([item], language).reduce((sum, share) => sum + share.count, 0);
    bySubject.set(item.subject, (bySubject.get(item.subject) ?? 0) + count);
  }
  const tested = [...bySubject].map(([subject, count]) => `${SUBJECT_WORDS[subject][language]} ${count}`).join(' · ');
  const causes = causesOf(result, language);
  const rest = causes.length - MAX_CAUSES;
  const notChecked = [...causes.slice(0, MAX_CAUSES), ...(rest > 0 ? [`… + ${rest}`] : [])];
  return {
    tested,
    notChecked: notChecked.length > 0 ? notChecked : [LABELS[tested === '' ? 'nothingJudged' : 'allDecided'][language]],
  };
}

/** The most frequent first. */
function causesOf({ items, steps }: RunResult, language: Language): string[] {
  const undecided = new Map<string, number>();
  const count = (why: string) => undecided.set(why, (undecided.get(why) ?? 0) + 1);
  for (const item of items) {
    const open = item.rules.filter(({ outcome }) => outcome === 'cantTell');
    for (const { reason } of open) count(reason?.[language] ?? OUTCOME_WORDS.cantTell[language]);
    if (item.outcome === 'cantTell' && open.length === 0)
      count(item.reason?.[language] ?? OUTCOME_WORDS.cantTell[language]);
  }
  const told = [...undecided].sort(([, left], [, right]) => right - left).map(([why, times]) => `${why} (× ${times})`);
  const idle = steps.filter(({ outcome }) => outcome === 'cantTell' || outcome === 'untested').length;
  if (idle === 0) return told;
  return [`${LABELS.openSteps[language]}${LABELS.colon[language]}${countOf(idle, NOUNS.step, language)}`, ...told];
}
