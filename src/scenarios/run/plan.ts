import type { ScenarioRequirement, Text } from '../../core/index.js';
import type { Scenario } from '../pack/load-scenarios.js';
import { STEP_KINDS, type StepFile, type StepKind } from '../pack/schema.js';

export interface ScenarioSummary {
  readonly reference: string;
  readonly title: Text;
  readonly summary: Text;
  readonly steps: number;
  readonly tags: readonly string[];
  readonly requirements: readonly ScenarioRequirement[];
}

export interface PlannedStep {
  /** Ids from the scenario's root. */
  readonly path: string;
  readonly kind: StepKind;
  readonly title: Text;
  /** What would be done, in a few words. */
  readonly does: Text;
  readonly skip?: Text;
}

export interface PlannedScenario extends Omit<ScenarioSummary, 'steps'> {
  readonly steps: readonly PlannedStep[];
}

export function summariseScenario(scenario: Scenario): ScenarioSummary {
  return { ...describePlan(scenario), steps: leaves(scenario.file.steps).length };
}

/** What playing the scenario would do, without opening anything. */
export function describePlan({ reference, file }: Scenario): PlannedScenario {
  const { title, summary, tags = [], requirements = [] } = file;
  const steps = leaves(file.steps).map(([step, above]): PlannedStep => {
    const skip = file.skip ?? [step, ...above].map((one) => one.skip).find(Boolean);
    const path = [...above, step].map(({ id }) => id).join('/');
    return { path, kind: kindOf(step), title: step.title, does: describeStep(step), ...(skip && { skip }) };
  });
  return { reference, title, summary, tags, requirements, steps };
}

function leaves(steps: readonly StepFile[], above: readonly StepFile[] = []): [StepFile, readonly StepFile[]][] {
  return steps.flatMap((step) =>
    step.group ? leaves(step.group.steps, [...above, step]) : [[step, above] as [StepFile, readonly StepFile[]]],
  );
}

function kindOf(step: StepFile): StepKind {
  return STEP_KINDS.find((kind) => step[kind] !== undefined) ?? 'group';
}

function describeStep({ send, receive, listen, expect, capture, prompt }: StepFile): Text {
  if (send) {
    const what = send.pam?.event ?? (send.file ? 'file' : send.message ? 'message' : 'TLS');
    const how = [
      send.fault,
      send.certificate && `certificate ${send.certificate}`,
      send.protocol,
      send.version,
      send.profile,
    ].filter(Boolean);
    const answer = send.connection ?? [send.answer ?? 'AA'].flat().join(' | ');
    const text = `${what} → ${send.over ?? 'mllp'}${how.length > 0 ? ` (${how.join(', ')})` : ''} → ${answer}`;
    return { fr: text, en: text };
  }
  if (receive) {
    const what = [receive.event ?? receive.code ?? '*'].flat().join(' | ');
    const within = receive.within ?? '2m';
    return {
      fr: `attend ${what}, ${within} au plus : ${receive.ask.fr}`,
      en: `waits for ${what}, ${within} at most: ${receive.ask.en}`,
    };
  }
  if (listen) return { fr: `écoute ${listen.on}`, en: `listens ${listen.on}` };
  if (expect) return { fr: `constate : ${expect.seen.fr}`, en: `sees: ${expect.seen.en}` };
  if (capture) {
    const page = capture.page ?? capture.patient ?? '';
    return { fr: `capture : ${page}`, en: `picture: ${page}` };
  }
  const { wants = 'confirm', ask } = prompt ?? { ask: { fr: '', en: '' } };
  return { fr: `demande (${wants}) : ${ask.fr}`, en: `asks (${wants}): ${ask.en}` };
}
