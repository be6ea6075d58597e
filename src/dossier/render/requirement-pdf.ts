import type { StepResult } from '../../core/index.js';
import { OUTCOME_SIGNS, OUTCOME_WORDS, toReadableTime } from '../../reports/labels.js';
import type { PdfWriter } from '../../reports/pdf/index.js';
import { type PdfCell, SIZE, SOFT, TONE_INKS, writeTable, writeVerdict } from '../../reports/pdf/index.js';
import type { AssessedRequirement, RequirementState } from '../assess/assess-dossier.js';
import { type AssessedProof, isBroken } from '../assess/assess-proof.js';
import { RUN_WORDS } from '../assess/gates.js';
import type { DossierPlaces } from '../build/plan-files.js';
import {
  FACT_WORDS,
  PROOF_KIND_WORDS,
  PROOF_STATE_WORDS,
  REQUIREMENT_STATE_SIGNS,
  REQUIREMENT_STATE_WORDS,
  standingOf,
} from '../words.js';
import { openPage, type PageContext, PREPARATION, productFacts, writeRemarks } from './pdf-parts.js';
import { DECLARATION_WORDS } from './status-text.js';

export const STATE_TONES = {
  ready: 'passed',
  missing: 'cantTell',
  broken: 'failed',
  undecided: 'cantTell',
  'not-applicable': 'inapplicable',
} as const satisfies Record<RequirementState, keyof typeof TONE_INKS>;

/** One requirement: where it stands, why it applies, how it is proved and with what. */
export function renderRequirementPdf(
  each: AssessedRequirement,
  places: DossierPlaces,
  context: PageContext,
): Uint8Array {
  const { language } = context;
  const { requirement, proofs } = each;
  const fr = language === 'fr';
  const writer = openPage(context, requirement.id, isPreparation(each) ? PREPARATION[language] : '');
  writer.heading(`${requirement.id} – ${requirement.subject[language]}`, 1);
  writeState(writer, each, context);
  writer.facts([
    ...productFacts(context),
    [fr ? 'Famille' : 'Family', `${requirement.family} – ${requirement.familyTitle[language]}`],
    [fr ? 'Source de l’exigence' : 'Source of the requirement', standingOf(requirement)[language]],
  ]);
  writeApplicability(writer, each, context);
  if (each.declaration) writeDeclarationState(writer, each.declaration, places, context);
  else writeScenario(writer, each, context);
  if (proofs.length > 0) writeProofs(writer, proofs, places, context);
  if (each.entry.comment) {
    writer.heading(fr ? 'Commentaire de l’exploitant' : 'Comment of the exploitant', 3);
    writer.paragraph(each.entry.comment);
  }
  writeRemarks(writer, fr ? 'À savoir' : 'Good to know', requirement.notes, language);
  writeRemarks(writer, fr ? 'Motifs de refus courants' : 'Usual reasons for refusal', requirement.pitfalls, language);
  writer.paragraph(context.assessed.referential.warning[language], { size: SIZE.small, colour: SOFT });
  return writer.toBytes();
}

/** Only a permanent link of the platform takes the word off the page. */
export function isPreparation({ platformLink }: AssessedRequirement): boolean {
  return platformLink?.proves !== true;
}

function writeState(writer: PdfWriter, each: AssessedRequirement, { language }: PageContext): void {
  const { state, proofs, platformLink } = each;
  const fr = language === 'fr';
  const open = proofs.filter((proof) => proof.state !== 'ready').length;
  const counts = fr
    ? `${proofs.length - open} preuve${proofs.length - open < 2 ? '' : 's'} sur ${proofs.length} ${proofs.length - open < 2 ? 'est jointe' : 'sont jointes'}.`
    : `${proofs.length - open} of ${proofs.length} proofs attached.`;
  const preparation = fr
    ? 'Préparation : aucun lien permanent de la plateforme de référencement n’est joint.'
    : 'Preparation: no permanent link of the référencement platform is attached.';
  const attached = fr
    ? 'Un lien permanent de la plateforme est joint.'
    : 'A permanent link of the platform is attached.';
  writeVerdict(writer, {
    tone: STATE_TONES[state],
    sign: REQUIREMENT_STATE_SIGNS[state],
    word: capital(REQUIREMENT_STATE_WORDS[state][language]),
    sentence: `${proofs.length > 0 ? `${counts} ` : ''}${isPreparation(each) ? preparation : attached}`,
  });
  if (platformLink) writer.paragraph(platformLink.url, { link: platformLink.url });
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function writeApplicability(writer: PdfWriter, each: AssessedRequirement, { language }: PageContext): void {
  const { applicability, stated, missingFacts, requirement } = each;
  const fr = language === 'fr';
  writer.heading(fr ? 'Applicabilité' : 'Applicability', 2);
  if (stated) {
    const word = fr ? 'Décision de l’exploitant' : 'Decision of the exploitant';
    writer.paragraph(`${word}${fr ? '\u00a0: ' : ': '}${stated.reason}`);
  } else if (applicability.state === 'undecided') {
    const facts = missingFacts.map((fact) => FACT_WORDS[fact][language]).join(', ');
    const ask = fr ? 'À dire dans dossier.yaml\u00a0: ' : 'To state in dossier.yaml: ';
    writer.paragraph(facts === '' ? (requirement.unsettled?.[language] ?? '') : `${ask}${facts}.`);
  } else if (applicability.rule) {
    writer.paragraph(applicability.rule.why[language]);
    writer.paragraph(standingOf(applicability.rule)[language], { size: SIZE.small, colour: SOFT });
  } else {
    const none = fr ? 'S’applique : aucune règle connue ne l’écarte.' : 'Applies: no known rule exempts it.';
    writer.paragraph(none);
  }
}

/** Not applicable: no scenario, a sworn declaration instead. */
function writeDeclarationState(
  writer: PdfWriter,
  { state, file }: NonNullable<AssessedRequirement['declaration']>,
  places: DossierPlaces,
  { language }: PageContext,
): void {
  const fr = language === 'fr';
  writer.heading(fr ? 'Attestation sur l’honneur' : 'Sworn declaration', 2);
  const colour = TONE_INKS[state === 'signed' ? 'passed' : 'failed'].ink;
  writer.paragraph(`${state === 'signed' ? '✓' : '✕'} ${DECLARATION_WORDS[state][language]}`, { font: 'bold', colour });
  if (!file) return;
  writer.facts([
    [fr ? 'Fichier' : 'File', places.files.get(file.path) ?? file.path],
    ['SHA-256', file.sha256],
  ]);
}

function writeScenario(
  writer: PdfWriter,
  { scenario, chosen, requirement }: AssessedRequirement,
  { language }: PageContext,
): void {
  const fr = language === 'fr';
  writer.heading(fr ? 'Scénario' : 'Scenario', 2);
  const proposed = fr ? ' (proposé, non choisi dans dossier.yaml)' : ' (proposed, not chosen in dossier.yaml)';
  writer.paragraph(`${scenario.title[language]}${chosen ? '' : proposed}`, { font: 'bold', after: 1 });
  writer.paragraph(standingOf(scenario)[language], { size: SIZE.small, colour: SOFT });
  const { runs } = requirement;
  if (runs.length > 0) {
    const how = fr ? 'Preuves réunies par' : 'Evidence gathered by';
    const list = runs.map((run) => `epreuve run ${run}`).join(' ; ');
    writer.paragraph(`${how}${fr ? '\u00a0: ' : ': '}${list}.`, { size: SIZE.small });
  }
  const others = requirement.scenarios.filter(({ id }) => id !== scenario.id);
  if (others.length === 0) return;
  const list = others.map(({ id, title }) => `${title[language]} (${id})`).join(' ; ');
  writer.paragraph(`${fr ? 'Autres choix' : 'Other choices'}${fr ? '\u00a0: ' : ': '}${list}.`, { size: SIZE.small });
}

function writeProofs(
  writer: PdfWriter,
  proofs: readonly AssessedProof[],
  places: DossierPlaces,
  context: PageContext,
): void {
  const { language } = context;
  const fr = language === 'fr';
  writer.heading(fr ? 'Preuves' : 'Proofs', 2);
  const columns = [
    { title: '', share: 5 },
    { title: fr ? 'Attendu' : 'Expected', share: 48 },
    { title: fr ? 'Sorte' : 'Kind', share: 23 },
    { title: fr ? 'État' : 'State', share: 24 },
  ];
  const rows = proofs.map((proof): PdfCell[] => {
    const { slot, expected, kind, state } = proof;
    const kinds = kind ? [kind] : (expected?.kinds ?? []);
    const extra = fr ? 'Preuve de plus, non demandée par le scénario' : 'One proof more than the scenario asks';
    return [
      String(slot),
      expected?.what[language] ?? extra,
      kinds.map((each) => PROOF_KIND_WORDS[each][language]).join(fr ? ' ou ' : ' or '),
      { text: `${proofSign(proof)} ${PROOF_STATE_WORDS[state][language]}`, colour: proofInk(proof), font: 'bold' },
    ];
  });
  writeTable(writer, columns, rows);
  for (const proof of proofs) writeProof(writer, proof, places, context);
}

const proofSign = ({ state }: AssessedProof) => (state === 'ready' ? '✓' : isBroken(state) ? '✕' : '○');
const proofInk = ({ state }: AssessedProof) => TONE_INKS[state === 'ready' ? 'passed' : 'failed'].ink;

function writeProof(writer: PdfWriter, proof: AssessedProof, places: DossierPlaces, context: PageContext): void {
  const { slot, title, file, link, run, found } = proof;
  if (!file && !link && !run) return;
  const { language, images } = context;
  const fr = language === 'fr';
  const auto = found ? (fr ? ' (trouvée d’elle-même)' : ' (found by itself)') : '';
  writer.heading(`${fr ? 'Preuve' : 'Proof'} ${slot}${title ? ` – ${title}` : ''}${auto}`, 3);
  if (link !== undefined) writer.paragraph(link, { link });
  if (file) {
    writer.facts([
      [fr ? 'Fichier' : 'File', places.files.get(file.path) ?? file.path],
      ['SHA-256', file.sha256],
      [fr ? 'Taille' : 'Size', file.size === undefined ? undefined : `${file.size} ${fr ? 'octets' : 'bytes'}`],
    ]);
    const image = images.get(file.path);
    if (image) writer.image(image, title ?? file.path, 380);
  }
  if (run) writeRun(writer, proof, places, context);
}

function writeRun(
  writer: PdfWriter,
  { run, steps, outcome }: AssessedProof,
  places: DossierPlaces,
  { language }: PageContext,
): void {
  const fr = language === 'fr';
  const result = run?.result;
  if (!run) return;
  writer.facts([
    [fr ? 'Passage' : 'Run', result?.title[language] ?? run.path],
    [fr ? 'Dossier' : 'Folder', places.runs.get(run.path) ?? run.path],
    [fr ? 'Intégrité' : 'Integrity', RUN_WORDS[run.state][language]],
    [fr ? 'Résultat' : 'Outcome', outcome && `${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`],
    [fr ? 'Fin' : 'Ended', result?.endedAt && toReadableTime(result.endedAt, language)],
    [fr ? 'Packs' : 'Packs', result?.packs.map(({ id, version }) => `${id}@${version}`).join(', ')],
    [fr ? 'Manifeste, SHA-256' : 'Manifest, SHA-256', run.manifestSha256],
  ]);
  const shown = steps.length > 0 ? steps : (result?.steps ?? []);
  if (shown.length === 0) return;
  if (steps.length === 0) {
    const whole = fr
      ? 'Aucune étape ne cite cette exigence : le passage entier est donné en preuve.'
      : 'No step names this requirement: the whole run is given as proof.';
    writer.paragraph(whole, { size: SIZE.small, colour: SOFT });
  }
  const columns = [
    { title: '', share: 6 },
    { title: fr ? 'Étape' : 'Step', share: 50 },
    { title: fr ? 'Résultat' : 'Outcome', share: 20 },
    { title: fr ? 'Motif' : 'Reason', share: 40 },
  ];
  writeTable(
    writer,
    columns,
    shown.map((step, index) => stepRow(step, index, language)),
  );
}

function stepRow(step: StepResult, index: number, language: PageContext['language']): PdfCell[] {
  const { outcome } = step;
  const word = `${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`;
  const cell = { text: word, colour: TONE_INKS[outcome].ink, font: 'bold' } as const;
  return [String(index + 1), step.title[language], cell, step.reason?.[language] ?? ''];
}
