import type { EvidenceSummary } from '../../core/index.js';
import { kindWord } from '../labels.js';
import { isInstant } from '../run-date.js';
import type { Page } from './page.js';
import { Link } from './steps.js';

/** Rows beyond which the timeline is closed at first. */
const OPEN_ROWS = 30;

/** What happened when: every piece of evidence with a time, beside the step it belongs to. */
export function Timeline({ page }: { readonly page: Page }) {
  const { result, language, label, word } = page;
  const timed = timedEvidence(page);
  if (timed.length === 0) return null;
  const stepOf = new Map(result.steps.flatMap((step) => step.evidenceIds.map((id) => [id, step.title[language]])));
  const start = Date.parse(timed[0]?.at ?? '');
  // What was added after the run would leave no room for the run itself.
  const end = isInstant(result.endedAt) ? result.endedAt : (timed.at(-1)?.at ?? '');
  const span = Math.max(1, Date.parse(end) - start);
  return (
    <section id="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{word('timeline')}</h2>
      <details open={timed.length <= OPEN_ROWS}>
        <summary>
          {timed.length} {word('events')}
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
        <section class="scroll" aria-labelledby="timeline-title" tabIndex={0}>
          <table class="timeline">
            <thead>
              <tr>
                <th scope="col">{label('time')} (UTC)</th>
                <th scope="col">{word('sinceStart')}</th>
                <th scope="col">{label('evidence')}</th>
                <th scope="col">{label('direction')}</th>
                <th scope="col">{label('step')}</th>
              </tr>
            </thead>
            <tbody>
              {timed.map((item) => {
                const elapsed = Date.parse(item.at) - start;
                return (
                  <tr key={item.id}>
                    <td>{item.at.slice(11, 23)}</td>
                    <td>
                      <Moment share={Math.min(1, elapsed / span)} /> {(elapsed / 1000).toFixed(3)} s
                    </td>
                    <th scope="row">
                      <Link anchor={page.evidenceAnchor(item.id)} text={item.name} />{' '}
                      <span class="soft">{kindWord(item.kind, language)}</span>
                    </th>
                    <td>{item.direction && label(item.direction)}</td>
                    <td>{stepOf.get(item.id)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}

export function timedEvidence({ result }: Page): (EvidenceSummary & { readonly at: string })[] {
  return result.evidence
    .flatMap((item) => (isInstant(item.at) ? [{ ...item, at: item.at }] : []))
    .sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

/** Decorative: the number beside it says the same. */
function Moment({ share }: { readonly share: number }) {
  const x = Math.round(share * 10_000) / 100;
  return (
    <svg class="moment" viewBox="0 0 104 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="3.5" width="104" height="1" />
      <rect class="at" x={x} y="0" width="4" height="8" />
    </svg>
  );
}
