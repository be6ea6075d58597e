import { combineOutcomes, type Outcome, type Text } from '../../core/index.js';
import { joinRequirementIds } from '../referential/requirement-id.js';
import { PROOF_STATE_WORDS } from '../words.js';
import type { AssessedDossier, AssessedRequirement } from './assess-dossier.js';
import { type AssessedProof, isBroken } from './assess-proof.js';
import type { RunState } from './gathered.js';
import type { PlatformLink } from './platform-link.js';

/** One thing a dossier must pass before it is filed, with what keeps it from passing. */
export interface Gate {
  readonly id: string;
  readonly title: Text;
  readonly outcome: Outcome;
  readonly details: readonly Text[];
}

/** Every gate, in the order they are worth looking at. Missing is `cantTell`, wrong is `failed`. */
export function checkGates(assessed: AssessedDossier): Gate[] {
  return [
    undecidedGate(assessed),
    proofGate(assessed, FILES, ['file-missing', 'file-refused'], ({ file }) => file !== undefined),
    proofGate(assessed, DIGESTS, ['file-changed'], ({ file }) => file !== undefined),
    runGate(assessed),
    proofGate(
      assessed,
      OUTCOMES,
      ['failed', 'inconclusive', 'reference-run', 'step-unknown'],
      ({ run }) => run !== undefined,
    ),
    proofGate(assessed, COMPLETE, ['missing', 'wrong-kind'], () => true),
    declarationGate(assessed),
    linkGate(assessed),
    penetrationGate(assessed),
  ];
}

/** Exit-like outcome of the whole: never passed while something is missing. */
export function outcomeOfGates(gates: readonly Gate[]): Outcome {
  return combineOutcomes(gates.map(({ outcome }) => outcome));
}

function undecidedGate({ requirements }: AssessedDossier): Gate {
  const open = requirements.filter(({ state }) => state === 'undecided');
  const details = together(open.map((each) => ({ id: each.requirement.id, text: whyUndecided(each) })));
  return { ...UNDECIDED, outcome: details.length > 0 ? 'cantTell' : 'passed', details };
}

function whyUndecided({ requirement, missingFacts }: AssessedRequirement): Text {
  const facts = missingFacts.join(', ');
  if (facts !== '') return { fr: `dites ${facts}`, en: `state ${facts}` };
  return requirement.unsettled ?? { fr: 'à trancher', en: 'to decide' };
}

/** One line for all the requirements of which the same is said: `INS 42–44 : …`. */
function together(rows: readonly { readonly id: string; readonly text: Text }[]): Text[] {
  const groups = new Map<string, { readonly text: Text; readonly ids: string[] }>();
  for (const { id, text } of rows) {
    const group = groups.get(text.fr) ?? { text, ids: [] };
    group.ids.push(id);
    groups.set(text.fr, group);
  }
  return [...groups.values()].map(({ text, ids }) => ({
    fr: `${joinRequirementIds(ids)} : ${text.fr}`,
    en: `${joinRequirementIds(ids)}: ${text.en}`,
  }));
}

type Head = Pick<Gate, 'id' | 'title'>;

function proofGate(
  { requirements }: AssessedDossier,
  head: Head,
  states: readonly AssessedProof['state'][],
  isConcerned: (proof: AssessedProof) => boolean,
): Gate {
  const proofs = requirements.flatMap(({ requirement, proofs: own }) =>
    own.map((proof) => ({ id: requirement.id, proof })),
  );
  const found = proofs.filter(({ proof }) => states.includes(proof.state));
  const details = together(found.map(({ id, proof }) => ({ id, text: describeProof(proof) })));
  if (!proofs.some(({ proof }) => isConcerned(proof))) return { ...head, outcome: 'inapplicable', details };
  const isWrong = found.some(({ proof }) => isBroken(proof.state));
  return { ...head, outcome: found.length === 0 ? 'passed' : isWrong ? 'failed' : 'cantTell', details };
}

function describeProof({ slot, expected, file, run, state }: AssessedProof): Text {
  const what = file?.path ?? run?.path;
  const word = PROOF_STATE_WORDS[state];
  return {
    fr: `preuve ${slot} ${word.fr} : ${what ?? expected?.what.fr ?? ''}`,
    en: `proof ${slot} ${word.en}: ${what ?? expected?.what.en ?? ''}`,
  };
}

/** Runs of the dossier, whether a proof names them or not. */
function runGate({ gathered }: AssessedDossier): Gate {
  const runs = [...gathered.runs.values()];
  if (runs.length === 0) return { ...RUNS, outcome: 'inapplicable', details: [] };
  const wrong = runs.filter(({ state }) => state !== 'verified');
  const failed = wrong.some(({ state }) => state !== 'other-tools');
  const details = wrong.map(({ path, state }) => ({
    fr: `${path} : ${RUN_WORDS[state].fr}`,
    en: `${path}: ${RUN_WORDS[state].en}`,
  }));
  return { ...RUNS, outcome: wrong.length === 0 ? 'passed' : failed ? 'failed' : 'cantTell', details };
}

function declarationGate({ requirements }: AssessedDossier): Gate {
  const every = requirements.filter(({ declaration }) => declaration);
  if (every.length === 0) return { ...DECLARATIONS, outcome: 'inapplicable', details: [] };
  const open = every.filter(({ declaration }) => declaration?.state !== 'signed');
  const broken = open.some(({ declaration }) => declaration?.state === 'broken');
  const details = together(open.map((each) => ({ id: each.requirement.id, text: whyUnsigned(each) })));
  return { ...DECLARATIONS, outcome: open.length === 0 ? 'passed' : broken ? 'failed' : 'cantTell', details };
}

function whyUnsigned({ declaration, applicability }: AssessedRequirement): Text {
  const path = declaration?.file?.path;
  if (path !== undefined) return { fr: `fichier absent, ${path}`, en: `file missing, ${path}` };
  const rule = applicability.state === 'not-applicable' ? ` (${applicability.rule.id})` : '';
  return { fr: `attestation à signer${rule}`, en: `declaration to sign${rule}` };
}

function linkGate({ requirements }: AssessedDossier): Gate {
  const links = requirements.flatMap(({ requirement, platformLink }) =>
    platformLink ? [{ id: requirement.id, link: platformLink }] : [],
  );
  if (links.length === 0) return { ...LINKS, outcome: 'inapplicable', details: [] };
  const open = links.filter(({ link }) => !link.proves || link.platform !== 'referencement');
  const details = together(open.map(({ id, link }) => ({ id, text: whyLink(link) })));
  const failed = open.some(({ link }) => !link.secure);
  return { ...LINKS, outcome: open.length === 0 ? 'passed' : failed ? 'failed' : 'cantTell', details };
}

function whyLink({ secure, platform }: PlatformLink): Text {
  if (!secure) return NOT_HTTPS;
  return platform === 'preview' ? OF_PREVIEW : OF_NO_PLATFORM;
}

function penetrationGate({ penetrationTest }: AssessedDossier): Gate {
  const { rule, outcome, high, medium, report } = penetrationTest;
  const head = { id: 'penetration-test', title: rule.title, outcome };
  if (outcome === 'passed') return { ...head, details: [] };
  if (high === undefined || medium === undefined) return { ...head, details: [NO_TEST] };
  const left = {
    fr: `${high} de gravité haute, ${medium} de gravité moyenne. ${rule.rule.fr}`,
    en: `${high} of high severity, ${medium} of medium severity. ${rule.rule.en}`,
  };
  return { ...head, details: outcome === 'failed' ? [left] : [report ? NO_REPORT_FILE : NO_REPORT] };
}

export const RUN_WORDS: Readonly<Record<RunState, Text>> = {
  verified: { fr: 'vérifié, rejugé à l’identique', en: 'verified, judged again alike' },
  missing: { fr: 'passage introuvable', en: 'run not found' },
  changed: { fr: 'des fichiers ont changé depuis le passage', en: 'files changed since the run' },
  'not-reproduced': { fr: 'rejugé, le résultat diffère', en: 'judged again, the result differs' },
  'other-tools': {
    fr: 'fait avec d’autres versions d’Épreuve ou des packs : rejouez-le',
    en: 'made with other versions of Épreuve or of the packs: play it again',
  },
  unsealed: { fr: 'passage interrompu, jamais scellé', en: 'run cut short, never sealed' },
};

const UNDECIDED: Head = { id: 'applicability', title: { fr: 'Applicabilité tranchée', en: 'Applicability decided' } };
const FILES: Head = { id: 'files', title: { fr: 'Fichiers présents', en: 'Files present' } };
const DIGESTS: Head = { id: 'digests', title: { fr: 'Empreintes conformes', en: 'Digests match' } };
const RUNS: Head = { id: 'runs', title: { fr: 'Passages vérifiés', en: 'Runs verified' } };
const OUTCOMES: Head = { id: 'outcomes', title: { fr: 'Passages réussis', en: 'Runs passed' } };
const COMPLETE: Head = { id: 'proofs', title: { fr: 'Preuves réunies', en: 'Proofs gathered' } };
const DECLARATIONS: Head = { id: 'declarations', title: { fr: 'Attestations signées', en: 'Declarations signed' } };
const LINKS: Head = { id: 'links', title: { fr: 'Liens de la plateforme', en: 'Links of the platform' } };

const NOT_HTTPS: Text = { fr: 'le lien n’est pas en https', en: 'the link is not https' };
const OF_PREVIEW: Text = {
  fr: 'lien de l’espace de test : il ne vaut pas pour le référencement (FAQ de l’ANS)',
  en: 'link of the test space: it does not count for référencement (ANS FAQ)',
};
const OF_NO_PLATFORM: Text = {
  fr: 'le lien n’est à aucune des adresses connues : vérifiez-le, ou donnez platforms dans dossier.yaml',
  en: 'the link is at none of the known addresses: check it, or give platforms in dossier.yaml',
};
const NO_TEST: Text = {
  fr: 'rien n’est dit : ajoutez penetrationTest à dossier.yaml',
  en: 'nothing is stated: add penetrationTest to dossier.yaml',
};
const NO_REPORT: Text = { fr: 'joignez le rapport (report)', en: 'attach the report (report)' };
const NO_REPORT_FILE: Text = { fr: 'le rapport est introuvable', en: 'the report is not found' };
