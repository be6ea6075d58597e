import { type PackMistake, packInvalid } from '../../packs/compile/mistakes.js';
import { type MistakeWords, unknownName } from '../../packs/compile/problems.js';
import { readYaml, type Source } from '../../packs/compile/source.js';
import type { Maturity } from '../maturity/types.js';
import { readRequirementId } from '../referential/requirement-id.js';
import type { Facts, Referential } from '../referential/types.js';
import { type DossierFile, dossierFile, type ProofEntry, type RequirementEntry } from './schema.js';

export const PROOF_SLOTS = ['proof1', 'proof2', 'proof3'] as const;

/** dossier.yaml as read, its requirement ids written as the referential writes them. */
export interface Dossier extends Omit<DossierFile, 'requirements'> {
  readonly facts: Facts;
  readonly requirements: ReadonlyMap<string, RequirementEntry>;
}

/** Name of the requirement pack of a dossier, read before anything else. Throws `dossier-invalid`. */
export function referentialOf(text: string, file: string): string {
  return readFile(text, file).data.referential ?? 'dmn-referential';
}

/** Reads dossier.yaml against its requirement pack. Throws `dossier-invalid` with every mistake. */
export function readDossier(text: string, file: string, referential: Referential, maturity: Maturity): Dossier {
  const source = readFile(text, file);
  const { requirements: written, ...rest } = source.data;
  const mistakes: PackMistake[] = [];
  const known = referential.requirements.map(({ id }) => id);
  const requirements = new Map<string, RequirementEntry>();
  for (const [name, entry] of Object.entries(written ?? {})) {
    const id = readRequirementId(name, known);
    const place = ['requirements', name];
    const requirement = referential.requirements.find((each) => each.id === id);
    if (!requirement) mistakes.push(source.mistake(place, unknownName(REQUIREMENT, name, known)));
    if (requirements.has(id)) mistakes.push(source.mistake(place, WRITTEN_TWICE));
    const scenarios = requirement?.scenarios.map((choice) => choice.id) ?? [];
    if (requirement && entry.scenario !== undefined && !scenarios.includes(entry.scenario)) {
      mistakes.push(source.mistake([...place, 'scenario'], notAScenario(entry.scenario, scenarios)));
    }
    mistakes.push(...entryMistakes(entry, source, place));
    requirements.set(id, entry);
  }
  const paths = referential.paths.map(({ id }) => id);
  if (rest.path !== undefined && !paths.includes(rest.path)) {
    mistakes.push(source.mistake(['path'], notOneOf(rest.path, paths)));
  }
  const rules = referential.requirements.flatMap((requirement) => requirement.rules.map(({ id }) => id));
  for (const id of Object.keys(rest.declarations ?? {})) {
    if (!rules.includes(id)) mistakes.push(source.mistake(['declarations', id], unknownName(RULE, id, rules)));
  }
  mistakes.push(...maturityMistakes(source, maturity));
  if (mistakes.length > 0) throw packInvalid(mistakes, 'dossier-invalid');
  return { ...rest, requirements, facts: factsOf(rest) };
}

function readFile(text: string, file: string): Source<DossierFile> {
  const mistakes: PackMistake[] = [];
  const source = readYaml(file, text, dossierFile, mistakes);
  if (!source || mistakes.length > 0) throw packInvalid(mistakes, 'dossier-invalid');
  return source;
}

function factsOf({ identity, ins, access }: Omit<DossierFile, 'requirements'>): Facts {
  const { role, establishment, exchanges, prints, documentCopies } = identity ?? {};
  const all = {
    ...{ 'identity.role': role, 'identity.establishment': establishment, 'identity.exchanges': exchanges },
    ...{ 'identity.prints': prints, 'identity.documentCopies': documentCopies, 'ins.used': ins?.used },
    ...{ 'access.patient': access?.patient, 'access.professional': access?.professional },
    'access.vitaleApp': access?.vitaleApp,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function* entryMistakes(
  entry: RequirementEntry,
  source: Source<DossierFile>,
  place: readonly string[],
): Generator<PackMistake> {
  if (entry.applicable !== undefined && entry.reason === undefined) {
    yield source.mistake([...place, 'applicable'], REASON_NEEDED);
  }
  for (const slot of PROOF_SLOTS) {
    const proof = entry[slot];
    if (!proof) continue;
    if (placesOf(proof) !== 1) yield source.mistake([...place, slot], ONE_PLACE);
    if (proof.steps && proof.run === undefined) yield source.mistake([...place, slot, 'steps'], STEPS_OF_RUN);
  }
}

function placesOf({ file, link, run }: ProofEntry): number {
  return [file, link, run].filter((place) => place !== undefined).length;
}

function* maturityMistakes(source: Source<DossierFile>, maturity: Maturity): Generator<PackMistake> {
  const written = source.data.maturity;
  if (!written) return;
  const demarches = maturity.demarches.map(({ id }) => id);
  for (const [index, id] of written.demarches.entries()) {
    if (!demarches.includes(id)) yield source.mistake(['maturity', 'demarches', index], notOneOf(id, demarches));
  }
  const criteria = maturity.criteria.map(({ id }) => id);
  for (const [id, { target, level }] of Object.entries(written.answers ?? {})) {
    const place = ['maturity', 'answers', id];
    if (!criteria.includes(id)) yield source.mistake(place, unknownName(CRITERION, id, criteria));
    if (!target) continue;
    const notApplicable = target.notApplicable === true;
    const complete = notApplicable
      ? target.comment !== undefined && target.level === undefined && target.date === undefined
      : target.level !== undefined && target.date !== undefined && level !== 'not-applicable';
    if (!complete) yield source.mistake([...place, 'target'], TARGET);
  }
}

const REQUIREMENT = { fr: 'exigence', en: 'requirement' };
const RULE = { fr: 'règle d’applicabilité', en: 'applicability rule' };
const CRITERION = { fr: 'critère', en: 'criterion' };

function notOneOf(value: string, known: readonly string[]): MistakeWords {
  return {
    reason: { fr: `« ${value} » n’est pas connu`, en: `"${value}" is not known` },
    remedy: { fr: `Valeurs admises : ${known.join(', ')}.`, en: `Values allowed: ${known.join(', ')}.` },
  };
}

function notAScenario(value: string, known: readonly string[]): MistakeWords {
  return {
    reason: {
      fr: `« ${value} » n’est pas un scénario de cette exigence`,
      en: `"${value}" is not a scenario of this requirement`,
    },
    remedy: { fr: `Choix : ${known.join(', ')}.`, en: `Choices: ${known.join(', ')}.` },
  };
}

const WRITTEN_TWICE: MistakeWords = {
  reason: { fr: 'cette exigence est écrite deux fois', en: 'this requirement is written twice' },
  remedy: { fr: 'Gardez une seule entrée.', en: 'Keep one entry.' },
};

const REASON_NEEDED: MistakeWords = {
  reason: { fr: '« applicable » demande une raison', en: '“applicable” needs a reason' },
  remedy: {
    fr: 'Ajoutez reason: "…" ; elle figurera sur l’attestation à signer.',
    en: 'Add reason: "…"; it will stand on the declaration to sign.',
  },
};

const ONE_PLACE: MistakeWords = {
  reason: {
    fr: 'une preuve a file, link ou run, un seul des trois',
    en: 'a proof has file, link or run, one of the three',
  },
  remedy: { fr: 'Écrivez file: preuves/capture.png.', en: 'Write file: preuves/capture.png.' },
};

const STEPS_OF_RUN: MistakeWords = {
  reason: { fr: '« steps » ne va qu’avec « run »', en: '“steps” only goes with “run”' },
  remedy: { fr: 'Nommez le passage, ou retirez steps.', en: 'Name the run, or take steps away.' },
};

const TARGET: MistakeWords = {
  reason: {
    fr: 'une cible a level et date, ou notApplicable: true et comment',
    en: 'a target has level and date, or notApplicable: true and comment',
  },
  remedy: {
    fr: 'Écrivez target: { level: green, date: "2027-03-31" }.',
    en: 'Write target: { level: green, date: "2027-03-31" }.',
  },
};
