import type { Language, Text } from '../core/index.js';
import type { RequirementState } from './assess/assess-dossier.js';
import type { ProofState } from './assess/assess-proof.js';
import type { FactName, ProofKind, Sourced, Standing } from './referential/types.js';

/** Words of every page of a dossier. French spaces before `:` and `;` are no-break spaces in running text. */

/** The mark that stands next to whatever is repeated from elsewhere. Only `national` is called ANS's. */
export const STANDING_WORDS: Readonly<Record<Standing, Text>> = {
  national: { fr: 'ANS, source primaire', en: 'ANS, primary source' },
  transcription: { fr: 'transcription non officielle', en: 'unofficial transcription' },
  project: { fr: 'choix d’Épreuve', en: 'choice of Épreuve' },
};

export const REQUIREMENT_STATE_WORDS: Readonly<Record<RequirementState, Text>> = {
  ready: { fr: 'prête', en: 'ready' },
  missing: { fr: 'à compléter', en: 'to complete' },
  broken: { fr: 'à corriger', en: 'to correct' },
  undecided: { fr: 'à trancher', en: 'to decide' },
  'not-applicable': { fr: 'sans objet', en: 'not applicable' },
};

/** Signs next to the words, never instead of them. */
export const REQUIREMENT_STATE_SIGNS: Readonly<Record<RequirementState, string>> = {
  ready: '✓',
  missing: '○',
  broken: '✕',
  undecided: '?',
  'not-applicable': '–',
};

export const PROOF_STATE_WORDS: Readonly<Record<ProofState, Text>> = {
  ready: { fr: 'jointe', en: 'attached' },
  missing: { fr: 'manquante', en: 'missing' },
  'wrong-kind': { fr: 'n’est pas de la sorte attendue', en: 'is not of the kind expected' },
  inconclusive: { fr: 'passage non concluant', en: 'run inconclusive' },
  'reference-run': { fr: 'passage sur le DMN d’Épreuve, à rejouer', en: 'run on the DMN of Épreuve, to play again' },
  failed: { fr: 'passage en échec', en: 'run failed' },
  'file-missing': { fr: 'fichier introuvable', en: 'file not found' },
  'file-refused': { fr: 'fichier hors du dossier', en: 'file outside the dossier' },
  'file-changed': { fr: 'empreinte différente', en: 'digest differs' },
  'run-missing': { fr: 'passage introuvable', en: 'run not found' },
  'run-changed': { fr: 'passage modifié ou non reproduit', en: 'run changed or not reproduced' },
  'run-unsure': { fr: 'passage non vérifiable ici', en: 'run cannot be verified here' },
  'step-unknown': { fr: 'étape inconnue du passage', en: 'step unknown to the run' },
};

export const PROOF_KIND_WORDS: Readonly<Record<ProofKind, Text>> = {
  run: { fr: 'passage d’Épreuve', en: 'run of Épreuve' },
  'platform-link': { fr: 'lien permanent de la plateforme', en: 'permanent link of the platform' },
  capture: { fr: 'capture annotée', en: 'annotated capture' },
  video: { fr: 'vidéo', en: 'video' },
  log: { fr: 'journal horodaté', en: 'time-stamped log' },
  'network-capture': { fr: 'capture réseau', en: 'network capture' },
  configuration: { fr: 'extrait de configuration', en: 'extract of configuration' },
  code: { fr: 'extrait de code', en: 'extract of code' },
  contract: { fr: 'contrat', en: 'contract' },
  document: { fr: 'document', en: 'document' },
  declaration: { fr: 'déclaration signée', en: 'signed declaration' },
};

export const FACT_WORDS: Readonly<Record<FactName, Text>> = {
  'identity.role': { fr: 'Rôle d’identité', en: 'Identity role' },
  'identity.establishment': { fr: 'Établissement de santé', en: 'Health establishment' },
  'identity.exchanges': { fr: 'Échange des identités dans son domaine', en: 'Exchanges identities in its domain' },
  'identity.prints': { fr: 'Édite l’identité', en: 'Prints the identity' },
  'identity.documentCopies': { fr: 'Garde des copies de pièces', en: 'Keeps copies of identity documents' },
  'ins.used': { fr: 'Usage de l’INS', en: 'Use of the INS' },
  'access.patient': { fr: 'Accès des usagers', en: 'Access of users' },
  'access.professional': { fr: 'Accès des professionnels', en: 'Access of professionals' },
  'access.vitaleApp': { fr: 'Application carte Vitale', en: 'Vitale app' },
};

const VALUE_WORDS: Readonly<Record<string, Text>> = {
  true: { fr: 'oui', en: 'yes' },
  false: { fr: 'non', en: 'no' },
  slave: { fr: 'esclave d’identité', en: 'slave of identity' },
  ri: { fr: 'référentiel d’identité (RI)', en: 'identity référentiel (RI)' },
  inside: { fr: 'à l’intérieur', en: 'inside' },
  outside: { fr: 'à l’extérieur', en: 'outside' },
};

export function factValue(value: string | boolean | undefined): Text {
  if (value === undefined) return { fr: 'non dit', en: 'not stated' };
  return VALUE_WORDS[String(value)] ?? { fr: String(value), en: String(value) };
}

/** `ANS, source primaire – FAQ de l’ANS sur les DMN (industriels.esante.gouv.fr)`. */
export function standingOf({ standing, sources }: Sourced): Text {
  const list = (language: 'fr' | 'en') =>
    sources.map(({ title, where }) => (where ? `${title[language]} (${where})` : title[language])).join(', ');
  return {
    fr: `${STANDING_WORDS[standing].fr} – ${list('fr')}`,
    en: `${STANDING_WORDS[standing].en} – ${list('en')}`,
  };
}

/** `2027-03-31` as people write it: `31/03/2027` in French. */
export function dateWords(date: string, language: Language): string {
  return language === 'fr' ? date.split('-').reverse().join('/') : date;
}
