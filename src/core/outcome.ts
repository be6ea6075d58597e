/** The verdict words: outcomes of rules and steps, and severities of findings. */

/** EARL-style outcome, recorded for every rule and every step; silence is never success. */
export const OUTCOMES = ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** FHIR's words, from heaviest to lightest. */
export const SEVERITIES = ['fatal', 'error', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** True when a finding of this severity makes the run fail. */
export function isFailing(severity: Severity): boolean {
  return severity === 'fatal' || severity === 'error';
}

/** The next lighter severity; `information` stays as it is. */
export function lowerSeverity(severity: Severity): Severity {
  const next = SEVERITIES[SEVERITIES.indexOf(severity) + 1];
  return next ?? 'information';
}

/**
 * Outcome of a whole from its parts: failed outranks cantTell, cantTell outranks passed.
 * Parts that are all inapplicable make an inapplicable whole; no parts at all is `untested`.
 */
export function combineOutcomes(parts: Iterable<Outcome>): Outcome {
  const seen = new Set(parts);
  for (const outcome of ['failed', 'cantTell', 'passed', 'inapplicable'] as const) {
    if (seen.has(outcome)) return outcome;
  }
  return 'untested';
}
