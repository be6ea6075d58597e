import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'yaml';
import {
  type BehaviourRule,
  Dmn,
  formatAddress,
  makeError,
  RunRecorder,
  readBehaviour,
  type Security,
  servePatientPage,
  systemClock,
  type Text,
  VERSION,
  type WireEvent,
  WireRecorder,
} from '../../index.js';
import type { Session } from '../io.js';
import { optionalText, readNumber, readSecurity, toEndpoint } from '../options.js';
import { exitCodeOf, type OutputOptions, readReportOptions, showResult } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { tellHandshake, tellVerdict } from '../tell.js';
import { makeListenerIdentity } from '../test-pki.js';

interface Receiver {
  readonly command: string;
  readonly kind: string;
  readonly title: Text;
  readonly mode: 'accept' | 'integrate';
}

/** `epreuve listen`: acknowledges whatever can be read. */
export function runListen(_args: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const title = { fr: 'Réception de messages', en: 'Messages received' };
  return receive({ command: 'listen', kind: 'listen', title, mode: 'accept' }, options, session);
}

/** `epreuve simulate dmn`: integrates, acknowledges, shows its patients; may misbehave on purpose. */
export function runSimulateDmn(_args: string[], options: Record<string, unknown>, session: Session): Promise<number> {
  const title = { fr: 'DMN simulé face à la GAM testée', en: 'Simulated DMN facing the tested GAM' };
  return receive({ command: 'simulate dmn', kind: 'dmn', title, mode: 'integrate' }, options, session);
}

async function receive(receiver: Receiver, options: Record<string, unknown>, session: Session): Promise<number> {
  const { command, kind, title, mode } = receiver;
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  readReportOptions(own.report, command);
  const port = readNumber(options, 'port', command, [0, 65_535]);
  const host = optionalText(options, 'host') ?? '127.0.0.1';
  const behaviour = await readBehaviourFile(optionalText(options, 'behaviour'));
  const given = await readSecurity(options, session, command);
  const folder = optionalText(options, 'out') ?? newRunFolder(kind, systemClock.now());
  const recorder = new RunRecorder({ folder, title, tool: { name: 'epreuve', version: VERSION } });
  const security: Security = given ?? (await makeListenerIdentity(folder, host, session));
  const wire = new WireRecorder(recorder, kind);
  const counter = new MessageCounter(options, command);
  const dmn = await Dmn.start({
    endpoint: toEndpoint({ host, port }, security),
    behaviour,
    mode,
    observers: [wire.observer, (event) => tellEvent(event, session), counter.observer],
  });
  const webPort = options.webPort === undefined ? undefined : readNumber(options, 'webPort', command, [0, 65_535]);
  const page =
    webPort === undefined
      ? undefined
      : await servePatientPage({ store: dmn.consumer.store, language: session.language, port: webPort });
  const address = formatAddress(host, dmn.port);
  session.say({
    fr: `À l’écoute sur ${address}. Ctrl-C pour finir et juger.`,
    en: `Listening on ${address}. Ctrl-C to finish and judge.`,
  });
  if (page) session.say({ fr: `Patients : ${page.url}\n`, en: `Patients: ${page.url}\n` });
  await Promise.race([session.io.interrupted, counter.reached, ...timeLimit(options, command)]);
  await page?.close();
  await dmn.close();
  recorder.end();
  const result = await finishRun(folder, own, session);
  if (own.json || own.report) await showResult(result, own, session, command);
  tellVerdict(result, resolve(folder), session);
  return exitCodeOf(result);
}

/** Throws `file-not-found`, and `bad-behaviour` naming the place. */
async function readBehaviourFile(file: string | undefined): Promise<BehaviourRule[]> {
  if (file === undefined) return [];
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw makeError('file-not-found', { file }, { cause });
  });
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    throw makeError('bad-behaviour', { file, place: 'YAML', reasonFr: reason, reasonEn: reason }, { cause });
  }
  return readBehaviour(value, file);
}

/** Resolves once `--count` messages were answered; never without that option. */
class MessageCounter {
  readonly reached: Promise<void>;
  #left: number;
  #resolve: () => void = () => undefined;

  constructor(options: Record<string, unknown>, command: string) {
    this.#left =
      options.count === undefined ? Number.POSITIVE_INFINITY : readNumber(options, 'count', command, [1, 1_000_000]);
    this.reached = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  readonly observer = (event: WireEvent): void => {
    if (event.kind !== 'frame-sent' && event.kind !== 'bytes-sent') return;
    this.#left -= 1;
    if (this.#left === 0) this.#resolve();
  };
}

function timeLimit(options: Record<string, unknown>, command: string): Promise<void>[] {
  if (options.for === undefined) return [];
  return [wait(readNumber(options, 'for', command, [1, 86_400]) * 1000, undefined, { ref: true })];
}

function tellEvent(event: WireEvent, session: Session): void {
  if (event.kind === 'handshake') tellHandshake(event.facts, session);
  if (event.kind === 'frame-received') session.say(`← ${event.payload.byteLength} o`);
  if (event.kind === 'frame-sent') session.say(`→ ${event.payload.byteLength} o`);
  if (event.kind === 'violation') session.say(`! ${event.code}`);
}
