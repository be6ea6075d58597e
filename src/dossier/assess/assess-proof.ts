import { combineOutcomes, type Outcome, type RunResult, type StepResult } from '../../core/index.js';
import type { ProofEntry, RequirementEntry } from '../description/schema.js';
import { readRequirementId } from '../referential/requirement-id.js';
import type { ExpectedProof, ProofKind } from '../referential/types.js';
import type { Gathered, GatheredFile, GatheredRun } from './gathered.js';
import { canServe, kindsOfFile } from './proof-kinds.js';

export const PROOF_STATES = [
  'ready',
  'missing',
  'wrong-kind',
  'inconclusive',
  'reference-run',
  'failed',
  'file-missing',
  'file-refused',
  'file-changed',
  'run-missing',
  'run-changed',
  'run-unsure',
  'step-unknown',
] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** States that say something is wrong, rather than not there yet. */
const BROKEN: ReadonlySet<ProofState> = new Set([
  'failed',
  'file-missing',
  'file-refused',
  'file-changed',
  'run-missing',
  'run-changed',
  'step-unknown',
]);

export function isBroken(state: ProofState): boolean {
  return BROKEN.has(state);
}

/** One of the proofs 1 to 3 of a requirement. */
export interface AssessedProof {
  readonly slot: 1 | 2 | 3;
  /** What the chosen scenario asks for here; absent for a proof more than it asks. */
  readonly expected?: ExpectedProof;
  readonly state: ProofState;
  readonly kind?: ProofKind;
  readonly title?: string;
  readonly file?: GatheredFile;
  readonly link?: string;
  readonly run?: GatheredRun;
  /** Steps of the run that prove it; empty: the whole run. */
  readonly steps: readonly StepResult[];
  readonly outcome?: Outcome;
  /** True when nobody named it: a run of the dossier says it covers the requirement, or the platform link fits. */
  readonly found?: true;
}

interface ProofContext {
  readonly requirementId: string;
  readonly entry: RequirementEntry;
  readonly runs: readonly string[];
  readonly gathered: Gathered;
}

export function assessProof(
  slot: 1 | 2 | 3,
  expected: ExpectedProof | undefined,
  context: ProofContext,
): AssessedProof | undefined {
  const given = context.entry[`proof${slot}`];
  const base = { slot, ...(expected && { expected }), ...(given?.title && { title: given.title }) };
  if (given) return { ...base, ...assessGiven(given, expected, context) };
  if (!expected) return undefined;
  // A run is found for the first proof only: that it also holds what the others ask for is for the user to say.
  const found = slot === 1 && expected.kinds.includes('run') ? findRun(context) : undefined;
  if (found?.state === 'ready') return { ...base, ...found, found: true };
  const link = context.entry.platformLink;
  if (link !== undefined && expected.kinds.includes('platform-link')) {
    return { ...base, state: 'ready', kind: 'platform-link', link, steps: [], found: true };
  }
  return found ? { ...base, ...found, found: true } : { ...base, state: 'missing', steps: [] };
}

type Finding = Pick<AssessedProof, 'state' | 'kind' | 'file' | 'link' | 'run' | 'steps' | 'outcome'>;

function assessGiven(given: ProofEntry, expected: ExpectedProof | undefined, context: ProofContext): Finding {
  if (given.run !== undefined) return assessRun(given, expected, context);
  if (given.link !== undefined) {
    const kind = given.kind ?? 'platform-link';
    return { state: fits([kind], expected) ? 'ready' : 'wrong-kind', kind, link: given.link, steps: [] };
  }
  const path = given.file ?? '';
  const file = context.gathered.files.get(path) ?? { path, state: 'missing' as const };
  const kinds = given.kind ? [given.kind] : kindsOfFile(path);
  const kind = expected?.kinds.find((each) => canServe(kinds, [each])) ?? kinds[0] ?? 'document';
  const finding = { kind, file, steps: [] };
  if (file.state === 'missing') return { ...finding, state: 'file-missing' };
  if (file.state === 'refused') return { ...finding, state: 'file-refused' };
  if (given.sha256 !== undefined && given.sha256 !== file.sha256) return { ...finding, state: 'file-changed' };
  return { ...finding, state: fits(kinds, expected) ? 'ready' : 'wrong-kind' };
}

function fits(kinds: readonly ProofKind[], expected: ExpectedProof | undefined): boolean {
  return !expected || canServe(kinds, expected.kinds);
}

function assessRun(given: ProofEntry, expected: ExpectedProof | undefined, context: ProofContext): Finding {
  const path = given.run ?? '';
  const run = context.gathered.runs.get(path) ?? { path, state: 'missing' as const };
  const all = run.result?.steps ?? [];
  const named = given.steps ? all.filter(({ id }) => given.steps?.includes(id)) : stepsFor(context.requirementId, all);
  const finding = judgedBy(run, named);
  if (given.steps && given.steps.length !== named.length && run.result) return { ...finding, state: 'step-unknown' };
  return finding.state === 'ready' && !fits(['run'], expected) ? { ...finding, state: 'wrong-kind' } : finding;
}

function stepsFor(requirementId: string, steps: readonly StepResult[]): StepResult[] {
  return steps.filter(({ requirementIds }) =>
    requirementIds.some((id) => readRequirementId(id, [requirementId]) === requirementId),
  );
}

/** Without steps of its own, a run named by hand is taken whole. */
function judgedBy(run: GatheredRun, steps: readonly StepResult[]): Finding {
  const finding = { kind: 'run', run, steps } as const;
  const { result } = run;
  if (run.state === 'missing') return { ...finding, state: 'run-missing' };
  if (run.state === 'changed' || run.state === 'not-reproduced') return { ...finding, state: 'run-changed' };
  if (run.state !== 'verified' || !result) return { ...finding, state: 'run-unsure' };
  const outcome = steps.length > 0 ? combineOutcomes(steps.map((step) => step.outcome)) : result.outcome;
  if (outcome === 'failed') return { ...finding, outcome, state: 'failed' };
  if (outcome !== 'passed' || result.incomplete) return { ...finding, outcome, state: 'inconclusive' };
  return { ...finding, outcome, state: isOfReference(result, steps) ? 'reference-run' : 'ready' };
}

/** The DMN of Épreuve passed, not the product: shown where it would stand, and never counted as a proof. */
function isOfReference({ scenarios = [], steps: all }: RunResult, steps: readonly StepResult[]): boolean {
  const ours = new Set(scenarios.filter(({ reference }) => reference).map(({ id }) => id));
  return (steps.length > 0 ? steps : all).some(({ scenario }) => scenario !== undefined && ours.has(scenario));
}

/** Among the runs of the dossier, one whose steps name the requirement; one that passed is preferred. */
function findRun({ requirementId, runs, gathered }: ProofContext): Finding | undefined {
  const candidates = runs.flatMap((path) => {
    const run = gathered.runs.get(path);
    const steps = stepsFor(requirementId, run?.result?.steps ?? []);
    return run && steps.length > 0 ? [judgedBy(run, steps)] : [];
  });
  return candidates.find(({ state }) => state === 'ready') ?? candidates[0];
}
