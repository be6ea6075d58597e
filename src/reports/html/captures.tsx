import type { EvidenceSummary } from '../../core/index.js';
import { factWords } from '../fact-words.js';
import { toReadableTime } from '../labels.js';
import type { Page } from './page.js';
import { Link } from './steps.js';

/** Those of documents under test are shown with the document they belong to, when values may be seen. */
export function capturesOf({ result }: Page): readonly EvidenceSummary[] {
  return result.evidence.filter(({ kind, facts }) => kind === 'capture' && facts?.pictureOf === undefined);
}

/** Captures with the step they prove. The picture itself when the caller gave it, else the name of its file. */
export function Captures({ page }: { readonly page: Page }) {
  const captures = capturesOf(page);
  if (captures.length === 0) return null;
  return (
    <section id="captures" aria-labelledby="captures-title">
      <h2 id="captures-title">{page.word('captures')}</h2>
      {captures.some(({ id }) => page.options.assets?.images?.has(id)) && (
        <p class="soft">{page.word('capturesNote')}</p>
      )}
      <ul class="captures">
        {captures.map((item) => (
          <li key={item.id}>
            <Capture page={page} item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Capture({ page, item }: { readonly page: Page; readonly item: EvidenceSummary }) {
  const { result, language, options, word } = page;
  const image = options.assets?.images?.get(item.id);
  const step = result.steps.find((each) => each.evidenceIds.includes(item.id))?.title[language];
  const facts = Object.entries(item.facts ?? {}).map(([name, value]) =>
    factWords(name, value, language).join(page.label('colon')),
  );
  const described = [item.at && toReadableTime(item.at, language), ...facts].filter((part) => part).join(' · ');
  return (
    <figure>
      {image ? (
        <img
          src={`data:${image.mediaType};base64,${Buffer.from(image.bytes).toString('base64')}`}
          alt={step ?? item.name}
          loading="lazy"
        />
      ) : (
        <p class="no-picture">{word('noPicture')}</p>
      )}
      <figcaption>
        {step !== undefined && <strong>{step}</strong>}
        <p>
          <Link anchor={page.evidenceAnchor(item.id)} text={item.name} /> <code>{item.id}</code>
        </p>
        {described !== '' && <p class="soft">{described}</p>}
      </figcaption>
    </figure>
  );
}
