import { ruleOf } from '../arrange.js';
import { type RuleShares, shareOfRules } from '../rule-shares.js';
import { ToneBadge, TrustBadge } from './badges.js';
import type { Page } from './page.js';
import { Sources } from './rule-findings-card.js';

/** Rows beyond which a list is closed at first; printing and filtering open it. */
export const OPEN_ROWS = 60;

/** Every rule that was run, with all its outcomes: what passed and what could not be decided as clearly as what failed. */
export function RulesTable({ page }: { readonly page: Page }) {
  const { label, word } = page;
  const rows = shareOfRules(page.result, page.language);
  if (rows.length === 0) return null;
  return (
    <section id="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{word('allRules')}</h2>
      <p class="soft">{word('allRulesNote')}</p>
      <details open={rows.length <= OPEN_ROWS}>
        <summary>
          {rows.length} {word('rulesRun')}
        </summary>
        {/* A region that scrolls sideways must be reachable by keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
        <section class="scroll" aria-labelledby="rules-title" tabIndex={0}>
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{label('outcome')}</th>
                <th scope="col">{label('rule')}</th>
                <th scope="col">{label('source')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.ruleId} page={page} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}

function Row({ page, row }: { readonly page: Page; readonly row: RuleShares }) {
  const { language, result } = page;
  const rule = ruleOf(result, row.ruleId);
  return (
    <tr data-outcome={row.shares.map(({ tone }) => tone).join(' ')}>
      <td class="outcomes">
        {row.shares.map(({ tone, count }) => (
          <ToneBadge key={tone} tone={tone} count={count} language={language} />
        ))}
      </td>
      <th scope="row">
        {rule?.title[language] ?? row.ruleId}
        <code class="rule-id">{row.ruleId}</code>
      </th>
      <td>
        {rule && <Sources rule={rule} />}
        {rule && <TrustBadge trust={rule.trust} language={language} />}
      </td>
    </tr>
  );
}
