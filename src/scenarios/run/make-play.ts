import { sha256 } from '../../evidence/index.js';
import { toMilliseconds } from '../pack/duration.js';
import type { Scenario } from '../pack/load-scenarios.js';
import { fillValues } from '../pack/templates.js';
import { WireRecorder } from '../wire-recorder.js';
import { drawIdentity, IDENTITY_FIELDS, type Identity } from './identities.js';
import type { Play } from './play.js';
import type { RunOptions } from './run-scenarios.js';
import { MessageWriter, type Senders } from './write-message.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Everything the steps of one scenario share, with identities drawn from the seed. */
export function makePlay(scenario: Scenario, options: RunOptions, senders: Senders): Play {
  const { recorder, target, clock, language, seed, signal, asker, capture, begun, onEvent } = options;
  const { maxWaitMs = Number.POSITIVE_INFINITY } = options;
  const before = begun?.get(scenario.reference) ?? 0;
  const id = before === 0 ? scenario.reference : `${scenario.reference}~${before + 1}`;
  // Played again, it brings other people: those of the first time may be there already.
  const identities = drawAll(scenario, `${seed}/${id}`);
  const now = clock.now();
  const values = new Map<string, string>([
    ['run', runName(`${seed}/${id}`)],
    ['day', toDay(now)],
    ['yesterday', toDay(new Date(now.getTime() - DAY_MS))],
    ['now', `${toDay(now)}${now.toISOString().slice(11, 19).replaceAll(':', '')}`],
  ]);
  for (const [name, person] of identities)
    for (const field of IDENTITY_FIELDS) values.set(`${name}.${field}`, person[field]);
  for (const [name, text] of Object.entries(scenario.file.variables ?? {})) values.set(name, fillValues(text, values));
  const side = `gam-${recorder.options.resume ? `${before + 1}-` : ''}${scenario.reference}`;
  return {
    id,
    scenario,
    recorder,
    target,
    clock,
    language,
    signal,
    asker,
    capture,
    writer: new MessageWriter(clock, senders, identities),
    identities,
    values,
    received: new Set(),
    wire: new WireRecorder(recorder, side),
    wireSide: side,
    listeners: [],
    withinMs: (duration) => Math.min(toMilliseconds(duration), maxWaitMs),
    onWaiting: (waiting) => onEvent?.({ kind: 'waiting', ...waiting }),
    connection: undefined,
    lastMessage: undefined,
    told: {},
  };
}

function drawAll({ file }: Scenario, seed: string): Map<string, Identity> {
  const drawn = new Map<string, Identity>();
  for (const [name, given] of Object.entries(file.identities ?? {})) drawn.set(name, drawIdentity(seed, name, given));
  return drawn;
}

/** Short and safe in an identifier: visits and movements of two scenarios, or of two runs, must not meet. */
function runName(seed: string): string {
  return sha256(Buffer.from(seed)).slice(0, 6).toUpperCase();
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}
