import type { OutsideFinding, Severity } from '../../core/index.js';
import type { Told } from './outcome-of.js';
import { readLocation } from './read-location.js';

/** `PASSED`, or behind a prefix such as `DONE_UNDEFINED`. */
export function readResult(text: string | undefined): Told | undefined {
  const word = /(PASSED|FAILED|UNDEFINED)$/i.exec(text?.trim() ?? '')?.[1]?.toUpperCase();
  if (word === 'PASSED') return 'passed';
  if (word === 'FAILED') return 'failed';
  return word === 'UNDEFINED' ? 'cantTell' : undefined;
}

const SEVERITIES: Readonly<Record<string, Severity>> = { INFO: 'information', WARNING: 'warning', ERROR: 'error' };

export interface GazelleAssertion {
  readonly id: string | undefined;
  readonly description: string | undefined;
  readonly severity: string | undefined;
  readonly result: string | undefined;
  readonly location: string | undefined;
  readonly unexpectedErrors: number;
}

/**
 * A finding for what did not pass; undefined for what did. A weight that is not known is an error, a result that is not
 * known is undecided. UNDEFINED of weight INFO without unexpected error is what does not apply: it weighs nothing.
 */
export function readAssertion(assertion: GazelleAssertion): OutsideFinding | 'passed' | 'inapplicable' {
  const { id, description, location, unexpectedErrors } = assertion;
  const result = readResult(assertion.result);
  const severity = SEVERITIES[assertion.severity?.trim().toUpperCase() ?? ''] ?? 'error';
  const isUndecided = unexpectedErrors > 0 || result === undefined || result === 'cantTell';
  if (result === 'passed' && unexpectedErrors === 0) return 'passed';
  if (isUndecided && severity === 'information' && unexpectedErrors === 0 && result !== undefined)
    return 'inapplicable';
  return {
    ...(id !== undefined && id !== '' && { id }),
    severity,
    ...(isUndecided && { undecided: true as const }),
    description: description ?? '',
    ...(location !== undefined && location.trim() !== '' && { location: readLocation(location) }),
  };
}
