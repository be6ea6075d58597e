import { describePath, type Finding, type RuleEntry } from '../../core/index.js';
import { heaviest, messageOf, type RuleFindings } from '../arrange.js';
import { countOf, NOUNS } from '../labels.js';
import { notesOf } from '../notes.js';
import { SeverityBadge, TrustBadge } from './badges.js';
import { ExcerptLine } from './excerpt-line.js';
import type { Page } from './page.js';

/** One rule broken on one item: each place, then why it matters and how to repair it. */
export function RuleFindingsCard({ page, group }: { readonly page: Page; readonly group: RuleFindings }) {
  const { language } = page;
  const { rule } = group;
  const severity = heaviest(group);
  return (
    <article class={`finding ${severity}`}>
      <header>
        <SeverityBadge severity={severity} language={language} />
        <h4>{rule?.title[language] ?? group.ruleId}</h4>
        <code class="rule-id">{group.ruleId}</code>
      </header>
      {group.findings.map((finding, index) => (
        <Place key={index} page={page} finding={finding} rule={rule} />
      ))}
      {group.unlisted > 0 && <p class="soft">{countOf(group.unlisted, NOUNS.more, language)}</p>}
      {rule && <Advice page={page} rule={rule} />}
    </article>
  );
}

interface PlaceProps {
  readonly page: Page;
  readonly finding: Finding;
  readonly rule: RuleEntry | undefined;
}

function Place({ page, finding, rule }: PlaceProps) {
  const { label, language } = page;
  const { location, found, expected, constraintId, requirementIds } = finding;
  return (
    <div class="place">
      <p class="message">{messageOf(finding, rule, language)}</p>
      <p class="where">
        <code>{describePath(location)}</code>
        <span>
          {label('line')} {location.line}, {label('column')} {location.column}
        </span>
      </p>
      <ExcerptLine page={page} finding={finding} />
      <dl class="values">
        {found !== undefined && <Value name={label('found')} value={found === '' ? label('nothing') : found} isCode />}
        {expected !== undefined && <Value name={label('expected')} value={expected} isCode />}
        {constraintId !== undefined && <Value name={label('constraint')} value={constraintId} />}
        {requirementIds && requirementIds.length > 0 && (
          <Value name={label('requirements')} value={requirementIds.join(', ')} />
        )}
      </dl>
      {notesOf(finding, language).map((note) => (
        <p key={note} class="planned-note">
          {note}
        </p>
      ))}
    </div>
  );
}

interface ValueProps {
  readonly name: string;
  readonly value: string;
  readonly isCode?: boolean;
}

function Value({ name, value, isCode = false }: ValueProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isCode ? <code>{value}</code> : value}</dd>
    </div>
  );
}

function Advice({ page, rule }: { readonly page: Page; readonly rule: RuleEntry }) {
  const { label, language } = page;
  return (
    <dl class="advice">
      <div>
        <dt>{label('why')}</dt>
        <dd>{rule.why[language]}</dd>
      </div>
      <div>
        <dt>{label('repair')}</dt>
        <dd>{rule.repair[language]}</dd>
      </div>
      <div>
        <dt>{label('source')}</dt>
        <dd>
          <Sources rule={rule} />
          <TrustBadge trust={rule.trust} language={language} />
        </dd>
      </div>
    </dl>
  );
}

/** Only web links become links. */
export function Sources({ rule }: { readonly rule: RuleEntry }) {
  return (
    <>
      {rule.spec.map(({ standard, section, url }) => {
        const text = section === '' ? standard : `${standard}, ${section}`;
        const isWeb = url !== undefined && /^https?:\/\//.test(url);
        return (
          <span class="source" key={text}>
            {isWeb ? (
              <a href={url} rel="noreferrer noopener">
                {text}
              </a>
            ) : (
              text
            )}
          </span>
        );
      })}
    </>
  );
}
