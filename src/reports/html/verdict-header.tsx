import { OUTCOME_SIGNS, OUTCOME_WORDS, toReadableTime } from '../labels.js';
import { itemShares, ruleShares, type Share, stepShares, verdictDetail } from '../verdict.js';
import type { Page } from './page.js';

export function VerdictHeader({ page }: { readonly page: Page }) {
  const { result, language, label } = page;
  const { outcome, startedAt, endedAt } = result;
  return (
    <header class="top">
      <p class="brand">
        <strong>Épreuve</strong> {label('report')}
      </p>
      <h1>{result.title[language]}</h1>
      <section class={`verdict ${outcome}`} aria-label={label('verdict')}>
        <p class="verdict-word">
          <span class="verdict-sign" aria-hidden="true">
            {OUTCOME_SIGNS[outcome]}
          </span>
          {OUTCOME_WORDS[outcome][language]}
        </p>
        <p class="verdict-text">{verdictDetail(result, language)}</p>
        {result.incomplete && <p class="verdict-note">{label('incomplete')}</p>}
        <div class="tallies">
          {result.steps.length > 0 && <Tally title={label('steps')} shares={stepShares(result, language)} />}
          <Tally title={label('items')} shares={itemShares(result.items, language)} />
          <Tally title={label('rules')} shares={ruleShares(result.items, language)} />
        </div>
      </section>
      <dl class="facts">
        {startedAt !== undefined && <Fact name={label('started')} value={toReadableTime(startedAt, language)} />}
        {endedAt !== undefined && <Fact name={label('ended')} value={toReadableTime(endedAt, language)} />}
        <Fact name={label('tool')} value={`Épreuve ${result.tool.version}`} />
        {result.packs.map((pack) => (
          <Fact key={pack.id} name={label('pack')} value={`${pack.id}@${pack.version}`} />
        ))}
      </dl>
      <p class="privacy">{page.options.showValues ? label('unmasked') : label('masked')}</p>
    </header>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface TallyProps {
  readonly title: string;
  readonly shares: readonly Share[];
}

function Tally({ title, shares }: TallyProps) {
  return (
    <div class="tally">
      <h2 class="tally-title">{title}</h2>
      <Bar shares={shares} />
      <ul>
        {shares.map(({ tone, count, word }) => (
          <li key={tone}>
            {word} <b>{count}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Decorative: the list below it says the same in words. */
function Bar({ shares }: { readonly shares: readonly Share[] }) {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {shares.map(({ tone, count }) => {
        const x = before;
        before += count;
        if (count === 0) return null;
        return <rect key={tone} class={tone} x={percent(x, total)} y="0" width={percent(count, total)} height="4" />;
      })}
    </svg>
  );
}

const percent = (part: number, total: number) => String(Math.round((part * 10_000) / total) / 100);
