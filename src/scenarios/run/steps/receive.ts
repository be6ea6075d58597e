import type { Text } from '../../../core/index.js';
import { tryReadHl7v2 } from '../../../formats/hl7v2/index.js';
import type { ReceiveFile, StepFile } from '../../pack/schema.js';
import { hookFailed, hookOf, runHook } from '../hooks.js';
import type { Arrival, OpenListener } from '../listeners.js';
import { textAt } from '../messages.js';
import { failed, notSetUp, type Play, passed, type Verdict } from '../play.js';
import { poll } from '../wait.js';
import { readBeside } from './send.js';

const DEFAULT_WITHIN = '2m';

/** Waits for what the tested side sends: made to by its hook, by the reference DMN, or by a person who is told to. */
export async function playReceive(receive: ReceiveFile, step: StepFile, play: Play): Promise<Verdict> {
  const listener = play.listeners.at(-1);
  if (!listener) return notSetUp(NOT_LISTENING);
  const withinMs = play.withinMs(receive.within ?? DEFAULT_WITHIN);
  play.onWaiting({
    id: `${play.id}/${step.id}`,
    ask: receive.ask,
    until: new Date(play.clock.now().getTime() + withinMs),
    address: listener.address,
  });
  const asked = await makeTestedSideSend(receive, step, listener, play);
  if (asked.verdict) return asked.verdict;
  const arrivals = await awaitArrivals(receive, listener, withinMs, play);
  const count = receive.count ?? 1;
  if (arrivals.length < count) return tooFew(arrivals.length, count, asked.by);
  const last = arrivals.at(-1);
  if (last) readArrival(receive, last, play);
  return passed({ fr: `reçu${count > 1 ? ` (${count})` : ''}`, en: `received${count > 1 ? ` (${count})` : ''}` });
}

type AskedBy = 'hook' | 'reference' | 'person' | 'nobody';

async function makeTestedSideSend(
  receive: ReceiveFile,
  step: StepFile,
  listener: OpenListener,
  play: Play,
): Promise<{ by: AskedBy; verdict?: Verdict }> {
  const { reference } = play.target;
  if (reference) {
    const act = receive.reference;
    if (!act) return { by: 'reference' };
    const bytes = act.pam
      ? play.writer.write(act.pam, { version: '2.5' }).bytes
      : act.file && (await readBeside(act.file, play));
    // What it does when it is turned away on purpose is its business; what counts is what arrives.
    await reference
      .act({ ...(act.measure !== undefined && { measure: act.measure }) }, listener, bytes || undefined)
      .catch(ignoreTransport);
    return { by: 'reference' };
  }
  const hook = hookOf(step, play);
  if (hook) {
    const outcome = await runHook(hook, step.id, play, { address: listener.address });
    return outcome.ok ? { by: 'hook' } : { by: 'hook', verdict: hookFailed(step.id, outcome) };
  }
  return { by: play.asker ? 'person' : 'nobody' };
}

function ignoreTransport(error: unknown): void {
  if (typeof error === 'object' && error !== null && 'family' in error && error.family === 'transport') return;
  throw error;
}

async function awaitArrivals(
  receive: ReceiveFile,
  listener: OpenListener,
  withinMs: number,
  play: Play,
): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  const end = performance.now() + withinMs;
  const fits = (arrival: Arrival) => isWanted(receive, listener, arrival);
  while (arrivals.length < (receive.count ?? 1)) {
    const left = Math.max(0, end - performance.now());
    const next = await poll(() => listener.take(fits), { withinMs: left, everyMs: 25, signal: play.signal });
    if (!next) break;
    arrivals.push(next);
  }
  return arrivals;
}

function isWanted({ event, code, status, level }: ReceiveFile, { on }: OpenListener, arrival: Arrival): boolean {
  if (on === 'mes') {
    const holdsCode = code === undefined || Buffer.from(arrival.bytes).includes(`"${code}"`);
    return holdsCode && arrival.bytes.length > 0 && (status === undefined || arrival.status === status);
  }
  // A level 1 document holds a body that is not XML, a level 3 one a structured body.
  if (level !== undefined) return Buffer.from(arrival.bytes).includes(level === 1 ? 'nonXMLBody' : 'structuredBody');
  if (event === undefined) return true;
  const message = tryReadHl7v2(arrival.bytes);
  const names = [message?.event ?? '', `${message?.type}^${message?.event}`];
  return [event].flat().some((wanted) => names.includes(wanted));
}

function readArrival({ save = {} }: ReceiveFile, { bytes, status }: Arrival, play: Play): void {
  const message = tryReadHl7v2(bytes);
  play.told.answer = status === undefined ? (message?.field('MSH', 9).raw ?? '') : `HTTP ${status}`;
  if (!message) return;
  play.lastMessage = message;
  for (const [name, path] of Object.entries(save)) {
    const value = textAt(message, path);
    play.values.set(name, value);
    if (value !== '') play.received.add(value);
  }
}

/** A hook or a person that was heard and a tested side that was silent are two things. */
function tooFew(found: number, count: number, by: AskedBy): Verdict {
  const seen: Text = {
    fr: `${found} reçu(s) sur ${count} avant l’échéance`,
    en: `${found} of ${count} received before the deadline`,
  };
  if (by === 'hook' || by === 'reference') return failed(seen);
  return notSetUp({
    fr: `${seen.fr} ; ${REMEDY[by].fr}`,
    en: `${seen.en}; ${REMEDY[by].en}`,
  });
}

const REMEDY = {
  person: {
    fr: 'faites envoyer votre système pendant l’attente, ou donnez plus de temps (within)',
    en: 'make your system send while this waits, or give it more time (within)',
  },
  nobody: {
    fr: 'personne n’était là pour le faire envoyer : ajoutez un appel hooks.steps à la cible, ou jouez le scénario dans un terminal',
    en: 'nobody was there to make it send: add a call hooks.steps to the target, or play the scenario in a terminal',
  },
} as const satisfies Record<'person' | 'nobody', Text>;

const NOT_LISTENING: Text = { fr: 'aucune écoute n’est ouverte', en: 'no listener is open' };
