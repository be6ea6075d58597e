import { isFailing, type OutsideFinding, type OutsideReport, type Text } from '../../core/index.js';

export type Parts = Omit<OutsideReport, 'evidenceId' | 'link' | 'aboutEvidenceId'>;

/** Findings kept of one report. */
const MAX_FINDINGS = 1000;

export type Told = 'passed' | 'failed' | 'cantTell';

const UNEXPECTED: Text = {
  fr: 'Le rapport signale une erreur inattendue du validateur : son résultat n’est pas retenu.',
  en: 'The report tells of an unexpected error of the validator: its result is not taken.',
};
const HEAVIER: Text = {
  fr: 'Le rapport s’annonce réussi mais contient des erreurs : il est lu comme un échec.',
  en: 'The report claims success but holds errors: it is read as a failure.',
};

/**
 * The outcome to take: what another tool could not check is never a success, and a success that lists errors is none.
 * `told` is what the report writes; absent, nothing is known.
 */
export function settle(
  told: Told | undefined,
  report: Pick<Parts, 'format' | 'tool' | 'date' | 'passed'>,
  findings: readonly OutsideFinding[],
  hasUnexpectedError = false,
): Parts {
  const kept = { ...report, findings: findings.slice(0, MAX_FINDINGS) };
  const unlisted = Math.max(0, findings.length - MAX_FINDINGS);
  const isUndecided = hasUnexpectedError || findings.some((finding) => finding.undecided);
  if (isUndecided) {
    return { ...kept, unlisted, outcome: 'cantTell', ...(told !== 'cantTell' && { note: UNEXPECTED }) };
  }
  const hasErrors = findings.some(({ severity }) => isFailing(severity));
  if (told === 'passed' && hasErrors) return { ...kept, unlisted, outcome: 'failed', note: HEAVIER };
  return { ...kept, unlisted, outcome: told ?? 'cantTell' };
}
