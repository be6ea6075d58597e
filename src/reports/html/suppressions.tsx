import { isIdle, suppressionRows } from '../suppression-rows.js';
import { SeverityBadge } from './badges.js';
import type { Page } from './page.js';

/** Entries of the suppression file and what became of them; those that suppress nothing are warnings. */
export function Suppressions({ page }: { readonly page: Page }) {
  const { result, label, language } = page;
  const rows = suppressionRows(result, language);
  if (rows.length === 0) return null;
  return (
    <section id="suppressions" aria-labelledby="suppressions-title">
      <h2 id="suppressions-title">{label('suppressions')}</h2>
      <div class="scroll">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{label('state')}</th>
              <th scope="col">{label('rule')}</th>
              <th scope="col">{label('reason')}</th>
              <th scope="col">{label('author')}</th>
              <th scope="col">{label('expires')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td>
                  {isIdle(row) && <SeverityBadge severity="warning" language={language} />} {row.told}
                </td>
                <th scope="row">
                  <code>{row.target}</code>
                </th>
                <td>{row.reason}</td>
                <td>{[row.author, row.requirementId].filter((part) => part).join(' · ')}</td>
                <td class="date">{row.expires}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
