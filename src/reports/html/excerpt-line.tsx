import type { Finding } from '../../core/index.js';
import { cropExcerpt } from '../excerpt-pieces.js';
import type { Page } from './page.js';

/** Longest line shown; the part around the fault is kept. */
const MAX_CHARACTERS = 2000;

/** The line a finding points at, its faulty part marked. */
export function ExcerptLine({ page, finding }: { readonly page: Page; readonly finding: Finding }) {
  if (!finding.excerpt) return null;
  const { text, start, length } = cropExcerpt(finding.excerpt, MAX_CHARACTERS);
  return (
    <div class="excerpt scroll">
      <span class="line-number">{finding.location.line}</span>
      <code>
        {text.slice(0, start)}
        <Mark page={page} text={text.slice(start, start + length)} />
        {text.slice(start + length)}
      </code>
    </div>
  );
}

/** An empty mark is a place where something is missing. */
export function Mark({ page, text }: { readonly page: Page; readonly text: string }) {
  if (text !== '') return <mark>{text}</mark>;
  return (
    <mark class="gap" role="img" aria-label={page.word('missingHere')}>
      ‸
    </mark>
  );
}
