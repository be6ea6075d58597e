import {
  combineOutcomes,
  type EvidenceSet,
  type Finding,
  isFailing,
  type JudgedItem,
  type Outcome,
  type RecordedStep,
  type StepResult,
  type Text,
} from '../core/index.js';

/** Marks what a step provokes on purpose, so that it is shown and does not fail the run. */
export function markExpected(
  evidence: EvidenceSet,
  items: readonly JudgedItem[],
  findings: readonly Finding[],
): { items: readonly JudgedItem[]; findings: readonly Finding[] } {
  if (evidence.steps.length === 0) return { items, findings };
  const provoking = new Map(evidence.steps.map((step) => [step.id, new Set(step.expectedRules ?? [])]));
  const stepOf = new Map(evidence.items.map((item) => [item.id, item.step]));
  const isExpected = (finding: Finding) =>
    provoking.get(stepOf.get(finding.evidenceId) ?? '')?.has(finding.ruleId) ?? false;
  const marked = findings.map((finding) => (isExpected(finding) ? { ...finding, provoked: true } : finding));
  const failures = new Map<string, Finding[]>();
  for (const finding of marked) {
    if (isFailing(finding.severity)) push(failures, finding.itemId ?? '', finding);
  }
  const markedItems = items.map((item) => {
    const own = failures.get(item.id) ?? [];
    const expected = item.outcome === 'failed' && own.length > 0 && own.every((finding) => finding.provoked);
    return expected ? { ...item, expected: true } : item;
  });
  return { items: markedItems, findings: marked };
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What belongs to one step. */
interface StepShare {
  readonly evidenceIds: readonly string[];
  readonly items: readonly JudgedItem[];
  readonly findings: readonly Finding[];
}

/** A step passes when the runner saw it pass, everything judged in it passed, and what it provokes was found. */
export function judgeSteps(
  evidence: EvidenceSet,
  items: readonly JudgedItem[],
  findings: readonly Finding[],
): StepResult[] {
  if (evidence.steps.length === 0) return [];
  const stepOf = new Map(evidence.items.map((item) => [item.id, item.step ?? '']));
  const evidenceIds = new Map<string, string[]>();
  for (const [id, step] of stepOf) push(evidenceIds, step, id);
  const itemsOf = new Map<string, JudgedItem[]>();
  for (const item of items) {
    // A sequence spans the steps: what it finds belongs to the step of the message it points at, not to the first one.
    if (item.subject !== 'hl7v2/sequence') push(itemsOf, stepOf.get(item.evidenceId) ?? '', item);
  }
  const findingsOf = new Map<string, Finding[]>();
  for (const finding of findings) push(findingsOf, stepOf.get(finding.evidenceId) ?? '', finding);
  return evidence.steps.map((step) =>
    judgeStep(step, {
      evidenceIds: evidenceIds.get(step.id) ?? [],
      items: itemsOf.get(step.id) ?? [],
      findings: findingsOf.get(step.id) ?? [],
    }),
  );
}

function judgeStep(step: RecordedStep, { evidenceIds, items, findings }: StepShare): StepResult {
  const base = {
    id: step.id,
    title: step.title,
    ...(step.scenario !== undefined && { scenario: step.scenario }),
    ...(step.ended?.attempts !== undefined && { attempts: step.ended.attempts }),
    evidenceIds,
    itemIds: items.map((item) => item.id),
    requirementIds: step.requirementIds ?? [],
  };
  if (step.playedAgain) return { ...base, outcome: 'untested', playedAgain: true, reason: playedAgainReason };
  if (!step.ended) {
    const reason = { fr: 'Le passage s’est arrêté pendant cette étape', en: 'The run stopped inside this step' };
    return { ...base, outcome: 'untested', blame: 'setup', reason };
  }
  const { outcome, blame, reason } = step.ended;
  if (outcome !== 'passed') return { ...base, outcome, ...(blame && { blame }), ...(reason && { reason }) };
  const missing = (step.expectedRules ?? []).filter((ruleId) => !findings.some((finding) => finding.ruleId === ruleId));
  if (missing.length > 0) return { ...base, outcome: 'failed', blame: 'harness', reason: notProvoked(missing) };
  const judged = combineOutcomes(items.filter((item) => !item.expected).map(countedOutcome));
  const pointedAt = findings.some((finding) => isFailing(finding.severity) && !finding.provoked && !finding.suppressed);
  if (judged === 'failed' || pointedAt) {
    return { ...base, outcome: 'failed', blame: 'tested-side', reason: findingsReason };
  }
  if (judged === 'cantTell') return { ...base, outcome: 'cantTell', reason: cantTellReason };
  return { ...base, outcome: 'passed', ...(reason && { reason }) };
}

const playedAgainReason: Text = {
  fr: 'Le passage s’est arrêté pendant cette étape ; le scénario a été rejoué depuis son début',
  en: 'The run stopped inside this step; the scenario was played again from its start',
};

/** A failure that suppressions cover does not count; what else the item holds does. */
function countedOutcome({ outcome, suppressed }: JudgedItem): Outcome {
  return suppressed && outcome === 'failed' ? 'passed' : outcome;
}

const findingsReason: Text = {
  fr: 'Des constats de niveau erreur portent sur les échanges de cette étape',
  en: 'Findings at error level concern the exchanges of this step',
};

const cantTellReason: Text = {
  fr: 'Une vérification obligatoire de cette étape n’a pas pu être faite',
  en: 'A required check of this step could not be done',
};

function notProvoked(ruleIds: readonly string[]): Text {
  const list = ruleIds.join(', ');
  return {
    fr: `L’étape devait provoquer ces constats, qui n’ont pas été relevés : ${list}`,
    en: `The step was meant to provoke these findings, which were not made: ${list}`,
  };
}

/**
 * Outcome of the whole: steps when there are any, with the items outside them; what is expected does not count.
 * Nothing judged, or a run cut short, is never a pass.
 */
export function overallOutcome(
  evidence: EvidenceSet,
  steps: readonly StepResult[],
  items: readonly JudgedItem[],
): { outcome: Outcome; reason?: Text } {
  const inSteps = new Set(steps.flatMap((step) => step.itemIds));
  const loose = items.filter((item) => !inSteps.has(item.id) && !item.expected).map(countedOutcome);
  const outcome = combineOutcomes([
    ...steps.flatMap((step) =>
      step.playedAgain ? [] : step.outcome === 'untested' ? ['cantTell' as const] : step.outcome,
    ),
    ...loose,
  ]);
  if (outcome === 'failed') return { outcome };
  if (evidence.incomplete) {
    const reason = { fr: 'Le passage n’est pas allé à son terme', en: 'The run did not reach its end' };
    return { outcome: 'cantTell', reason };
  }
  if (outcome === 'untested' || outcome === 'inapplicable') {
    return { outcome: 'cantTell', reason: { fr: 'Rien n’a été vérifié', en: 'Nothing was checked' } };
  }
  return { outcome };
}
