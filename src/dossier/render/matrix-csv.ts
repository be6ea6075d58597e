import type { Language } from '../../core/index.js';
import { toCsv } from '../../reports/csv-cells.js';
import type { AssessedDossier, AssessedRequirement } from '../assess/assess-dossier.js';
import type { AssessedProof } from '../assess/assess-proof.js';
import type { DossierPlaces } from '../build/plan-files.js';
import { PROOF_KIND_WORDS, PROOF_STATE_WORDS, REQUIREMENT_STATE_WORDS, STANDING_WORDS } from '../words.js';
import { describeApplicability } from './applicability-text.js';

const HEAD = {
  fr: [
    ...['Exigence', 'Famille', 'Objet', 'Valeur de la source', 'Sources', 'État', 'Applicabilité', 'Scénario'],
    ...['Preuve', 'Sorte', 'État de la preuve', 'Attendu', 'Fichier, passage ou lien', 'Étapes', 'SHA-256'],
    'Lien permanent de la plateforme',
  ],
  en: [
    ...['Requirement', 'Family', 'Subject', 'Worth of the source', 'Sources', 'State', 'Applicability', 'Scenario'],
    ...['Proof', 'Kind', 'State of the proof', 'Expected', 'File, run or link', 'Steps', 'SHA-256'],
    'Permanent link of the platform',
  ],
};

/** Traceability as a sheet: a row for each proof of each requirement, gaps included. */
export function renderMatrixCsv(assessed: AssessedDossier, places: DossierPlaces, language: Language): string {
  const rows = assessed.requirements.flatMap((each) => {
    const head = headCells(each, language);
    const link = each.platformLink?.url ?? '';
    if (each.proofs.length === 0) return [[...head, ...Array<string>(7).fill(''), link]];
    return each.proofs.map((proof) => [...head, ...proofCells(proof, places, language), link]);
  });
  return toCsv([HEAD[language], ...rows], language);
}

function headCells(each: AssessedRequirement, language: Language): string[] {
  const { requirement, state, scenario } = each;
  return [
    requirement.id,
    requirement.familyTitle[language],
    requirement.subject[language],
    STANDING_WORDS[requirement.standing][language],
    requirement.sources.map(({ title }) => title[language]).join(' ; '),
    REQUIREMENT_STATE_WORDS[state][language],
    describeApplicability(each, language),
    state === 'not-applicable' ? '' : scenario.title[language],
  ];
}

function proofCells(proof: AssessedProof, places: DossierPlaces, language: Language): string[] {
  const { slot, kind, state, expected, file, run, link, steps } = proof;
  const place = file
    ? (places.files.get(file.path) ?? file.path)
    : run
      ? (places.runs.get(run.path) ?? run.path)
      : link;
  return [
    String(slot),
    kind ? PROOF_KIND_WORDS[kind][language] : '',
    PROOF_STATE_WORDS[state][language],
    expected?.what[language] ?? '',
    place ?? '',
    steps.map(({ id }) => id).join(' '),
    file?.sha256 ?? run?.manifestSha256 ?? '',
  ];
}
