import type { Language, Severity, Trust } from '../../core/index.js';
import { SEVERITY_WORDS, TRUST_WORDS } from '../labels.js';
import { TONE_SIGNS, type Tone, toneWord } from '../verdict.js';

/** Sign and word: colour alone never carries the meaning. */
export function OutcomeBadge({ outcome, language }: { readonly outcome: Tone; readonly language: Language }) {
  return <ToneBadge tone={outcome} count={1} language={language} />;
}

export function SeverityBadge({ severity, language }: { readonly severity: Severity; readonly language: Language }) {
  return <span class={`badge ${severity}`}>{SEVERITY_WORDS[severity][language]}</span>;
}

export function TrustBadge({ trust, language }: { readonly trust: Trust; readonly language: Language }) {
  return <span class={`trust trust-${trust}`}>{TRUST_WORDS[trust][language]}</span>;
}

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
