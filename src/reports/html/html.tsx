import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { RunResult } from '../../core/index.js';
import { arrangeFindings } from '../arrange.js';
import { OUTSIDE_LABELS } from '../outside/outside-words.js';
import { prepareResult } from '../prepare.js';
import type { ReportOptions } from '../types.js';
import { Captures, capturesOf } from './captures.js';
import { Handshakes } from './handshakes.js';
import { Items } from './items.js';
import { OutsideReports } from './outside.js';
import { Evidence, Packs } from './packs-and-evidence.js';
import { type Page, pageOf } from './page.js';
import { RulesTable } from './rules-table.js';
import { SCRIPT } from './script.js';
import { Steps } from './steps.js';
import { STYLE } from './style.js';
import { Suppressions } from './suppressions.js';
import { Timeline, timedEvidence } from './timeline.js';
import { VerdictHeader } from './verdict-header.js';

/**
 * One self-contained file: no outside resource, readable without script, light and dark, printable. Its security
 * policy allows this style and this script by digest and nothing else, so a document's text can never run.
 */
export function renderHtml(result: RunResult, options: ReportOptions): string {
  const shown = prepareResult(result, options);
  const page = pageOf(shown, arrangeFindings(shown), options);
  return `<!doctype html>\n${renderToString(<Document page={page} />)}\n`;
}

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function policyOf({ options, result }: Page): string {
  return [
    "default-src 'none'",
    `style-src ${digest(STYLE)}`,
    `script-src ${digest(SCRIPT)}`,
    // Pictures are in the page itself.
    ...(options.assets?.images?.size || (options.showValues && result.items.some(({ view }) => view))
      ? ['img-src data:']
      : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Style and script are constants of ours, set raw: their digests are in the policy. */
function Document({ page }: { readonly page: Page }) {
  const { result, language, word } = page;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyOf(page)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="generator" content={`Épreuve ${result.tool.version}`} />
        <title>{`${result.title[language]} – Épreuve`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#content">
          {word('skip')}
        </a>
        <VerdictHeader page={page} />
        <Contents page={page} />
        <main id="content" tabIndex={-1}>
          <Steps page={page} />
          <Items page={page} />
          <Captures page={page} />
          <Handshakes page={page} />
          <Timeline page={page} />
          <OutsideReports page={page} />
          <Suppressions page={page} />
          <RulesTable page={page} />
          <Packs page={page} />
          <Evidence page={page} />
        </main>
        <footer>
          <h2>{word('about')}</h2>
          <p>{word('aboutText')}</p>
          <p>Épreuve {result.tool.version}</p>
        </footer>
        <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
      </body>
    </html>
  );
}

function Contents({ page }: { readonly page: Page }) {
  const { result, label, word } = page;
  const hasHandshake = result.evidence.some((item) => item.kind === 'handshake' && item.facts);
  const entries = [
    result.steps.length > 0 && (['steps', label('steps')] as const),
    ['items', label('items')] as const,
    capturesOf(page).length > 0 && (['captures', word('captures')] as const),
    hasHandshake && (['handshakes', word('handshakes')] as const),
    timedEvidence(page).length > 0 && (['timeline', word('timeline')] as const),
    result.outsideReports && (['outside', OUTSIDE_LABELS.title[page.language]] as const),
    result.suppressions?.entries.length && (['suppressions', label('suppressions')] as const),
    Object.keys(result.rules).length > 0 && (['rules', word('allRules')] as const),
    ['packs', label('packs')] as const,
    ['evidence', label('evidence')] as const,
  ];
  return (
    <nav class="contents" aria-label={word('contents')}>
      <ul>
        {entries.map(
          (entry) =>
            entry && (
              <li key={entry[0]}>
                <a href={`#${entry[0]}`}>{entry[1]}</a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
