import type { Language, Outcome, Severity, Trust } from '../../core/index.js';
import { OUTCOME_SIGNS, OUTCOME_WORDS, PLANNED_FAILURE, PLANNED_SIGN, SEVERITY_WORDS, TRUST_WORDS } from '../labels.js';
import { type Tone, toneWord } from '../verdict.js';

interface OutcomeBadgeProps {
  readonly outcome: Outcome;
  readonly language: Language;
  readonly isPlanned?: boolean | undefined;
}

/** Sign and word: colour alone never carries the meaning. */
export function OutcomeBadge({ outcome, language, isPlanned = false }: OutcomeBadgeProps) {
  const sign = isPlanned ? PLANNED_SIGN : OUTCOME_SIGNS[outcome];
  const word = isPlanned ? PLANNED_FAILURE : OUTCOME_WORDS[outcome];
  return (
    <span class={`badge ${isPlanned ? 'planned' : outcome}`}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      {word[language]}
    </span>
  );
}

export function SeverityBadge({ severity, language }: { readonly severity: Severity; readonly language: Language }) {
  return <span class={`badge ${severity}`}>{SEVERITY_WORDS[severity][language]}</span>;
}

export function TrustBadge({ trust, language }: { readonly trust: Trust; readonly language: Language }) {
  return <span class={`trust trust-${trust}`}>{TRUST_WORDS[trust][language]}</span>;
}

const TONE_SIGNS: Readonly<Record<Tone, string>> = { ...OUTCOME_SIGNS, warning: '!', planned: PLANNED_SIGN };

/** How many times a rule came to one end. */
export function ToneBadge({
  tone,
  count,
  language,
}: {
  readonly tone: Tone;
  readonly count: number;
  readonly language: Language;
}) {
  return (
    <span class={`badge ${tone}`}>
      <span class="sign" aria-hidden="true">
        {TONE_SIGNS[tone]}
      </span>
      {toneWord(tone)[language]}
      {count > 1 && ` × ${count}`}
    </span>
  );
}
