import type { PdfWriter } from '../../reports/pdf/index.js';
import { type PdfCell, SIZE, SOFT, TONE_INKS, writeTable, writeVerdict } from '../../reports/pdf/index.js';
import type { AssessedRequirement } from '../assess/assess-dossier.js';
import { checkGates, type Gate, outcomeOfGates } from '../assess/gates.js';
import {
  AXIS_VERDICT_SIGNS,
  AXIS_VERDICT_WORDS,
  describeAnswer,
  type MaturityState,
} from '../maturity/maturity-text.js';
import { describeMean } from '../maturity/radar.js';
import type { Answers, Maturity } from '../maturity/types.js';
import { joinRequirementIds } from '../referential/requirement-id.js';
import { FACTS } from '../referential/types.js';
import {
  dateWords,
  FACT_WORDS,
  factValue,
  REQUIREMENT_STATE_SIGNS,
  REQUIREMENT_STATE_WORDS,
  STANDING_WORDS,
  standingOf,
} from '../words.js';
import { openPage, type PageContext, PREPARATION, productFacts, writeRemarks } from './pdf-parts.js';
import { isPreparation, STATE_TONES } from './requirement-parts.js';
import { countLine } from './status-text.js';

/** The first pages of a dossier: verdict, gates, what was stated, every requirement in a line. */
export function renderSummaryPdf(context: PageContext): Uint8Array {
  const { assessed, language } = context;
  const { requirements, referential, dossier } = assessed;
  const fr = language === 'fr';
  const isReady = requirements.every(({ state }) => state === 'ready' || state === 'not-applicable');
  const isProved = isReady && requirements.every((each) => each.state === 'not-applicable' || !isPreparation(each));
  const title = fr ? 'Synthèse' : 'Summary';
  const writer = openPage(context, title, isProved ? '' : PREPARATION[language]);
  writer.heading(`${dossier.product.name} ${dossier.product.version}`, 1);
  const gates = checkGates(assessed);
  writeWholeVerdict(writer, gates, context);
  writer.facts(productFacts(context));
  writer.paragraph(referential.warning[language], { size: SIZE.small, colour: SOFT });
  writeGates(writer, gates, context);
  writer.heading(fr ? 'Ce que l’exploitant dit du produit' : 'What the exploitant states of the product', 2);
  writer.facts(
    FACTS.map((fact) => [FACT_WORDS[fact][language], factValue(dossier.facts[fact])[language]] as const),
    220,
  );
  writeRequirements(writer, context);
  writeRemarks(writer, fr ? 'À savoir' : 'Good to know', referential.reminders, language);
  return writer.toBytes();
}

function writeWholeVerdict(writer: PdfWriter, gates: readonly Gate[], { assessed, language }: PageContext): void {
  const outcome = outcomeOfGates(gates);
  const fr = language === 'fr';
  const words = {
    passed: fr ? 'Complet' : 'Complete',
    failed: fr ? 'À corriger' : 'To correct',
    cantTell: fr ? 'Incomplet' : 'Incomplete',
  };
  const tone = outcome === 'passed' || outcome === 'failed' ? outcome : 'cantTell';
  const sign = tone === 'passed' ? '✓' : tone === 'failed' ? '✕' : '?';
  const note = fr
    ? 'Épreuve prépare, l’ANS décide : ce document n’est pas un résultat de l’ANS.'
    : 'Épreuve prepares, ANS decides: this document is no result of ANS.';
  writeVerdict(writer, {
    tone,
    sign,
    word: words[tone],
    sentence: `${countLine(assessed.requirements, language)}. ${note}`,
  });
}

const GATE_SIGNS = { passed: '✓', failed: '✕', cantTell: '?', inapplicable: '–', untested: '○' } as const;
const SHOWN = 6;

const LEGEND = {
  fr: '✓ tenu · ✕ à corriger · ? incomplet ou non vérifiable · – rien à contrôler',
  en: '✓ held · ✕ to correct · ? incomplete or not verifiable · – nothing to check',
} as const;

function writeGates(writer: PdfWriter, gates: readonly Gate[], { assessed, language }: PageContext): void {
  const fr = language === 'fr';
  writer.heading(fr ? 'Contrôles' : 'Checks', 2);
  const rows = gates.map(({ title, outcome, details }): PdfCell[] => {
    const left = details.length - SHOWN;
    const more = left > 0 ? [fr ? `… et ${left} de plus, dans statut.txt` : `… and ${left} more, in statut.txt`] : [];
    const text = [...details.slice(0, SHOWN).map((detail) => detail[language]), ...more].join('\n');
    const sign = { text: GATE_SIGNS[outcome], colour: TONE_INKS[outcome].ink, font: 'bold' } as const;
    return [sign, title[language], text];
  });
  writeTable(
    writer,
    [
      { title: '', share: 5 },
      { title: '', share: 28 },
      { title: '', share: 67 },
    ],
    rows,
  );
  writer.paragraph(LEGEND[language], { size: SIZE.small, colour: SOFT });
  const { rule } = assessed.penetrationTest;
  const note = `${rule.title[language]}${fr ? '\u00a0: ' : ': '}${rule.rule[language]} [${standingOf(rule)[language]}]`;
  writer.paragraph(note, { size: SIZE.small, colour: SOFT });
}

function writeRequirements(writer: PdfWriter, { assessed, language }: PageContext): void {
  const fr = language === 'fr';
  writer.heading(fr ? 'Exigences' : 'Requirements', 2);
  const columns = [
    { title: fr ? 'Exigence' : 'Requirement', share: 20 },
    { title: fr ? 'Objet' : 'Subject', share: 40 },
    { title: fr ? 'Valeur de la source' : 'Worth of the source', share: 22 },
    { title: fr ? 'État' : 'State', share: 20 },
  ];
  const rows = alike(assessed.requirements).map(({ ids, requirement, state }): PdfCell[] => [
    joinRequirementIds(ids),
    requirement.subject[language],
    STANDING_WORDS[requirement.standing][language],
    {
      text: `${REQUIREMENT_STATE_SIGNS[state]} ${REQUIREMENT_STATE_WORDS[state][language]}`,
      colour: TONE_INKS[STATE_TONES[state]].ink,
      font: 'bold',
    },
  ]);
  writeTable(writer, columns, rows);
}

/** Requirements of one subject that stand alike share a row; each has pages of its own. */
function alike(requirements: readonly AssessedRequirement[]): (AssessedRequirement & { readonly ids: string[] })[] {
  const rows = new Map<string, AssessedRequirement & { readonly ids: string[] }>();
  for (const each of requirements) {
    const { id, family, subject } = each.requirement;
    const key = `${family} ${subject.fr} ${each.state}`;
    const row = rows.get(key);
    if (row) row.ids.push(id);
    else rows.set(key, { ...each, ids: [id] });
  }
  return [...rows.values()];
}

/** Maturity: a radar, a table of axes and the answers of each démarche. */
export function renderMaturityPdf(
  states: readonly MaturityState[],
  maturity: Maturity,
  answers: Answers,
  radars: ReadonlyMap<string, Uint8Array>,
  context: PageContext,
): Uint8Array {
  const { language } = context;
  const fr = language === 'fr';
  const writer = openPage(context, fr ? 'Maturité' : 'Maturity', PREPARATION[language]);
  writer.heading(fr ? 'Maturité' : 'Maturity', 1);
  writer.paragraph(`${maturity.warning[language]} [${STANDING_WORDS[maturity.standing][language]}]`, { colour: SOFT });
  for (const [index, state] of states.entries()) {
    if (index > 0) writer.pageBreak();
    writer.heading(state.demarche.title[language], 2);
    const radar = radars.get(state.demarche.id);
    if (radar) writer.image(radar, state.demarche.title[language], 300);
    writeAxes(writer, state, language);
    writeAnswers(writer, state, maturity, answers, language);
  }
  return writer.toBytes();
}

function writeAxes(writer: PdfWriter, { now, later }: MaturityState, language: PageContext['language']): void {
  const fr = language === 'fr';
  const last = later.at(-1);
  const columns = [
    { title: fr ? 'Axe' : 'Axis', share: 30 },
    { title: fr ? 'Aujourd’hui' : 'Today', share: 14 },
    { title: last ? dateWords(last.date, language) : 'Projection', share: 14 },
    { title: 'Minimum', share: 12 },
    { title: fr ? 'Recommandé' : 'Recommended', share: 14 },
    { title: '', share: 24 },
  ];
  const rows = now.axes.map((axis): PdfCell[] => {
    const projected = last?.score.axes.find((each) => each.axis.id === axis.axis.id);
    const tone = axis.verdict === 'below' ? 'failed' : axis.verdict === 'unknown' ? 'cantTell' : 'passed';
    const word = `${AXIS_VERDICT_SIGNS[axis.verdict]} ${AXIS_VERDICT_WORDS[axis.verdict][language]}`;
    return [
      axis.axis.title[language],
      describeMean(axis, language),
      projected ? describeMean(projected, language) : '–',
      String(axis.minimum ?? '–').replace('.', fr ? ',' : '.'),
      String(axis.recommended ?? '–').replace('.', fr ? ',' : '.'),
      { text: word, colour: TONE_INKS[tone].ink, font: 'bold' },
    ];
  });
  writeTable(writer, columns, rows);
}

function writeAnswers(
  writer: PdfWriter,
  { demarche }: MaturityState,
  maturity: Maturity,
  answers: Answers,
  language: PageContext['language'],
): void {
  const fr = language === 'fr';
  const columns = [
    { title: '', share: 9 },
    { title: fr ? 'Critère' : 'Criterion', share: 50 },
    { title: fr ? 'Réponse et cible' : 'Answer and target', share: 41 },
  ];
  const own = maturity.criteria.filter(({ demarches }) => demarches.includes(demarche.id));
  const rows = own.map(({ id, question, kind }): PdfCell[] => {
    const answer = answers[id];
    const text = [describeAnswer(maturity, answer, language), answer?.comment].filter(Boolean).join('\n');
    const option = kind === 'option' ? ` (${fr ? 'option, hors moyenne' : 'option, not in the mean'})` : '';
    return [id, `${question[language]}${option}`, answer ? text : { text, colour: TONE_INKS.cantTell.ink }];
  });
  writeTable(writer, columns, rows);
}
