import type { StepResult } from '../../core/index.js';
import { OUTCOME_SIGNS, OUTCOME_WORDS, toReadableTime } from '../../reports/labels.js';
import type { PdfWriter } from '../../reports/pdf/index.js';
import { type PdfCell, SIZE, SOFT, TONE_INKS, writeTable } from '../../reports/pdf/index.js';
import type { AssessedRequirement } from '../assess/assess-dossier.js';
import { type AssessedProof, isBroken } from '../assess/assess-proof.js';
import { RUN_WORDS } from '../assess/gates.js';
import type { DossierPlaces } from '../build/plan-files.js';
import { PROOF_KIND_WORDS, PROOF_STATE_WORDS } from '../words.js';
import { openPage, type PageContext, PREPARATION, productFacts, writeClosingNote, writeRemarks } from './pdf-parts.js';
import {
  isPreparation,
  requirementFacts,
  writeApplicability,
  writeDeclarationState,
  writeScenario,
  writeState,
} from './requirement-parts.js';

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
  writeState(writer, each, places, context);
  writer.facts([...productFacts(context), ...requirementFacts(each, context)]);
  writeApplicability(writer, each, context);
  if (each.declaration) writeDeclarationState(writer, each, places, context);
  else writeScenario(writer, each, context);
  if (proofs.length > 0) writeProofs(writer, proofs, places, context);
  if (each.entry.comment) {
    writer.heading(fr ? 'Commentaire de l’exploitant' : 'Comment of the exploitant', 3);
    writer.paragraph(each.entry.comment);
  }
  // What helps to prove a requirement says nothing to who declares that it does not apply.
  if (each.state !== 'not-applicable') {
    writeRemarks(writer, fr ? 'À savoir' : 'Good to know', requirement.notes, language, requirement);
    const refusals = fr ? 'Motifs de refus courants' : 'Usual reasons for refusal';
    writeRemarks(writer, refusals, requirement.pitfalls, language, requirement);
  }
  writeClosingNote(writer, context.assessed.referential.warning[language]);
  return writer.toBytes();
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
  { run, steps, outcome, state }: AssessedProof,
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
  if (state === 'reference-run')
    writer.paragraph(OF_REFERENCE[language], { colour: TONE_INKS.cantTell.ink, font: 'bold' });
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

const OF_REFERENCE = {
  fr: 'Ce passage a joué le DMN de référence d’Épreuve. Il montre la preuve attendue et ne prouve rien de votre produit : rejouez-le avec « epreuve run … --target ».',
  en: 'This run played the reference DMN of Épreuve. It shows the proof expected and proves nothing of your product: play it again with “epreuve run … --target”.',
} as const;

function stepRow(step: StepResult, index: number, language: PageContext['language']): PdfCell[] {
  const { outcome } = step;
  const word = `${OUTCOME_SIGNS[outcome]} ${OUTCOME_WORDS[outcome][language]}`;
  const cell = { text: word, colour: TONE_INKS[outcome].ink, font: 'bold' } as const;
  return [String(index + 1), step.title[language], cell, step.reason?.[language] ?? ''];
}
