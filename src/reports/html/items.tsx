import type { JudgedItem } from '../../core/index.js';
import { type ArrangedItem, isQuiet, ruleTitle } from '../arrange.js';
import { factWords } from '../fact-words.js';
import { SUBJECT_WORDS } from '../labels.js';
import { itemNotes } from '../notes.js';
import { itemTone, TONES, toneOf } from '../verdict.js';
import { OutcomeBadge, ToneBadge } from './badges.js';
import { DocumentViewPart } from './document-view.js';
import { Filters } from './filters.js';
import { MessageViewer } from './message-viewer.js';
import type { Page } from './page.js';
import { RuleFindingsCard } from './rule-findings-card.js';
import { Link } from './steps.js';

/** Everything that was judged; what failed or could not be decided is open. */
export function Items({ page }: { readonly page: Page }) {
  const { arranged, label } = page;
  return (
    <section id="items" aria-labelledby="items-title">
      <h2 id="items-title">{label('items')}</h2>
      <Filters page={page} />
      {arranged.items.map((item) => (
        <Item key={item.item.id} page={page} arranged={item} />
      ))}
      {arranged.others.length > 0 && (
        <div class="others">
          <h3>{label('otherFindings')}</h3>
          {arranged.others.map((group) => (
            <RuleFindingsCard key={group.ruleId} page={page} group={group} />
          ))}
        </div>
      )}
    </section>
  );
}

function Item({ page, arranged }: { readonly page: Page; readonly arranged: ArrangedItem }) {
  const { language, label, word } = page;
  const { item, failed } = arranged;
  const findings = failed.flatMap((group) => group.findings);
  const isOpen = itemTone(item) === 'failed' || itemTone(item) === 'cantTell';
  const packs = item.packs.length > 0 ? item.packs.join(', ') : label('noPack');
  // On paper an item with nothing to tell is one line.
  const quiet = isQuiet(arranged) ? ' quiet' : '';
  return (
    <details
      class={`item ${itemTone(item)}${quiet}`}
      id={page.itemAnchor(item.id)}
      data-outcome={itemTone(item)}
      open={isOpen}
    >
      <summary>
        <OutcomeBadge outcome={itemTone(item)} language={language} />
        <h3>{item.title}</h3>
        <span class="soft">{SUBJECT_WORDS[item.subject][language]}</span>
      </summary>
      <div class="item-body">
        <ItemFacts page={page} item={item} packs={packs} />
        {item.reason && <p class="reason">{item.reason[language]}</p>}
        {itemNotes(item, language).map((note) => (
          <p key={note} class="planned-note">
            {note}
          </p>
        ))}
        {failed.map((group) => (
          <RuleFindingsCard key={group.ruleId} page={page} group={group} />
        ))}
        {failed.length === 0 && !item.reason && <p class="soft">{word('noFinding')}</p>}
        <Undecided page={page} item={item} />
        {item.view && <DocumentViewPart page={page} view={item.view} />}
        {page.options.excerpts !== false && (
          <MessageViewer page={page} evidenceId={item.evidenceId} findings={findings} />
        )}
        <RulesOfItem page={page} item={item} />
      </div>
    </details>
  );
}

interface ItemProps {
  readonly page: Page;
  readonly item: JudgedItem;
}

function ItemFacts({ page, item, packs }: ItemProps & { readonly packs: string }) {
  const { label, language } = page;
  return (
    <dl class="facts">
      <div>
        <dt>{label('pack')}</dt>
        <dd>
          {packs}
          {item.choice && item.reason?.[language] !== item.choice[language] && (
            <span class="soft"> ({item.choice[language]})</span>
          )}
        </dd>
      </div>
      {Object.entries(item.facts).map(([name, value]) => (
        <div key={name}>
          <dt>{factWords(name, value, language)[0]}</dt>
          <dd>{factWords(name, value, language)[1]}</dd>
        </div>
      ))}
      <div>
        <dt>{label('evidence')}</dt>
        <dd>
          <Link anchor={page.evidenceAnchor(item.evidenceId)} text={item.evidenceId} />
        </dd>
      </div>
    </dl>
  );
}

function Undecided({ page, item }: ItemProps) {
  const { label, language, result } = page;
  const rules = item.rules.filter((rule) => rule.outcome === 'cantTell');
  if (rules.length === 0) return null;
  return (
    <div class="undecided">
      <h4>{label('undecided')}</h4>
      <ul>
        {rules.map((rule) => (
          <li key={rule.ruleId}>
            <strong>{ruleTitle(result, rule.ruleId, language)}</strong> <code class="rule-id">{rule.ruleId}</code>
            {rule.reason && <p>{rule.reason[language]}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Grouped by outcome: one badge a group keeps the page light when rules are many. */
function RulesOfItem({ page, item }: ItemProps) {
  const { language, result, word } = page;
  if (item.rules.length === 0) return null;
  return (
    <details class="viewer screen-only">
      <summary>
        {word('rulesOfItem')} ({item.rules.length})
      </summary>
      {TONES.map((tone) => {
        const rules = item.rules.filter((rule) => toneOf(rule, item) === tone);
        if (rules.length === 0) return null;
        return (
          <div class="rule-group" key={tone}>
            <ToneBadge tone={tone} count={rules.length} language={language} />
            <ul>
              {rules.map(({ ruleId }) => (
                <li key={ruleId}>
                  {ruleTitle(result, ruleId, language)} <code>{ruleId}</code>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
