import type { CantTell, Location, Problem } from '../../core/index.js';
import type { FhirDocument } from '../../formats/fhir/index.js';
import type { FhirClaimRow, FhirProfileSet } from '../../packs/index.js';
import type { FhirContext, FhirResource } from './context.js';
import { engineFor } from './engine/engine.js';
import { FHIR_PROBLEM_KINDS, type FhirProblem, type FhirProblemKind, type FhirReport } from './engine/problem.js';
import { Validation } from './engine/validation.js';
import { documentProblems } from './engine/well-formed.js';

interface Sorted {
  readonly report: FhirReport;
  /** By the id of the rule that tells them. */
  readonly byRule: ReadonlyMap<string, readonly FhirProblem[]>;
}

/**
 * The judge asks every rule about one resource before the next: the last report is kept, and no more, because a map
 * with an entry for each resource costs more than the engine.
 */
let last: { readonly resource: FhirResource; readonly context: FhirContext; readonly sorted: Sorted } | undefined;

/** Everything the engine finds on a resource under its profiles. */
export function reportOf(resource: FhirResource, context: FhirContext): FhirReport {
  return sortedReport(resource, context).report;
}

/**
 * What a rule has to tell: problems that a claim row of the pack gives it, and for the generic rule `fhir/<kind>` those
 * of its kind that no row claims; then the doubts of that kind.
 */
export function* problemsFor<MessageId extends string>(
  ruleId: string,
  resource: FhirResource,
  context: FhirContext,
): Generator<Problem<MessageId> | CantTell> {
  const { byRule, report } = sortedReport(resource, context);
  for (const problem of byRule.get(ruleId) ?? []) yield toProblem(problem, resource);
  for (const { kind, reason } of report.doubts) if (ruleId === genericRule(kind)) yield { cantTell: reason };
}

function sortedReport(resource: FhirResource, context: FhirContext): Sorted {
  if (last?.resource === resource && last.context === context) return last.sorted;
  const report = validate(resource, context);
  const sorted = { report, byRule: sortByRule(report.problems, context) };
  last = { resource, context, sorted };
  return sorted;
}

function validate(resource: FhirResource, { pack, profiles }: FhirContext): FhirReport {
  const engine = engineFor(pack.fhir);
  const run = new Validation(engine, resource);
  const { element } = resource;
  for (const problem of documentProblems(resource)) run.add(problem);
  for (const url of profiles.unknown) run.unknownProfile(url);
  const type = element.resourceType ?? '';
  let isJudged = false;
  for (const url of profiles.judged) {
    const structure = engine.structure(url);
    if (!structure) continue;
    if (structure.type !== type) {
      const facts = { constraintId: url, profile: url, expected: structure.type, found: type.slice(0, 60) };
      run.add({ kind: 'profile', messageId: 'wrongResourceType', element, ...facts });
      continue;
    }
    run.resource(element, structure);
    isJudged = true;
  }
  const base = engine.resourceTypes.has(type) ? engine.type(type) : undefined;
  if (!base) run.add({ kind: 'structure', messageId: 'unknownResourceType', element, found: type.slice(0, 60) });
  else if (!isJudged) run.resource(element, base);
  return run.report;
}

type ClaimsByKind = ReadonlyMap<FhirProblemKind, readonly FhirClaimRow[]>;
const NO_CLAIMS: ClaimsByKind = new Map();
const claimsOfSets = new WeakMap<FhirProfileSet, ClaimsByKind>();

function claimsByKind(set: FhirProfileSet | undefined): ClaimsByKind {
  if (!set) return NO_CLAIMS;
  let claims = claimsOfSets.get(set);
  if (!claims) {
    claims = new Map(FHIR_PROBLEM_KINDS.map((kind) => [kind, set.claims.filter(({ kinds }) => fits(kinds, kind))]));
    claimsOfSets.set(set, claims);
  }
  return claims;
}

function sortByRule(
  problems: readonly FhirProblem[],
  { pack }: FhirContext,
): ReadonlyMap<string, readonly FhirProblem[]> {
  const byRule = new Map<string, FhirProblem[]>();
  const claims = claimsByKind(pack.fhir);
  for (const problem of problems) {
    const claim = claims.get(problem.kind)?.find((each) => isClaimed(each, problem));
    // Few exchanges carry narratives: asked for only by a rule that claims dom-6, or by the pack.
    if (!claim && problem.constraintId === 'dom-6' && pack.parameters.narrativeExpected !== true) continue;
    const rule = claim?.rule ?? genericRule(problem.kind);
    const group = byRule.get(rule);
    if (group) group.push(problem);
    else byRule.set(rule, [problem]);
  }
  return byRule;
}

const genericRule = (kind: FhirProblemKind): string => `fhir/${kind}`;

function isClaimed({ messages, elements, profiles, constraints }: FhirClaimRow, problem: FhirProblem): boolean {
  return (
    fits(messages, problem.messageId) &&
    fits(elements, problem.elementId) &&
    fits(profiles, problem.profile) &&
    fits(constraints, problem.constraintId)
  );
}

function fits(patterns: readonly string[] | undefined, value: string | undefined): boolean {
  if (patterns === undefined) return true;
  if (value === undefined) return false;
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern,
  );
}

/** A problem of the engine as a rule yields it: with its place, and what the templates of messages take. */
export function toProblem<MessageId extends string>(
  problem: FhirProblem,
  { document }: FhirResource,
): Problem<MessageId> {
  const { messageId, severity, expected, found, constraintId, profile, elementId, data } = problem;
  const location = locate(problem, document);
  return {
    // The engine's message ids are those of the generic rules; a test compares both ways.
    messageId: messageId as MessageId,
    location,
    data: {
      path: location.path,
      expected: expected ?? '',
      found: found ?? '',
      profile: profile?.split('/').pop() ?? '',
      element: elementId ?? '',
      ...data,
    },
    ...(severity && { severity }),
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
    ...(constraintId !== undefined && { constraintId }),
  };
}

function locate({ element, missing, span }: FhirProblem, document: FhirDocument): Location {
  if (missing !== undefined) return document.locateMissing(element, missing);
  return span ? document.locateText(element.path, span.start, span.end) : document.locate(element);
}
