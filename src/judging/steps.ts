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
  const markedItems = items.map((item) => {
    const rules = provoking.get(stepOf.get(item.evidenceId) ?? '');
    const failing = item.rules.filter((rule) => rule.severity === 'error' || rule.severity === 'fatal');
    const expected = failing.length > 0 && failing.every((rule) => rules?.has(rule.ruleId));
    return expected ? { ...item, expected: true } : item;
  });
  return { items: markedItems, findings: marked };
}

/** A step passes when the runner saw it pass, everything judged in it passed, and what it provokes was found. */
export function judgeSteps(
  evidence: EvidenceSet,
  items: readonly JudgedItem[],
  findings: readonly Finding[],
): StepResult[] {
  return evidence.steps.map((step) => judgeStep(step, evidence, items, findings));
}

function judgeStep(
  step: RecordedStep,
  evidence: EvidenceSet,
  items: readonly JudgedItem[],
  findings: readonly Finding[],
): StepResult {
  const evidenceIds = evidence.items.filter((item) => item.step === step.id).map((item) => item.id);
  // A sequence spans the steps: what it finds belongs to the step of the message it points at, not to the first one.
  const own = items.filter((item) => item.subject !== 'hl7v2/sequence' && evidenceIds.includes(item.evidenceId));
  const base = {
    id: step.id,
    title: step.title,
    evidenceIds,
    itemIds: own.map((item) => item.id),
    requirementIds: step.requirementIds ?? [],
  };
  if (!step.ended) {
    const reason = { fr: 'Le passage s’est arrêté pendant cette étape', en: 'The run stopped inside this step' };
    return { ...base, outcome: 'untested', blame: 'setup', reason };
  }
  const { outcome, blame, reason } = step.ended;
  if (outcome !== 'passed') return { ...base, outcome, ...(blame && { blame }), ...(reason && { reason }) };
  const missing = (step.expectedRules ?? []).filter((ruleId) => !foundBy(own, ruleId));
  if (missing.length > 0) return { ...base, outcome: 'failed', blame: 'harness', reason: notProvoked(missing) };
  const judged = combineOutcomes(own.filter((item) => !item.expected).map((item) => item.outcome));
  const pointedAt = findings.some(
    (finding) => isFailing(finding.severity) && !finding.provoked && evidenceIds.includes(finding.evidenceId),
  );
  if (judged === 'failed' || pointedAt) {
    return { ...base, outcome: 'failed', blame: 'tested-side', reason: findingsReason };
  }
  if (judged === 'cantTell') return { ...base, outcome: 'cantTell', reason: cantTellReason };
  return { ...base, outcome: 'passed', ...(reason && { reason }) };
}

function foundBy(items: readonly JudgedItem[], ruleId: string): boolean {
  return items.some((item) => item.rules.some((rule) => rule.ruleId === ruleId && rule.outcome === 'failed'));
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
  const loose = items.filter((item) => !inSteps.has(item.id) && !item.expected).map((item) => item.outcome);
  const outcome = combineOutcomes([
    ...steps.map((step) => (step.outcome === 'untested' ? 'cantTell' : step.outcome)),
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
