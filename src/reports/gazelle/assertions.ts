import type { Finding, Language, Severity } from '../../core/index.js';
import { type Check, type CheckGroup, countsAgainst } from '../checks.js';
import { placeOf, toldMessage } from '../finding-lines.js';
import { countOf, LABELS, NOUNS, OUTCOME_WORDS } from '../labels.js';

export type GazelleResult = 'PASSED' | 'FAILED' | 'UNDEFINED';

/** One assertion of a Gazelle report, in the words of its model. */
export interface Assertion {
  readonly id: string;
  /** Our own outcome: the model has no word for what does not apply or was not tested. */
  readonly type: string;
  readonly description: string;
  readonly location?: string;
  readonly value?: string;
  readonly requirementIds: readonly string[];
  readonly severity: 'INFO' | 'WARNING' | 'ERROR';
  readonly priority: 'MANDATORY' | 'RECOMMENDED' | 'PERMITTED';
  readonly result: GazelleResult;
  /** Set when the check could not be decided. */
  readonly unexpectedError?: string;
}

/**
 * A failed INFO or WARNING does not fail a report, a failed ERROR does. What could not be decided is UNDEFINED with an
 * unexpected error; what does not apply is UNDEFINED too, of weight INFO and without one: never PASSED.
 */
export function assertionsOf(group: CheckGroup, language: Language): Assertion[] {
  return group.checks.flatMap((check) => {
    const found = check.findings.map((finding) => findingAssertion(check, finding, language));
    if (check.unlisted > 0) {
      found.push({
        ...bareAssertion(group, check, language),
        description: countOf(check.unlisted, NOUNS.more, language),
      });
    }
    return found.length > 0 ? found : [bareAssertion(group, check, language)];
  });
}

function findingAssertion(check: Check, finding: Finding, language: Language): Assertion {
  const weight = countsAgainst(finding) ? 'ERROR' : finding.severity === 'warning' ? 'WARNING' : 'INFO';
  const isExcused = finding.provoked === true || finding.suppressed !== undefined;
  const severity = isExcused ? 'INFO' : weight;
  const repair = check.rule ? ` ${LABELS.repair[language]}${LABELS.colon[language]}${check.rule.repair[language]}` : '';
  return {
    id: finding.constraintId ?? finding.ruleId,
    type: finding.ruleId,
    description: `${toldMessage(finding, check.rule, language)}${repair}`,
    location: placeOf(finding, language),
    ...(finding.found !== undefined && { value: finding.found === '' ? LABELS.nothing[language] : finding.found }),
    requirementIds: finding.requirementIds ?? check.requirementIds,
    severity,
    priority: priorityOf(severity),
    result: 'FAILED',
  };
}

function bareAssertion(group: CheckGroup, check: Check, language: Language): Assertion {
  const { id, outcome, title, reason, requirementIds, rule } = check;
  const word = OUTCOME_WORDS[outcome][language];
  const why = reason === word || reason === '' ? '' : ` (${reason})`;
  const severity = outcome === 'inapplicable' || outcome === 'untested' ? 'INFO' : weightOf(rule?.severity ?? 'error');
  return {
    id: group.kind === 'steps' ? `step/${id}` : id,
    type: outcome,
    description: outcome === 'passed' ? title : `${word}${LABELS.colon[language]}${title}${why}`,
    requirementIds,
    severity,
    priority: priorityOf(severity),
    result: outcome === 'passed' ? 'PASSED' : outcome === 'failed' ? 'FAILED' : 'UNDEFINED',
    ...(outcome === 'cantTell' && { unexpectedError: reason || word }),
  };
}

const weightOf = (severity: Severity) =>
  severity === 'warning' ? 'WARNING' : severity === 'information' ? 'INFO' : 'ERROR';

const priorityOf = (severity: Assertion['severity']) =>
  severity === 'ERROR' ? 'MANDATORY' : severity === 'WARNING' ? 'RECOMMENDED' : 'PERMITTED';

export interface GazelleCounters {
  readonly assertions: number;
  readonly failedWithInfos: number;
  readonly failedWithWarnings: number;
  readonly failedWithErrors: number;
  readonly unexpectedErrors: number;
}

export function countAssertions(assertions: readonly Assertion[]): GazelleCounters {
  const failed = (severity: Assertion['severity']) =>
    assertions.filter((each) => each.result === 'FAILED' && each.severity === severity).length;
  return {
    assertions: assertions.length,
    failedWithInfos: failed('INFO'),
    failedWithWarnings: failed('WARNING'),
    failedWithErrors: failed('ERROR'),
    unexpectedErrors: assertions.filter((each) => each.unexpectedError !== undefined).length,
  };
}

/** The heaviest of its assertions: a failed ERROR, then an unexpected error; nothing passed at all is UNDEFINED. */
export function resultOf(assertions: readonly Assertion[]): GazelleResult {
  const { failedWithErrors, unexpectedErrors } = countAssertions(assertions);
  if (failedWithErrors > 0) return 'FAILED';
  const isDecided = assertions.some(({ result }) => result !== 'UNDEFINED');
  return unexpectedErrors > 0 || !isDecided ? 'UNDEFINED' : 'PASSED';
}
