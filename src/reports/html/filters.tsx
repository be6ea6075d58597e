import { itemShares, ruleShares, TONES, toneWord } from '../verdict.js';
import type { Page } from './page.js';

/** Hidden until the script runs: without script everything is shown and nothing is missed. */
export function Filters({ page }: { readonly page: Page }) {
  const { language, result, word } = page;
  const shares = [...itemShares(result.items, language), ...ruleShares(result.items, language)];
  const seen = new Set(shares.filter(({ count }) => count > 0).map(({ tone }) => tone));
  return (
    <fieldset class="filters" id="filters" hidden>
      <legend class="skip">{word('filter')}</legend>
      <button type="button" data-filter="all" aria-pressed="true">
        {word('all')}
      </button>
      {TONES.filter((tone) => seen.has(tone)).map((tone) => (
        <button key={tone} type="button" data-filter={tone} aria-pressed="false">
          {toneWord(tone)[language]}
        </button>
      ))}
      <span class="soft" role="status">
        <span id="filter-count" /> {word('shown')}
      </span>
    </fieldset>
  );
}
