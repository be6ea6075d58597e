import type { Text } from '../../core/index.js';

/** One issue of an OperationOutcome, in words. */
export interface OutcomeIssue {
  readonly severity: string;
  readonly code: string;
  /** What kind of issue, in our words. */
  readonly meaning: Text;
  /** What the server says of it; printable, cut. It may quote the document: personal until proven otherwise. */
  readonly said: readonly string[];
  readonly expression: readonly string[];
}

/** Words for http://hl7.org/fhir/issue-type (R4). */
const MEANINGS: Readonly<Record<string, Text>> = {
  invalid: { fr: 'contenu invalide', en: 'invalid content' },
  structure: { fr: 'structure illisible', en: 'unreadable structure' },
  required: { fr: 'élément obligatoire absent', en: 'required element missing' },
  value: { fr: 'valeur refusée', en: 'value refused' },
  invariant: { fr: 'règle du profil non respectée', en: 'rule of the profile broken' },
  security: { fr: 'refus de sécurité', en: 'security refusal' },
  login: { fr: 'authentification à refaire', en: 'login needed' },
  unknown: { fr: 'appelant inconnu', en: 'unknown caller' },
  expired: { fr: 'session expirée', en: 'session expired' },
  forbidden: { fr: 'opération non autorisée', en: 'operation forbidden' },
  suppressed: { fr: 'information retirée', en: 'information withheld' },
  processing: { fr: 'refus de traitement', en: 'processing refused' },
  'not-supported': { fr: 'non pris en charge', en: 'not supported' },
  duplicate: { fr: 'doublon', en: 'duplicate' },
  'multiple-matches': { fr: 'plusieurs correspondances', en: 'several matches' },
  'not-found': { fr: 'introuvable', en: 'not found' },
  deleted: { fr: 'supprimé', en: 'deleted' },
  'too-long': { fr: 'contenu trop long', en: 'content too long' },
  'code-invalid': { fr: 'code refusé', en: 'code refused' },
  extension: { fr: 'extension non comprise', en: 'extension not understood' },
  'too-costly': { fr: 'demande trop lourde', en: 'request too costly' },
  'business-rule': { fr: 'règle métier non respectée', en: 'business rule broken' },
  conflict: { fr: 'conflit', en: 'conflict' },
  transient: { fr: 'empêchement passager', en: 'passing failure' },
  'lock-error': { fr: 'ressource verrouillée', en: 'resource locked' },
  'no-store': { fr: 'stockage impossible', en: 'cannot store' },
  exception: { fr: 'défaut du serveur', en: 'defect of the server' },
  timeout: { fr: 'délai dépassé', en: 'timeout' },
  incomplete: { fr: 'contenu incomplet', en: 'incomplete content' },
  throttled: { fr: 'trop de demandes', en: 'too many requests' },
  informational: { fr: 'information', en: 'information' },
};

const UNKNOWN: Text = { fr: 'motif inconnu', en: 'unknown reason' };

/** Issues kept of one answer: a hostile server must not fill the screen. */
const MAX_ISSUES = 50;
const MAX_TEXT = 500;

/** Issues of an OperationOutcome, or of the outcomes inside a transaction-response Bundle. Never throws. */
export function describeOutcome(resource: unknown): OutcomeIssue[] {
  return outcomesIn(resource)
    .flatMap((outcome) => list(outcome.issue))
    .slice(0, MAX_ISSUES)
    .map(toIssue);
}

/** The issues in one line, for people. */
export function outcomeSentence(issues: readonly OutcomeIssue[]): Text {
  const say = (language: 'fr' | 'en') =>
    issues
      .map(({ meaning, said }) => {
        // French servers put French into details.text, which comes first; ours does, and English into diagnostics.
        const words = language === 'fr' ? said[0] : said.at(-1);
        const colon = language === 'fr' ? ' : ' : ': ';
        return words === undefined ? meaning[language] : `${meaning[language]}${colon}${words}`;
      })
      .join(' ; ');
  return { fr: say('fr'), en: say('en').replaceAll(' ; ', '; ') };
}

type Fields = Readonly<Record<string, unknown>>;

function outcomesIn(resource: unknown): Fields[] {
  const fields = toFields(resource);
  if (fields.resourceType === 'OperationOutcome') return [fields];
  if (fields.resourceType !== 'Bundle') return [];
  return list(fields.entry).flatMap((entry) => {
    const direct = toFields(entry.resource);
    const nested = toFields(toFields(entry.response).outcome);
    return [direct, nested].filter(({ resourceType }) => resourceType === 'OperationOutcome');
  });
}

function toIssue(issue: Fields): OutcomeIssue {
  const code = text(issue.code);
  const said = [text(toFields(issue.details).text), text(issue.diagnostics)].filter((one) => one !== '');
  const places = Array.isArray(issue.expression) ? issue.expression.map(text).filter((one) => one !== '') : [];
  return {
    severity: text(issue.severity),
    code,
    meaning: (Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined) ?? UNKNOWN,
    said,
    expression: places.slice(0, 10),
  };
}

function toFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.slice(0, 1000).map(toFields) : [];
}

/** Control characters would move the cursor of a terminal. */
function text(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, MAX_TEXT)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim();
}
