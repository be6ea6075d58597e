import { describePath, type Finding, type OutsideFinding, type OutsideReport } from '../../core/index.js';
import { messageOf, ruleOf } from '../arrange.js';
import { MASK } from '../masking.js';
import { agreementOf } from '../outside/agreement.js';
import { compareOutside } from '../outside/compare.js';
import { FORMAT_WORDS, OUTSIDE_LABELS, outsidePlace } from '../outside/outside-words.js';
import { OutcomeBadge, SeverityBadge } from './badges.js';
import type { Page } from './page.js';
import { Link } from './steps.js';

/** Reports of other tools beside ours: what both found, what only one did. */
export function OutsideReports({ page }: { readonly page: Page }) {
  const { result, language } = page;
  const reports = result.outsideReports ?? [];
  if (reports.length === 0) return null;
  return (
    <section id="outside" aria-labelledby="outside-title">
      <h2 id="outside-title">{OUTSIDE_LABELS.title[language]}</h2>
      <p class="soft">{OUTSIDE_LABELS.note[language]}</p>
      {reports.map((report) => (
        <Outside key={report.evidenceId} page={page} report={report} />
      ))}
    </section>
  );
}

function Outside({ page, report }: { readonly page: Page; readonly report: OutsideReport }) {
  const { result, language } = page;
  const comparison = compareOutside(result, report);
  const { both, oursOnly, theirsOnly, ours } = comparison;
  return (
    <article class="handshake">
      <header>
        <h3>{report.tool ?? FORMAT_WORDS[report.format]}</h3>
        <span class="soft">{FORMAT_WORDS[report.format]}</span>
        <Link anchor={page.evidenceAnchor(report.evidenceId)} text={report.evidenceId} />
      </header>
      <dl class="facts">
        <div>
          <dt>{OUTSIDE_LABELS.theirs[language]}</dt>
          <dd>
            <OutcomeBadge outcome={report.outcome} language={language} />
          </dd>
        </div>
        <div>
          <dt>{OUTSIDE_LABELS.ours[language]}</dt>
          <dd>
            <OutcomeBadge outcome={ours} language={language} /> {agreementOf(comparison)[language]}
          </dd>
        </div>
        {report.link !== undefined && <PermanentLink page={page} link={report.link} />}
      </dl>
      {report.note && <p class="reason">{report.note[language]}</p>}
      <List page={page} title={OUTSIDE_LABELS.both[language]} count={both.length}>
        {both.map(({ ours: own, theirs, sameSeverity }, index) => (
          <li key={index}>
            <Theirs page={page} finding={theirs} />
            {own.map((finding, at) => (
              <Ours key={at} page={page} finding={finding} />
            ))}
            {!sameSeverity && <p class="planned-note">{OUTSIDE_LABELS.severityDiffers[language]}</p>}
          </li>
        ))}
      </List>
      <List page={page} title={OUTSIDE_LABELS.oursOnly[language]} count={oursOnly.length}>
        {oursOnly.map((finding, index) => (
          <li key={index}>
            <Ours page={page} finding={finding} />
          </li>
        ))}
      </List>
      <List page={page} title={OUTSIDE_LABELS.theirsOnly[language]} count={theirsOnly.length + report.unlisted}>
        {theirsOnly.map((finding, index) => (
          <li key={index}>
            <Theirs page={page} finding={finding} />
          </li>
        ))}
      </List>
    </article>
  );
}

interface ListProps {
  readonly page: Page;
  readonly title: string;
  readonly count: number;
  readonly children: preact.ComponentChildren;
}

function List({ title, count, children }: ListProps) {
  return (
    <div class="outside-list">
      <h4>
        {title} ({count})
      </h4>
      {count > 0 && <ul>{children}</ul>}
    </div>
  );
}

/** Only web addresses become links. */
function PermanentLink({ page, link }: { readonly page: Page; readonly link: string }) {
  return (
    <div>
      <dt>{OUTSIDE_LABELS.link[page.language]}</dt>
      <dd>
        {/^https?:\/\//.test(link) ? (
          <a href={link} rel="noreferrer noopener">
            {link}
          </a>
        ) : (
          link
        )}
      </dd>
    </div>
  );
}

function Ours({ page, finding }: { readonly page: Page; readonly finding: Finding }) {
  const { result, language, label } = page;
  return (
    <p>
      <SeverityBadge severity={finding.severity} language={language} />{' '}
      {messageOf(finding, ruleOf(result, finding.ruleId), language)}{' '}
      <span class="soft">
        <Link anchor={page.evidenceAnchor(finding.evidenceId)} text={finding.evidenceId} />, {label('line')}{' '}
        {finding.location.line}, <code>{describePath(finding.location)}</code>{' '}
        <code class="rule-id">{finding.ruleId}</code>
      </span>
    </p>
  );
}

function Theirs({ page, finding }: { readonly page: Page; readonly finding: OutsideFinding }) {
  const { language } = page;
  return (
    <p>
      {finding.undecided ? (
        <span class="badge cantTell">{OUTSIDE_LABELS.notChecked[language]}</span>
      ) : (
        <SeverityBadge severity={finding.severity} language={language} />
      )}{' '}
      {finding.description !== MASK && finding.description} <span class="soft">{outsidePlace(finding, language)}</span>{' '}
      {finding.id !== undefined && <code class="rule-id">{finding.id}</code>}
    </p>
  );
}
