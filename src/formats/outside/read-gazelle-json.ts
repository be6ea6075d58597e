import type { OutsideFinding } from '../../core/index.js';
import { readAssertion, readResult } from './gazelle-words.js';
import { type Parts, settle } from './outcome-of.js';

type Json = Readonly<Record<string, unknown>>;

/** Nested sub-reports read. */
const MAX_DEPTH = 64;

/** Report of the validation-service API (`application/gzl.validation.report+json`) or the JSON of the EVSClient. */
export function readGazelleJson(root: Json): Parts {
  const found: Found = { passed: 0, unexpected: countersOf(root.counters), findings: [] };
  for (const report of objects(root.reports ?? root.subReports)) readPart(report, found, 0);
  const method = isObject(root.validationMethod) ? root.validationMethod : {};
  const tool = [text(method.validationServiceName), text(method.validationServiceVersion)]
    .filter((part) => part)
    .join(' ');
  const date = text(root.dateTime);
  const told = readResult(text(root.overallResult) ?? text(root.result));
  return settle(
    told,
    { format: 'gazelle-json', ...(tool !== '' && { tool }), ...(date !== undefined && { date }), passed: found.passed },
    found.findings,
    found.unexpected > 0,
  );
}

interface Found {
  passed: number;
  unexpected: number;
  readonly findings: OutsideFinding[];
}

function readPart(part: Json, found: Found, depth: number): void {
  found.unexpected += objects(part.unexpectedErrors).length + countersOf(part.subCounters ?? part.counters);
  for (const assertion of [...objects(part.assertionReports), ...objects(part.constraints)]) {
    const read = readAssertion({
      id: text(assertion.assertionID) ?? text(assertion.constraintID),
      description: text(assertion.description) ?? text(assertion.constraintDescription),
      severity: text(assertion.severity),
      result: text(assertion.result) ?? text(assertion.testResult),
      location: locationIn(assertion),
      unexpectedErrors: objects(assertion.unexpectedErrors).length,
    });
    if (read === 'passed') found.passed += 1;
    else if (read !== 'inapplicable') found.findings.push(read);
  }
  // What lies deeper is not read, so nothing may be concluded from the rest.
  if (depth >= MAX_DEPTH) found.unexpected += 1;
  else for (const child of objects(part.subReports)) readPart(child, found, depth + 1);
}

/** `subjectLocation` is a text, `subjectLocations` and `location` may be lists of `{type, value}`. */
function locationIn(assertion: Json): string | undefined {
  const direct = text(assertion.subjectLocation) ?? text(assertion.locationInValidatedObject);
  if (direct !== undefined) return direct;
  const [first] = objects(assertion.subjectLocations ?? assertion.locations);
  return first && text(first.value);
}

const countersOf = (counters: unknown): number =>
  isObject(counters) && Number(counters.numberOfUnexpectedErrors) > 0 ? 1 : 0;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
