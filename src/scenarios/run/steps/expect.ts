import type { Text } from '../../../core/index.js';
import type { ExpectFile, StepFile } from '../../pack/schema.js';
import type { Call, CallOutcome } from '../../target/call.js';
import { callHook, hookFailed, keepOutput } from '../hooks.js';
import { textAt } from '../messages.js';
import { failed, notSetUp, type Play, passed, type Verdict } from '../play.js';
import { findDifference, readPatients } from '../state.js';
import { pause } from '../wait.js';
import { askPerson } from './prompt.js';

const DEFAULT_WITHIN = '5s';
const LOOK_EVERY_MS = 100;
const FIRST_LOOKS_MS = [10, 20, 50];

/** Looks whether something holds: in the last message, and in the tested system through its state call or a person. */
export async function playExpect(expect: ExpectFile, step: StepFile, play: Play): Promise<Verdict> {
  const wrong = findWrongPath(expect, play);
  if (wrong)
    return failed({ fr: `${notSeen(expect.seen).fr} (${wrong.fr})`, en: `${notSeen(expect.seen).en} (${wrong.en})` });
  if (!expect.state) return expect.message ? passed(expect.seen) : lookByPerson(expect, step, play);
  const { state } = play.target;
  return state ? lookByCall(expect, state, play) : lookByPerson(expect, step, play);
}

function findWrongPath({ message = {} }: ExpectFile, { lastMessage }: Play): Text | undefined {
  const paths = Object.entries(message);
  if (paths.length === 0) return undefined;
  if (!lastMessage) return { fr: 'aucun message reçu', en: 'no message received' };
  const path = paths.find(([where, value]) => textAt(lastMessage, where) !== value)?.[0];
  return path === undefined ? undefined : { fr: `${path} différent`, en: `${path} differs` };
}

/** A tested system may integrate a moment after it acknowledged: it is asked again until the deadline. */
async function lookByCall(expect: ExpectFile, call: Call, play: Play): Promise<Verdict> {
  const end = performance.now() + play.withinMs(expect.within ?? DEFAULT_WITHIN);
  for (let look = 0; ; look += 1) {
    const { verdict, outcomes } = await lookOnce(expect, call, play);
    if (verdict.outcome !== 'failed' || performance.now() >= end) {
      for (const outcome of outcomes) keepOutput(outcome, 'state', play, look + 1);
      return verdict;
    }
    await pause(FIRST_LOOKS_MS[look] ?? LOOK_EVERY_MS, play.signal);
  }
}

async function lookOnce(
  expect: ExpectFile,
  call: Call,
  play: Play,
): Promise<{ verdict: Verdict; outcomes: CallOutcome[] }> {
  const outcomes: CallOutcome[] = [];
  for (const wanted of expect.state ?? []) {
    const outcome = await callHook(call, play, { identifier: wanted.patient });
    outcomes.push(outcome);
    if (!outcome.ok) return { verdict: hookFailed('state', outcome), outcomes };
    const patients = readPatients(outcome.output);
    if (!patients) return { verdict: notSetUp(NO_LIST), outcomes };
    const difference = findDifference(wanted, patients);
    if (!difference) continue;
    const seen = notSeen(expect.seen);
    return { verdict: failed({ fr: `${seen.fr} (${difference.fr})`, en: `${seen.en} (${difference.en})` }), outcomes };
  }
  return { verdict: passed(expect.seen), outcomes };
}

async function lookByPerson(expect: ExpectFile, step: StepFile, play: Play): Promise<Verdict> {
  const ask: Text = { fr: `Dans votre système : ${expect.seen.fr}`, en: `In your system: ${expect.seen.en}` };
  const asked = await askPerson({ ask, wants: 'confirm' }, step, play);
  return asked ?? notSetUp(NOBODY_LOOKED);
}

function notSeen({ fr, en }: Text): Text {
  return { fr: `attendu et non constaté : ${fr}`, en: `expected and not seen: ${en}` };
}

const NO_LIST: Text = {
  fr: 'l’appel hooks.state n’a pas rendu une liste de patients en JSON (forme : docs/scenarios.md)',
  en: 'the call hooks.state did not give a list of patients as JSON (shape: docs/scenarios.md)',
};
const NOBODY_LOOKED: Text = {
  fr: 'personne n’a pu regarder dans le système testé : ajoutez un appel hooks.state à la cible, ou jouez le scénario dans un terminal',
  en: 'nobody could look into the tested system: add a call hooks.state to the target, or play the scenario in a terminal',
};
