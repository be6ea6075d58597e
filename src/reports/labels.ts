import type {
  EvidenceKind,
  Language,
  Outcome,
  Severity,
  StepResult,
  SubjectKind,
  SuppressionUse,
  Text,
  Trust,
} from '../core/index.js';

/** Words shared by every report. French spaces before `:` and `;` are no-break spaces. */

export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  passed: { fr: 'Réussi', en: 'Passed' },
  failed: { fr: 'Échec', en: 'Failed' },
  cantTell: { fr: 'Non conclu', en: 'Can’t tell' },
  inapplicable: { fr: 'Sans objet', en: 'Not applicable' },
  untested: { fr: 'Non testé', en: 'Not tested' },
};

/** Signs next to the words, never instead of them. */
export const OUTCOME_SIGNS: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  failed: '✕',
  cantTell: '?',
  inapplicable: '–',
  untested: '○',
};

/** Shown in place of `failed` for what a scenario provoked on purpose. */
export const PLANNED_FAILURE: Text = { fr: 'Échec prévu', en: 'Planned failure' };
export const PLANNED_SIGN = '◇';

/** Shown in place of `failed` for what suppressions cover. */
export const SUPPRESSED_FAILURE: Text = { fr: 'Échec sous dérogation', en: 'Suppressed failure' };
export const SUPPRESSED_SIGN = '◌';

/** Of `SuppressionUse.state`. */
export const SUPPRESSION_STATES: Readonly<Record<SuppressionUse['state'], Text>> = {
  applied: { fr: 'appliquée', en: 'applied' },
  expired: { fr: 'échue, elle ne s’applique plus', en: 'expired, it applies no more' },
  unused: { fr: 'inutilisée, aucun constat ne lui correspond', en: 'unused, no finding matches it' },
};

export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = {
  fatal: { fr: 'Fatal', en: 'Fatal' },
  error: { fr: 'Erreur', en: 'Error' },
  warning: { fr: 'Avertissement', en: 'Warning' },
  information: { fr: 'Information', en: 'Information' },
};

/** Of `EvidenceSummary.kind`. */
const KIND_WORDS: Readonly<Record<EvidenceKind, Text>> = {
  exchange: { fr: 'échange', en: 'exchange' },
  handshake: { fr: 'poignée de main', en: 'handshake' },
  document: { fr: 'document', en: 'document' },
  capture: { fr: 'capture', en: 'capture' },
  log: { fr: 'journal', en: 'log' },
  report: { fr: 'rapport', en: 'report' },
};

/** The word of a kind of evidence; another kind is shown as it is. */
export function kindWord(kind: string, language: Language): string {
  const words: Readonly<Record<string, Text>> = KIND_WORDS;
  return (Object.hasOwn(words, kind) ? words[kind]?.[language] : undefined) ?? kind;
}

export const TRUST_WORDS: Readonly<Record<Trust, Text>> = {
  standard: { fr: 'Norme internationale', en: 'International standard' },
  national: { fr: 'Référentiel national', en: 'National specification' },
  project: { fr: 'Choix du projet', en: 'Project choice' },
};

export const BLAME_WORDS: Readonly<Record<NonNullable<StepResult['blame']>, Text>> = {
  setup: { fr: 'préparation', en: 'setup' },
  'earlier-step': { fr: 'étape précédente', en: 'earlier step' },
  harness: { fr: 'banc de test', en: 'test harness' },
  'tested-side': { fr: 'système testé', en: 'tested system' },
};

export const SUBJECT_WORDS: Readonly<Record<SubjectKind, Text>> = {
  'hl7v2/message': { fr: 'Message HL7 v2', en: 'HL7 v2 message' },
  'hl7v2/file': { fr: 'Fichier de messages', en: 'File of messages' },
  'hl7v2/exchange': { fr: 'Échange HL7 v2', en: 'HL7 v2 exchange' },
  'hl7v2/sequence': { fr: 'Suite de messages', en: 'Message sequence' },
  'wire/handshake': { fr: 'Poignée de main TLS', en: 'TLS handshake' },
  'wire/stream': { fr: 'Flux MLLP', en: 'MLLP stream' },
  'cda/document': { fr: 'Document CDA', en: 'CDA document' },
  'cda/pair': { fr: 'Paire de documents CDA', en: 'CDA document pair' },
  'fhir/resource': { fr: 'Ressource FHIR', en: 'FHIR resource' },
  'fhir/exchange': { fr: 'Échange FHIR', en: 'FHIR exchange' },
};

export const LABELS = {
  report: { fr: 'Rapport d’interopérabilité', en: 'Interoperability report' },
  verdict: { fr: 'Verdict', en: 'Verdict' },
  steps: { fr: 'Déroulé', en: 'Steps' },
  step: { fr: 'Étape', en: 'Step' },
  items: { fr: 'Éléments jugés', en: 'Judged items' },
  item: { fr: 'Élément', en: 'Item' },
  findings: { fr: 'Constats', en: 'Findings' },
  otherFindings: { fr: 'Autres constats', en: 'Other findings' },
  rules: { fr: 'Règles', en: 'Rules' },
  rule: { fr: 'Règle', en: 'Rule' },
  packs: { fr: 'Référentiels (packs)', en: 'Packs' },
  pack: { fr: 'Référentiel', en: 'Pack' },
  noPack: { fr: 'aucun référentiel', en: 'no pack' },
  choice: { fr: 'Choix du référentiel', en: 'Choice of pack' },
  evidence: { fr: 'Preuves', en: 'Evidence' },
  found: { fr: 'Trouvé', en: 'Found' },
  expected: { fr: 'Attendu', en: 'Expected' },
  nothing: { fr: '(vide)', en: '(empty)' },
  why: { fr: 'Pourquoi', en: 'Why' },
  repair: { fr: 'Remède', en: 'Repair' },
  source: { fr: 'Source', en: 'Source' },
  place: { fr: 'Place', en: 'Place' },
  line: { fr: 'ligne', en: 'line' },
  column: { fr: 'colonne', en: 'column' },
  requirements: { fr: 'Exigences', en: 'Requirements' },
  constraint: { fr: 'Contrainte', en: 'Constraint' },
  provoked: { fr: 'Provoqué volontairement', en: 'Provoked on purpose' },
  provokedNote: {
    fr: 'Provoqué volontairement par le scénario : montré ici, non compté comme un échec.',
    en: 'Provoked on purpose by the scenario: shown here, not counted as a failure.',
  },
  suppressed: { fr: 'Dérogation', en: 'Suppressed' },
  suppressedItem: {
    fr: 'Ses erreurs font l’objet de dérogations : montrées ici, non comptées comme un échec.',
    en: 'Its errors are suppressed: shown here, not counted as a failure.',
  },
  suppressions: { fr: 'Dérogations', en: 'Suppressions' },
  author: { fr: 'Auteur', en: 'Author' },
  expires: { fr: 'Échéance', en: 'Expires' },
  state: { fr: 'État', en: 'State' },
  withRemarks: { fr: 'Avec remarques', en: 'With remarks' },
  undecided: { fr: 'Règles non conclues', en: 'Rules that could not be decided' },
  outcome: { fr: 'Résultat', en: 'Outcome' },
  severity: { fr: 'Gravité', en: 'Severity' },
  message: { fr: 'Message', en: 'Message' },
  reason: { fr: 'Motif', en: 'Reason' },
  blame: { fr: 'Cause', en: 'Cause' },
  incomplete: {
    fr: 'Le passage a été interrompu : ce rapport porte sur ce qui a été enregistré jusque-là.',
    en: 'The run was cut short: this report covers what had been recorded by then.',
  },
  tested: { fr: 'Ce qui a été jugé', en: 'What was judged' },
  notChecked: { fr: 'Ce qui n’a pas été vérifié', en: 'What was not checked' },
  allDecided: {
    fr: 'Toutes les règles appliquées ont conclu. Ce qu’aucune règle ne contrôle n’est pas vérifié : voir la liste des règles.',
    en: 'Every rule that applied came to a result. What no rule controls is not checked: see the list of rules.',
  },
  nothingJudged: { fr: 'Rien n’a été jugé.', en: 'Nothing was judged.' },
  openSteps: { fr: 'Étapes non jouées ou non conclues', en: 'Steps not played or not decided' },
  masked: {
    fr: 'Les valeurs issues des documents sont masquées (•••).',
    en: 'Values taken from the documents are masked (•••).',
  },
  unmasked: {
    fr: 'Ce rapport montre des valeurs issues des documents : ne le diffusez qu’aux personnes autorisées.',
    en: 'This report shows values taken from the documents: share it with authorised people only.',
  },
  started: { fr: 'Début', en: 'Started' },
  ended: { fr: 'Fin', en: 'Ended' },
  tool: { fr: 'Outil', en: 'Tool' },
  trust: { fr: 'Confiance', en: 'Trust' },
  version: { fr: 'Version', en: 'Version' },
  digest: { fr: 'Empreinte SHA-256', en: 'SHA-256 digest' },
  kind: { fr: 'Type', en: 'Kind' },
  name: { fr: 'Nom', en: 'Name' },
  size: { fr: 'Taille', en: 'Size' },
  time: { fr: 'Heure', en: 'Time' },
  direction: { fr: 'Sens', en: 'Direction' },
  sent: { fr: 'émis', en: 'sent' },
  received: { fr: 'reçu', en: 'received' },
  bytes: { fr: 'octets', en: 'bytes' },
  colon: { fr: '\u00a0: ', en: ': ' },
} as const satisfies Record<string, Text>;

export type LabelKey = keyof typeof LABELS;

/** The label in one language, as a function to keep renderers short. */
export function labelsIn(language: Language): (key: LabelKey) => string {
  return (key) => LABELS[key][language];
}

/** `2 erreurs`: French counts 0 and 1 as singular, English only 1. */
export function countOf(count: number, noun: readonly [one: Text, many: Text], language: Language): string {
  const isOne = language === 'fr' ? count < 2 : count === 1;
  return `${count} ${noun[isOne ? 0 : 1][language]}`;
}

export const NOUNS = {
  item: [
    { fr: 'élément jugé', en: 'judged item' },
    { fr: 'éléments jugés', en: 'judged items' },
  ],
  step: [
    { fr: 'étape', en: 'step' },
    { fr: 'étapes', en: 'steps' },
  ],
  error: [
    { fr: 'erreur', en: 'error' },
    { fr: 'erreurs', en: 'errors' },
  ],
  warning: [
    { fr: 'avertissement', en: 'warning' },
    { fr: 'avertissements', en: 'warnings' },
  ],
  undecidedRule: [
    { fr: 'règle non conclue', en: 'rule not decided' },
    { fr: 'règles non conclues', en: 'rules not decided' },
  ],
  undecidedItem: [
    { fr: 'élément non conclu', en: 'item not decided' },
    { fr: 'éléments non conclus', en: 'items not decided' },
  ],
  failedStep: [
    { fr: 'étape en échec', en: 'failed step' },
    { fr: 'étapes en échec', en: 'failed steps' },
  ],
  more: [
    { fr: 'constat de plus, non détaillé', en: 'more finding, not listed' },
    { fr: 'constats de plus, non détaillés', en: 'more findings, not listed' },
  ],
  suppressedError: [
    { fr: 'erreur sous dérogation (non comptée)', en: 'suppressed error (not counted)' },
    { fr: 'erreurs sous dérogation (non comptées)', en: 'suppressed errors (not counted)' },
  ],
  suppressedRemark: [
    { fr: 'autre constat sous dérogation', en: 'other suppressed finding' },
    { fr: 'autres constats sous dérogation', en: 'other suppressed findings' },
  ],
  provoked: [
    { fr: 'constat provoqué volontairement', en: 'finding provoked on purpose' },
    { fr: 'constats provoqués volontairement', en: 'findings provoked on purpose' },
  ],
} as const satisfies Record<string, readonly [Text, Text]>;

/** `2026-01-05T10:15:00.000Z` → `05/01/2026 10:15:00 UTC`. Anything else is shown as it is. */
export function toReadableTime(iso: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day, time] = parts;
  return language === 'fr' ? `${day}/${month}/${year} ${time} UTC` : `${year}-${month}-${day} ${time} UTC`;
}
