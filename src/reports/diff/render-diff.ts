import { describePath, type Language, type RunResult, type Text } from '../../core/index.js';
import { countOf, OUTCOME_WORDS, SEVERITY_WORDS } from '../labels.js';
import { suppressionNote } from '../notes.js';
import { prepareResult } from '../prepare.js';
import {
  type ChangeKind,
  changeText,
  compareResults,
  type FindingChange,
  type ItemChange,
  type ResultDiff,
} from './compare-results.js';

export interface DiffOptions {
  readonly language: Language;
  /** Default false: values of documents are masked. */
  readonly showValues?: boolean;
}

const HEADS: Readonly<Record<ChangeKind, Text>> = {
  new: { fr: 'Nouveaux constats', en: 'New findings' },
  'not-judged': {
    fr: 'Constats dont on ne sait plus rien (règle non jugée cette fois)',
    en: 'Findings nothing is known of any more (rule not judged this time)',
  },
  fixed: { fr: 'Constats corrigés', en: 'Fixed findings' },
  unchanged: { fr: 'Constats inchangés', en: 'Unchanged findings' },
};
const SIGNS: Readonly<Record<ChangeKind, string>> = { new: '+', 'not-judged': '?', fixed: '✓', unchanged: '=' };
const KINDS = ['new', 'not-judged', 'fixed', 'unchanged'] as const;
const WORDS = {
  title: { fr: 'Comparaison de deux passages', en: 'Comparison of two runs' },
  before: { fr: 'Avant', en: 'Before' },
  after: { fr: 'Après', en: 'After' },
  outcomes: { fr: 'Verdicts qui changent', en: 'Verdicts that change' },
  absent: { fr: 'absent', en: 'absent' },
  nothing: { fr: 'Aucun.', en: 'None.' },
} as const satisfies Record<string, Text>;

interface Prepared {
  readonly diff: ResultDiff;
  readonly results: readonly [RunResult, RunResult];
}

/** Masked and printable like every report, then compared. */
function prepare(before: RunResult, after: RunResult, options: DiffOptions): Prepared {
  const results = [prepareResult(before, options), prepareResult(after, options)] as const;
  // Masking never touches a fingerprint's parts but literals inside paths, alike in both.
  return { diff: compareResults(...results), results: [...results] };
}

export function renderDiffJson(before: RunResult, after: RunResult, options: DiffOptions): string {
  return `${JSON.stringify(prepare(before, after, options).diff, null, 2)}\n`;
}

export function renderDiffText(before: RunResult, after: RunResult, options: DiffOptions): string {
  const { diff, results } = prepare(before, after, options);
  const { language } = options;
  const blocks = [
    `${WORDS.before[language]} : ${sideText(diff, 'before', language)}\n${WORDS.after[language]} : ${sideText(diff, 'after', language)}`,
    ...KINDS.filter((kind) => kind !== 'unchanged' && diff.counts[kind] > 0).map((kind) => {
      const lines = diff.findings
        .filter((change) => change.kind === kind)
        .map((change) => findingLines(change, results, language));
      return [`${HEADS[kind][language]} (${diff.counts[kind]})`, ...lines].join('\n');
    }),
    ...(diff.items.length > 0
      ? [
          [
            WORDS.outcomes[language],
            ...diff.items.map((change) => `  ${change.item} : ${outcomesText(change, language)}`),
          ].join('\n'),
        ]
      : []),
    summary(diff, language),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function findingLines(change: FindingChange, results: readonly RunResult[], language: Language): string {
  const { finding, item, kind } = change;
  const { line, column } = finding.location;
  const note = finding.suppressed ? `\n      ${suppressionNote(finding.suppressed, language)}` : '';
  return [
    `  ${SIGNS[kind]} ${SEVERITY_WORDS[finding.severity][language].toLowerCase()}  ${finding.ruleId}  ${changeText(change, results, language)}`,
    `      ${item} · ${describePath(finding.location)} (${line}:${column})${note}`,
  ].join('\n');
}

function sideText(diff: ResultDiff, side: 'before' | 'after', language: Language): string {
  const { title, outcome, packs, tool } = diff[side];
  return `${OUTCOME_WORDS[outcome][language]} · ${title[language]} · ${packs.join(', ') || '—'} · Épreuve ${tool}`;
}

function outcomesText({ before, after }: ItemChange, language: Language): string {
  const word = (outcome: ItemChange['before']) => (outcome ? OUTCOME_WORDS[outcome] : WORDS.absent)[language];
  return `${word(before)} → ${word(after)}`;
}

const COUNTED: Readonly<Record<ChangeKind, readonly [Text, Text]>> = {
  new: [
    { fr: 'nouveau constat', en: 'new finding' },
    { fr: 'nouveaux constats', en: 'new findings' },
  ],
  fixed: [
    { fr: 'corrigé', en: 'fixed' },
    { fr: 'corrigés', en: 'fixed' },
  ],
  'not-judged': [
    { fr: 'dont on ne sait plus rien', en: 'not judged any more' },
    { fr: 'dont on ne sait plus rien', en: 'not judged any more' },
  ],
  unchanged: [
    { fr: 'inchangé', en: 'unchanged' },
    { fr: 'inchangés', en: 'unchanged' },
  ],
};

/** `2 nouveaux constats, 1 corrigé, …` */
export function summary({ counts }: ResultDiff, language: Language): string {
  return (['new', 'fixed', 'not-judged', 'unchanged'] as const)
    .map((kind) => countOf(counts[kind], COUNTED[kind], language))
    .join(', ');
}

const STYLE = `:root{color-scheme:light dark;--ink:#1c2024;--ground:#f7f7f5;--card:#fff;--line:#ddd;--new:#b3261e;--fixed:#1b7a48;--open:#6f42b5;--soft:#5d6670}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8ea;--ground:#15181b;--card:#1e2226;--line:#3a4046;--new:#ff8a80;--fixed:#7ddc98;--open:#c3a5f5;--soft:#a3abb3}}
body{background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:2rem 1rem}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}.sides{display:grid;gap:.5rem 1rem;grid-template-columns:max-content 1fr}
dt{color:var(--soft)}dd{margin:0}ul{list-style:none;padding:0}li{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:4px;margin:.5rem 0;padding:.6rem .9rem}
.new li{border-left-color:var(--new)}.fixed li{border-left-color:var(--fixed)}.not-judged li{border-left-color:var(--open)}
code{font-size:.9em;overflow-wrap:anywhere}.soft{color:var(--soft);font-size:.9em;margin:.2rem 0 0}.sum{font-weight:600}
@media print{body{background:#fff}li{break-inside:avoid}}`;

/** One self-contained page without scripts. */
export function renderDiffHtml(before: RunResult, after: RunResult, options: DiffOptions): string {
  const { diff, results } = prepare(before, after, options);
  const { language } = options;
  const sections = KINDS.filter((kind) => diff.counts[kind] > 0).map((kind) => {
    const rows = diff.findings.filter((change) => change.kind === kind).map((change) => row(change, results, language));
    const list = `<ul class="${kind}">${rows.join('')}</ul>`;
    const head = `${HEADS[kind][language]} (${diff.counts[kind]})`;
    return kind === 'unchanged'
      ? `<details><summary><h2 style="display:inline">${head}</h2></summary>${list}</details>`
      : `<h2>${head}</h2>${list}`;
  });
  const outcomes = diff.items.map(
    (change) => `<li>${escapeHtml(change.item)} : ${outcomesText(change, language)}</li>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${WORDS.title[language]} · Épreuve</title><style>${STYLE}</style></head><body><main>
<h1>${WORDS.title[language]}</h1>
<dl class="sides"><dt>${WORDS.before[language]}</dt><dd>${escapeHtml(sideText(diff, 'before', language))}</dd><dt>${WORDS.after[language]}</dt><dd>${escapeHtml(sideText(diff, 'after', language))}</dd></dl>
<p class="sum">${summary(diff, language)}</p>
${sections.join('\n')}
${outcomes.length > 0 ? `<h2>${WORDS.outcomes[language]}</h2><ul>${outcomes.join('')}</ul>` : ''}
</main></body></html>
`;
}

function row(change: FindingChange, results: readonly RunResult[], language: Language): string {
  const { finding, item, kind } = change;
  const note = finding.suppressed
    ? `<p class="soft">${escapeHtml(suppressionNote(finding.suppressed, language))}</p>`
    : '';
  return `<li><span aria-hidden="true">${SIGNS[kind]}</span> <strong>${SEVERITY_WORDS[finding.severity][language]}</strong> <code>${escapeHtml(finding.ruleId)}</code> ${escapeHtml(changeText(change, results, language))}<p class="soft">${escapeHtml(item)} · <code>${escapeHtml(describePath(finding.location))}</code> (${finding.location.line}:${finding.location.column})</p>${note}</li>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
