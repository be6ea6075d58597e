import { kindWord, toReadableTime } from '../labels.js';
import { TrustBadge } from './badges.js';
import type { Page } from './page.js';
import { OPEN_ROWS } from './rules-table.js';

/** Packs as they were used, with their digests and whose word they carry. */
export function Packs({ page }: { readonly page: Page }) {
  const { result, label, language } = page;
  return (
    <section id="packs" aria-labelledby="packs-title">
      <h2 id="packs-title">{label('packs')}</h2>
      {result.packs.length === 0 && <p class="soft">{label('noPack')}</p>}
      <ul class="cards">
        {result.packs.map((pack) => (
          <li key={`${pack.id}@${pack.version}`}>
            <h3>{pack.title[language]}</h3>
            <p>
              <code>
                {pack.id}@{pack.version}
              </code>{' '}
              <TrustBadge trust={pack.trust} language={language} />
            </p>
            <p class="digest">
              <span class="soft">{label('digest')}</span> <code>{pack.digest}</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the verdict rests on, with digests that `epreuve verify` recomputes. */
export function Evidence({ page }: { readonly page: Page }) {
  const { result, label, language, word } = page;
  return (
    <section id="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{label('evidence')}</h2>
      {result.evidence.length === 0 && <p class="soft">{word('noEvidence')}</p>}
      {result.evidence.length > 0 && (
        <details open={result.evidence.length <= OPEN_ROWS}>
          <summary>
            {result.evidence.length} {word('evidenceItems')}
          </summary>
          <ul class="evidence">
            {result.evidence.map((item) => (
              <li key={item.id} id={page.evidenceAnchor(item.id)}>
                <p>
                  <strong>{item.name}</strong> <code>{item.id}</code>
                </p>
                <p class="soft">
                  {[
                    kindWord(item.kind, language),
                    item.direction && label(item.direction),
                    item.mediaType,
                    `${item.size} ${label('bytes')}`,
                    item.at && toReadableTime(item.at, language),
                  ]
                    .filter((part) => part)
                    .join(' · ')}
                </p>
                <p class="digest">
                  <span class="soft">SHA-256</span> <code>{item.sha256}</code>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
