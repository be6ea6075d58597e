import { createHash } from 'node:crypto';
import type { ReportingDescriptor, Result, Suppression } from 'sarif';
import type { Finding, Language, Outcome, RunResult } from '../../core/index.js';
import { type Check, type CheckGroup, countsAgainst } from '../checks.js';
import { placeOf, toldMessage, valuesOf } from '../finding-lines.js';
import { countOf, LABELS, NOUNS, OUTCOME_WORDS } from '../labels.js';
import { locationOf } from './locations.js';
import { levelOf, sarifRuleId } from './rules.js';

const KINDS = {
  passed: 'pass',
  failed: 'fail',
  cantTell: 'open',
  untested: 'informational',
  inapplicable: 'notApplicable',
} as const satisfies Record<Outcome, Result['kind']>;

/** One result a finding; one a check that found nothing. */
export function resultsOf(
  result: RunResult,
  groups: readonly CheckGroup[],
  rules: readonly ReportingDescriptor[],
  language: Language,
): Result[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return groups.flatMap((group) =>
    group.checks.flatMap((check) => {
      const ruleId = sarifRuleId(group.kind, check.id);
      const ruleIndex = indexes.get(ruleId);
      const own = { ruleId, ...(ruleIndex !== undefined && { ruleIndex }) };
      const found = check.findings.map((finding) => ({
        ...own,
        ...findingResult(result, group, check, finding, language),
      }));
      if (check.unlisted > 0) found.push({ ...own, ...unlistedResult(check, language) });
      return found.length > 0 ? found : [{ ...own, ...bareResult(result, group, check, language) }];
    }),
  );
}

function bareResult(result: RunResult, group: CheckGroup, check: Check, language: Language): Result {
  const { item } = group;
  const word = OUTCOME_WORDS[check.outcome][language];
  const isToldTwice = check.reason === word || check.reason === '';
  return {
    kind: KINDS[check.outcome],
    level: check.outcome === 'failed' ? 'error' : 'none',
    message: { text: `${word}${LABELS.colon[language]}${isToldTwice ? check.title : check.reason}` },
    ...(item && { locations: [locationOf(result, item.evidenceId)] }),
    properties: { outcome: check.outcome, ...(item && { item: item.title }), ...requirements(check.requirementIds) },
  };
}

function findingResult(
  result: RunResult,
  { item }: CheckGroup,
  { rule }: Check,
  finding: Finding,
  language: Language,
): Result {
  const values = valuesOf(finding, language);
  const text = toldMessage(finding, rule, language) || finding.messageId;
  const other = item && item.evidenceId !== finding.evidenceId ? item : undefined;
  return {
    kind: finding.provoked ? 'informational' : 'fail',
    level: finding.provoked ? 'none' : levelOf(finding.severity),
    message: { text: values === '' ? text : `${text} (${values})` },
    locations: [locationOf(result, finding.evidenceId, finding.location)],
    // Of a pair or an exchange, the finding points at one side: here is the other.
    ...(other && {
      relatedLocations: [
        { id: 1, ...locationOf(result, other.evidenceId), message: { text: other.title || other.id } },
      ],
    }),
    partialFingerprints: { 'epreuve/v1': fingerprintOf(result, finding) },
    ...(finding.suppressed && { suppressions: [suppressionOf(finding.suppressed)] }),
    properties: {
      outcome: countsAgainst(finding) ? 'failed' : 'passed',
      severity: finding.severity,
      place: placeOf(finding, language),
      ...(item && { item: item.title }),
      ...(finding.constraintId !== undefined && { constraint: finding.constraintId }),
      ...(finding.provoked && { provoked: true }),
      ...requirements(finding.requirementIds ?? []),
    },
  };
}

function suppressionOf({ reason, author, expires }: NonNullable<Finding['suppressed']>): Suppression {
  return { kind: 'external', status: 'accepted', justification: reason, properties: { author, expires } };
}

const requirements = (ids: readonly string[]) => (ids.length > 0 ? { requirements: [...ids] } : {});

/** Findings the judge counted without keeping them. */
function unlistedResult({ unlisted, outcome, rule }: Check, language: Language): Result {
  return {
    kind: outcome === 'failed' ? 'fail' : 'informational',
    level: outcome === 'failed' ? levelOf(rule?.severity ?? 'error') : 'none',
    message: { text: countOf(unlisted, NOUNS.more, language) },
    occurrenceCount: unlisted,
  };
}

/** The same fault at the same place of the same file has the same fingerprint in every run. */
function fingerprintOf(result: RunResult, { ruleId, constraintId, messageId, location, evidenceId }: Finding): string {
  const name = result.evidence.find((item) => item.id === evidenceId)?.name ?? evidenceId;
  const identity = JSON.stringify([ruleId, constraintId ?? '', messageId, name, location.path]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}
