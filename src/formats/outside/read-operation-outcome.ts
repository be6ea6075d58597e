import { type OutsideFinding, SEVERITIES, type Severity } from '../../core/index.js';
import type { FhirElement } from '../fhir/index.js';
import { type Parts, settle } from './outcome-of.js';
import { readLocation } from './read-location.js';

/** Issue types that tell of the validator, not of the document (FHIR R4 issue-type, children of `transient` included). */
const NOT_CHECKED = new Set([
  ...['exception', 'timeout', 'incomplete', 'transient', 'throttled', 'lock-error', 'no-store', 'not-supported'],
  ...['login', 'security', 'forbidden', 'expired', 'too-costly'],
]);

/** FHIR OperationOutcome: an error of the validator itself leaves everything undecided; no issue at all says nothing. */
export function readOperationOutcome(root: FhirElement): Parts {
  const issues = root.all('issue');
  const findings = issues.flatMap((issue) => readIssue(issue) ?? []);
  const failed = findings.some(({ severity }) => severity === 'fatal' || severity === 'error');
  const told = issues.length === 0 ? undefined : failed ? 'failed' : 'passed';
  return settle(told, { format: 'operation-outcome', passed: issues.length - findings.length }, findings);
}

/** Undefined for "all ok". */
function readIssue(issue: FhirElement): OutsideFinding | undefined {
  const severity = SEVERITIES.find((word) => word === issue.valueOf('severity')) ?? 'error';
  const code = issue.valueOf('code') ?? '';
  if (severity === 'information' && (code === 'informational' || code === 'suppressed')) return undefined;
  const details = issue.child('details');
  const id = details?.child('coding')?.valueOf('code');
  const location = locationOf(issue);
  return {
    ...(id !== undefined && { id }),
    severity,
    ...(isFailure(severity) && NOT_CHECKED.has(code) && { undecided: true as const }),
    description: details?.valueOf('text') ?? issue.valueOf('diagnostics') ?? code,
    ...(location && { location }),
  };
}

const isFailure = (severity: Severity) => severity === 'fatal' || severity === 'error';

function locationOf(issue: FhirElement) {
  const path = issue.valueOf('expression') ?? issue.valueOf('location');
  const number = (name: string) => {
    const extension = issue
      .all('extension')
      .find((each) => each.valueOf('url')?.endsWith(`operationoutcome-issue-${name}`));
    return Number(extension?.choice('value')?.text);
  };
  const [line, column] = [number('line'), number('col')];
  const read = path === undefined ? undefined : readLocation(path);
  if (!read && !(line > 0)) return undefined;
  return {
    text: read?.text ?? '',
    ...read,
    ...(line > 0 && { line }),
    ...(column > 0 && { column }),
    // An expression is a path even when it is a bare type name.
    ...(read && read.path === undefined && read.line === undefined && { path: read.text }),
  };
}
