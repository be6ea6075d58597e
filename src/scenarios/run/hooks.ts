import type { Text } from '../../core/index.js';
import type { StepFile } from '../pack/schema.js';
import { type Call, type CallOutcome, makeCall } from '../target/call.js';
import { notSetUp, type Play, type Verdict } from './play.js';
import { orInterrupted } from './wait.js';

/** The hook of a step, by its id or by `scenario/step`. */
export function hookOf(step: StepFile, { target, scenario }: Play): Call | undefined {
  const names = [`${scenario.reference}/${step.id}`, `${scenario.file.id}/${step.id}`, step.id];
  return names.map((name) => (Object.hasOwn(target.hooks, name) ? target.hooks[name] : undefined)).find(Boolean);
}

/** Runs a call and keeps what it printed as evidence. */
export async function runHook(
  call: Call,
  name: string,
  play: Play,
  more: Readonly<Record<string, string>> = {},
): Promise<CallOutcome> {
  const outcome = await callHook(call, play, more);
  keepOutput(outcome, name, play);
  return outcome;
}

export function callHook(call: Call, play: Play, more: Readonly<Record<string, string>>): Promise<CallOutcome> {
  const values = new Map([...play.values, ['scenario', play.scenario.reference], ...Object.entries(more)]);
  return orInterrupted(makeCall(call, values, play.signal), play.signal);
}

export function keepOutput({ ended, output, talk }: CallOutcome, hook: string, { recorder }: Play, looks = 1): void {
  const item = { kind: 'log', mediaType: 'text/plain', extension: 'txt' } as const;
  recorder.record({ ...item, name: hook, facts: { hook, ended, ...(looks > 1 && { looks: String(looks) }) } }, output);
  if (talk.length > 0) recorder.record({ ...item, name: `${hook}-errors`, facts: { hook } }, talk);
}

export function hookFailed(name: string, { ended }: CallOutcome): Verdict {
  return notSetUp(hookReason(name, ended));
}

function hookReason(name: string, ended: string): Text {
  return {
    fr: `l’appel « ${name} » de la cible a échoué (${ended}) ; sa sortie est parmi les preuves`,
    en: `the call "${name}" of the target failed (${ended}); its output is among the evidence`,
  };
}
