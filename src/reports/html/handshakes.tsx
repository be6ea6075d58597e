import type { EvidenceSummary, HandshakeFacts, Text } from '../../core/index.js';
import { toReadableTime } from '../labels.js';
import { FAILURE_WORDS, HANDSHAKE_LABELS, ROLE_WORDS, SECURITY_WORDS } from './html-labels.js';
import type { Page } from './page.js';

/** What is known of each connection: protocol, cipher, both certificates, and why it was refused. */
export function Handshakes({ page }: { readonly page: Page }) {
  const handshakes = page.result.evidence.filter((item) => item.kind === 'handshake' && item.facts);
  if (handshakes.length === 0) return null;
  return (
    <section id="handshakes" aria-labelledby="handshakes-title">
      <h2 id="handshakes-title">{page.word('handshakes')}</h2>
      {handshakes.map((item) => (
        <Handshake key={item.id} page={page} item={item} />
      ))}
    </section>
  );
}

/** Recorded facts are plain strings: any key may be missing. */
type Facts = Readonly<Partial<Record<keyof HandshakeFacts, string>>>;

function Handshake({ page, item }: { readonly page: Page; readonly item: EvidenceSummary }) {
  const { language, word } = page;
  const facts: Facts = item.facts ?? {};
  const isRefused = facts.failure !== undefined;
  return (
    <article class={`handshake ${isRefused ? 'refused' : 'established'}`}>
      <header>
        <h3>{wordOf(SECURITY_WORDS, facts.security, page) ?? facts.security}</h3>
        <span class={`state ${isRefused ? 'refused' : ''}`}>{word(isRefused ? 'refused' : 'established')}</span>
        {item.at !== undefined && <span class="soft">{toReadableTime(item.at, language)}</span>}
      </header>
      <FactList page={page} facts={facts} keys={['protocol', 'cipher', 'role', 'failure', 'cause']} />
      <div class="sides">
        <div>
          <h4>{word('ourSide')}</h4>
          <FactList page={page} facts={facts} keys={['localSubject']} />
        </div>
        <div>
          <h4>{word('peerSide')}</h4>
          {facts.peerSubject === undefined ? (
            <p class="soft">{word('noCertificate')}</p>
          ) : (
            <FactList
              page={page}
              facts={facts}
              keys={['peerSubject', 'peerIssuer', 'peerSerial', 'peerAltNames', 'peerFingerprint256']}
            >
              <Validity page={page} facts={facts} />
            </FactList>
          )}
        </div>
      </div>
    </article>
  );
}

function wordOf(words: Readonly<Record<string, Text>>, key: string | undefined, page: Page): string | undefined {
  return key !== undefined && Object.hasOwn(words, key) ? words[key]?.[page.language] : undefined;
}

interface FactListProps {
  readonly page: Page;
  readonly facts: Facts;
  readonly keys: readonly (keyof typeof HANDSHAKE_LABELS)[];
  readonly children?: preact.ComponentChildren;
}

function FactList({ page, facts, keys, children }: FactListProps) {
  const shown = keys.filter((key) => facts[key] !== undefined);
  return (
    <dl class="facts">
      {shown.map((key) => (
        <div key={key}>
          <dt>{HANDSHAKE_LABELS[key][page.language]}</dt>
          <dd>
            <FactValue page={page} name={key} value={facts[key] ?? ''} />
          </dd>
        </div>
      ))}
      {children}
    </dl>
  );
}

interface FactValueProps {
  readonly page: Page;
  readonly name: keyof typeof HANDSHAKE_LABELS;
  readonly value: string;
}

/** Words for what has words, the value as it is for the rest. */
function FactValue({ page, name, value }: FactValueProps) {
  if (name === 'role') return <>{wordOf(ROLE_WORDS, value, page) ?? value}</>;
  if (name !== 'failure') return <code>{value}</code>;
  return (
    <>
      {wordOf(FAILURE_WORDS, value, page)} <code class="soft">{value}</code>
    </>
  );
}

function Validity({ page, facts }: { readonly page: Page; readonly facts: Facts }) {
  const { peerValidFrom: from, peerValidTo: to } = facts;
  if (from === undefined || to === undefined) return null;
  return (
    <div>
      <dt>{page.word('validity')}</dt>
      <dd>
        {toReadableTime(from, page.language)} {page.word('until')} {toReadableTime(to, page.language)}
      </dd>
    </div>
  );
}
