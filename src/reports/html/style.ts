/** Style of the HTML report, inlined; its SHA-256 stands in the page's security policy. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f7f7f5; --card: #ffffff; --ink: #1c2126; --soft: #59626d; --line: #e2e4e1; --code: #f3f4f2;
  --accent: #0b5d66;
  --passed: #1b7a48; --failed: #b3261e; --cant-tell: #6f42b5; --warning: #8a5a00; --information: #1f5fae; --quiet: #5d6670;
  --passed-tint: #e9f4ee; --failed-tint: #fbecea; --cant-tell-tint: #f2ecfa; --warning-tint: #fbf2de;
  --information-tint: #eaf1fa; --quiet-tint: #eff0ef; --mark: #ffdcd6; --mark-ink: #7d130c;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1c2024; --ink: #e7e9ea; --soft: #a2abb4; --line: #30363c; --code: #15181b;
    --accent: #6fc5cf;
    --passed: #62c491; --failed: #ff8d83; --cant-tell: #c4a8f5; --warning: #e2b25a; --information: #86b6f5; --quiet: #9aa3ac;
    --passed-tint: #1a2c23; --failed-tint: #351d1b; --cant-tell-tint: #2a2338; --warning-tint: #302715;
    --information-tint: #1b2736; --quiet-tint: #262a2e; --mark: #5c211b; --mark-ink: #ffd9d4;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; scroll-padding-top: 6rem; }
body { margin: 0 auto; max-width: 66rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink); }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; margin-bottom: 1rem; }
h3 { font-size: 1.05rem; line-height: 1.4; font-weight: 600; }
h4 { font-size: 1rem; line-height: 1.4; font-weight: 600; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
code { font-family: var(--mono); font-size: 0.86em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.soft { color: var(--soft); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; z-index: 2; background: var(--card); padding: 0.5rem 1rem; }
[hidden] { display: none !important; }

.brand { color: var(--soft); font-size: 0.9rem; margin-bottom: 1.25rem; }
.brand strong { color: var(--ink); font-weight: 700; margin-right: 0.4rem; }
.verdict { margin: 1.5rem 0 1.25rem; padding: 1.75rem 2rem; background: var(--card); border: 1px solid var(--line); border-left: 6px solid var(--tone); border-radius: 6px; }
.verdict-word { display: flex; align-items: center; gap: 0.75rem; font-size: 1.9rem; line-height: 1.2; font-weight: 700; letter-spacing: -0.015em; color: var(--tone); }
.verdict-sign { display: inline-grid; place-items: center; flex: none; width: 2.4rem; height: 2.4rem; border-radius: 50%; background: var(--tone-tint); font-size: 1.3rem; }
.verdict-text { margin-top: 0.6rem; font-size: 1.06rem; max-width: 70ch; }
.verdict-note { margin-top: 0.75rem; padding: 0.5rem 0.8rem; background: var(--cant-tell-tint); color: var(--cant-tell); border-radius: 4px; width: fit-content; }
.tallies { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1.25rem 2rem; margin-top: 1.5rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
.tally-title { font-size: 0.85rem; font-weight: 600; color: var(--soft); margin: 0 0 0.45rem; letter-spacing: 0; }
.tally ul { display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; margin-top: 0.45rem; font-size: 0.88rem; color: var(--soft); }
.tally b { color: var(--ink); font-weight: 650; }
.bar { display: block; width: 100%; height: 6px; border-radius: 3px; background: var(--quiet-tint); }
.bar rect { fill: var(--tone); }
.privacy { margin-top: 0.8rem; font-size: 0.88rem; color: var(--soft); }

.passed { --tone: var(--passed); --tone-tint: var(--passed-tint); }
.failed, .fatal, .error { --tone: var(--failed); --tone-tint: var(--failed-tint); }
.cantTell { --tone: var(--cant-tell); --tone-tint: var(--cant-tell-tint); }
.inapplicable, .untested, .planned, .suppressed { --tone: var(--quiet); --tone-tint: var(--quiet-tint); }
.warning { --tone: var(--warning); --tone-tint: var(--warning-tint); }
.information { --tone: var(--information); --tone-tint: var(--information-tint); }

.facts { display: flex; flex-wrap: wrap; gap: 0.6rem 2rem; font-size: 0.92rem; }
.facts dt, .values dt, .advice dt { font-size: 0.82rem; color: var(--soft); }
.facts dd { overflow-wrap: anywhere; }
.contents { position: sticky; top: 0; z-index: 1; margin: 2rem -1.5rem 0; padding: 0.7rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; font-size: 0.92rem; }
.contents a { color: var(--ink); text-decoration: none; }
.contents a:hover { text-decoration: underline; }
main:focus { outline: none; }
main > section { margin-top: 3rem; }

.badge { display: inline-flex; align-items: center; gap: 0.4em; flex: none; padding: 0.12rem 0.6rem; border-radius: 1rem; background: var(--tone-tint); color: var(--tone); font-size: 0.84rem; font-weight: 600; white-space: nowrap; }
.badge.cantTell, .badge.untested, .badge.planned, .badge.suppressed { outline: 1px dashed var(--tone); outline-offset: -1px; }
.trust { display: inline-block; padding: 0.02rem 0.5rem; border: 1px solid var(--line); border-radius: 3px; font-size: 0.8rem; color: var(--soft); white-space: nowrap; }
.trust-national { color: var(--accent); border-color: currentColor; }
.rule-id { color: var(--soft); }

.steps > li { position: relative; padding: 0 0 1.5rem 3rem; }
.steps > li::before { content: counter(list-item); position: absolute; left: 0; top: 0; width: 1.9rem; height: 1.9rem; display: grid; place-items: center; border-radius: 50%; background: var(--tone-tint); color: var(--tone); font-size: 0.88rem; font-weight: 650; }
.steps > li:not(:last-child)::after { content: ""; position: absolute; left: 0.92rem; top: 2.2rem; bottom: 0.3rem; width: 1px; background: var(--line); }
.step-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.8rem; min-height: 1.9rem; }
.steps h4 { font-size: 1.05rem; line-height: 1.4; font-weight: 600; }
.steps-scenario { margin: 1.6rem 0 0.9rem; }
.steps .reason { margin-top: 0.15rem; }
.links { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin-top: 0.3rem; font-size: 0.88rem; }

.filters { border: 0; padding: 0; margin: 0; min-width: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-bottom: 1.1rem; font-size: 0.9rem; }
.filters button { font: inherit; padding: 0.25rem 0.85rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); color: var(--ink); cursor: pointer; }
.filters button[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.filters .soft { margin-left: auto; }

.item { background: var(--card); border: 1px solid var(--line); border-radius: 6px; margin-bottom: 0.8rem; }
.item > summary { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.9rem; padding: 0.9rem 1.25rem; cursor: pointer; list-style: none; border-radius: 6px; }
.item > summary::-webkit-details-marker { display: none; }
.item > summary::after { content: ""; flex: none; width: 0.5rem; height: 0.5rem; margin-left: auto; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.item[open] > summary::after { transform: rotate(-135deg); }
.item > summary:hover h3 { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.item > summary h3 { overflow-wrap: anywhere; }
.item-body { padding: 0.4rem 1.25rem 1.4rem; border-top: 1px solid var(--line); }
.item-body > .facts { padding-top: 0.8rem; }
.item-body > * + * { margin-top: 1.1rem; }
.others > h3 { margin: 2rem 0 1rem; }

.finding { border-left: 3px solid var(--tone); padding: 0.1rem 0 0.1rem 1.15rem; }
.item-body .finding { margin-top: 1.6rem; }
.finding > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.75rem; }
.place { margin-top: 0.75rem; }
.place + .place { padding-top: 0.75rem; border-top: 1px dashed var(--line); }
.where { display: flex; flex-wrap: wrap; gap: 0 0.9rem; font-size: 0.9rem; color: var(--soft); }
.scroll { overflow-x: auto; }
.excerpt, .lines { margin: 0.65rem 0; padding: 0.7rem 0; background: var(--code); border: 1px solid var(--line); border-radius: 4px; line-height: 1.7; white-space: pre-wrap; overflow-wrap: anywhere; padding-left: 3.2rem; text-indent: -3.2rem; }
.excerpt code, .lines code { padding-right: 1rem; }
.line-number { display: inline-block; box-sizing: border-box; min-width: 3.2rem; text-indent: 0; padding: 0 0.9rem 0 0.6rem; text-align: right; color: var(--soft); font: 0.8rem var(--mono); user-select: none; }
mark { background: var(--mark); color: var(--mark-ink); border-bottom: 2px solid var(--failed); padding: 0.1em 0.05em; }
mark.gap { padding: 0.1em 0.3em; }
.values { display: flex; flex-wrap: wrap; gap: 0.4rem 2rem; }
.values dd { overflow-wrap: anywhere; }
.advice { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.8rem 2rem; margin-top: 1rem; padding-top: 0.9rem; border-top: 1px solid var(--line); font-size: 0.94rem; }
.source { margin-right: 0.7rem; }
.planned-note { color: var(--soft); font-style: italic; }
.undecided { padding: 0.8rem 1.1rem; border: 1px dashed var(--cant-tell); border-radius: 4px; background: var(--cant-tell-tint); }
.undecided h4 { color: var(--cant-tell); }
.undecided li { margin-top: 0.4rem; }
.viewer > summary { cursor: pointer; width: fit-content; color: var(--accent); font-size: 0.94rem; }
.rule-group { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0.4rem 1.2rem; padding: 0.7rem 0; border-top: 1px solid var(--line); font-size: 0.94rem; }
.rule-group:first-of-type { margin-top: 0.7rem; }
.rule-group .badge { justify-self: start; align-self: start; }
.rule-group li + li { margin-top: 0.15rem; }
.rule-group code { color: var(--soft); }

.outside-list { margin-top: 1.1rem; }
.outside-list li { padding: 0.5rem 0; border-top: 1px solid var(--line); }
.outside-list .badge { margin-right: 0.3rem; }
.date { white-space: nowrap; }
.whole { margin: 0.65rem 0; padding: 0.5rem 0; background: var(--code); border: 1px solid var(--line); border-radius: 4px; max-height: 34rem; overflow: auto; }
.whole-line { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.7; padding: 0 1rem 0 3.2rem; text-indent: -3.2rem; }
.segment > summary { cursor: pointer; list-style: none; }
.segment > summary::-webkit-details-marker { display: none; }
.segment > summary:hover { background: var(--line); }
.segment[open] > summary { font-weight: 600; }
.segment > .explained { margin: 0.3rem 1rem 0.7rem 3.2rem; background: var(--card); }
.quoted + .quoted { margin-top: 1rem; }
.explained { padding: 0.2rem 0 0.2rem 0.9rem; border-left: 2px solid var(--line); font-size: 0.9rem; }
.explained dl > div { display: grid; grid-template-columns: minmax(9rem, 18rem) minmax(0, 1fr); gap: 0 1rem; padding: 0.15rem 0.5rem; }
.explained dt { color: var(--soft); }
.explained .faulty { background: var(--failed-tint); border-radius: 3px; }
.explained .faulty dt { color: var(--ink); }
.fault-word { color: var(--failed); font-weight: 600; }
.timeline td:nth-child(-n+2) { white-space: nowrap; font-variant-numeric: tabular-nums; }
.moment { width: 6.5rem; height: 0.5rem; margin-right: 0.6rem; fill: var(--line); }
.moment .at { fill: var(--accent); }
th .soft { font-weight: 400; }
#timeline summary, #rules > details > summary, #evidence > details > summary { cursor: pointer; width: fit-content; color: var(--accent); }
.captures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1rem; }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
figure img { display: block; width: 100%; height: auto; border-bottom: 1px solid var(--line); }
figcaption, .no-picture { padding: 0.9rem 1.25rem; font-size: 0.94rem; }
.no-picture { color: var(--soft); border-bottom: 1px dashed var(--line); }
.handshake { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 1.2rem 1.4rem; margin-bottom: 0.8rem; }
.handshake > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.9rem; margin-bottom: 0.8rem; }
.state { font-size: 0.9rem; font-weight: 600; color: var(--soft); }
.state.refused { color: var(--failed); }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); gap: 1rem 2rem; margin-top: 1.1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.sides h4 { font-size: 0.92rem; margin-bottom: 0.35rem; }

table { border-collapse: collapse; width: 100%; font-size: 0.94rem; }
th, td { text-align: left; vertical-align: top; padding: 0.7rem 1.2rem 0.7rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; padding-top: 0; color: var(--soft); font-size: 0.82rem; }
tbody th { font-weight: 550; }
tbody th code { display: block; font-weight: 400; }
#rules > p, #captures > p, #outside > p { margin: -0.6rem 0 1.2rem; }
.outcomes .badge { display: flex; width: fit-content; }
.outcomes .badge + .badge { margin-top: 0.3rem; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 31rem), 1fr)); gap: 0.8rem; }
.cards > li, .evidence > li { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem; }
.cards p { margin-top: 0.3rem; }
.evidence > li + li { margin-top: 0.5rem; }
.evidence > li { padding: 0.7rem 1.25rem; font-size: 0.94rem; }
.evidence > li:target { border-color: var(--accent); }
.digest { font-size: 0.86rem; overflow-wrap: anywhere; }
footer { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9rem; max-width: 70ch; }
.document-view .carried-file { margin: 0.8rem 1rem; }
.document-view > p { margin: 0.8rem 1rem; }
.document-view figure { margin: 0.8rem 0; }
.document-view img { max-width: min(100%, 36rem); border: 1px solid var(--line); background: #fff; }
.narrative { margin: 0.8rem 1rem; padding: 0.2rem 1rem 0.8rem; border: 1px solid var(--line); overflow-x: auto; }
.narrative section { margin: 0.8rem 0 0; }
.narrative-1, .narrative-2, .narrative-3 { padding-left: 1rem; }
.narrative h5 { font-size: 1rem; margin: 0 0 0.3rem; }
.narrative p { margin: 0.3rem 0; }
.narrative table { border-collapse: collapse; margin: 0.4rem 0; }
.narrative th, .narrative td { border: 1px solid var(--line); padding: 0.2rem 0.5rem; text-align: left; vertical-align: top; }
footer h2 { font-size: 1rem; margin-bottom: 0.3rem; color: var(--ink); }
footer p + p { margin-top: 0.5rem; }

@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1, .verdict-word { font-size: 1.5rem; }
  .verdict { padding: 1.25rem; }
  .contents { margin: 1.5rem -1rem 0; padding: 0.7rem 1rem; overflow-x: auto; }
  .contents ul { flex-wrap: nowrap; white-space: nowrap; }
  .sides, .rule-group { grid-template-columns: minmax(0, 1fr); }
  .item-body, .item > summary { padding-left: 1rem; padding-right: 1rem; }
  .filters .soft { margin-left: 0; }
  .stack thead { position: absolute; left: -100vw; }
  .stack tr { display: block; padding: 0.8rem 0; border-top: 1px solid var(--line); }
  .stack td, .stack tbody th { display: block; border: 0; padding: 0.1rem 0; }
  .outcomes .badge { display: inline-flex; margin: 0 0.5rem 0.3rem 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .contents, .filters, .skip, .screen-only, .item > summary::after, .quiet > .item-body { display: none !important; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .verdict, .finding, .handshake, .evidence > li, .steps > li, tr { break-inside: avoid; }
  .item.quiet { border: 0; margin: 0; }
  .item.quiet > summary, .evidence > li { padding: 0.15rem 0; border: 0; margin: 0; }
  .evidence p { display: inline; margin-right: 0.6rem; }
  .whole { max-height: none; }
  a { color: inherit; text-decoration: none; }
  .badge, .bar, mark, .verdict-sign { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
