import { resolve } from 'node:path';
import {
  type BehaviourRule,
  Dmn,
  formatAddress,
  RunRecorder,
  recordPictures,
  type Security,
  servePatientPage,
  systemClock,
  type Text,
  VERSION,
  type WireEvent,
  WireRecorder,
} from '../../index.js';
import { readBehaviourFile } from '../behaviour-file.js';
import { Ending } from '../ending.js';
import type { Session } from '../io.js';
import { optionalText, readNumber } from '../options.js';
import { type OutputOptions, readReportOptions } from '../outcome.js';
import { finishRun, newRunFolder } from '../run-folder.js';
import { readSecurity, toEndpoint } from '../security-options.js';
import { tellBlock, tellHandshake, tellRun } from '../tell.js';
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

interface Listening {
  readonly host: string;
  readonly port: number;
  readonly webPort: number | undefined;
  readonly behaviour: readonly BehaviourRule[];
  readonly ending: Ending;
}

/** Every option is read before anything is opened. */
async function receive(receiver: Receiver, options: Record<string, unknown>, session: Session): Promise<number> {
  const { command, kind, title } = receiver;
  const own: OutputOptions & { readonly pack?: readonly string[] } = options;
  readReportOptions(own.report, command);
  const listening: Listening = {
    host: optionalText(options, 'host') ?? '127.0.0.1',
    port: readNumber(options, 'port', command, [0, 65_535]),
    webPort: options.webPort === undefined ? undefined : readNumber(options, 'webPort', command, [0, 65_535]),
    behaviour: await readBehaviourFile(optionalText(options, 'behaviour')),
    ending: new Ending(options, command, session),
  };
  const given = await readSecurity(options, session, command);
  const folder = optionalText(options, 'out') ?? newRunFolder(kind, systemClock.now());
  const recorder = new RunRecorder({ folder, title, tool: { name: 'epreuve', version: VERSION } });
  const security = given ?? (await makeListenerIdentity(folder, listening.host, session));
  await listenUntilEnd(receiver, listening, security, recorder, session);
  await recordPictures(recorder);
  recorder.end();
  const result = await finishRun(folder, own, session);
  return tellRun(result, resolve(folder), own, session, command);
}

async function listenUntilEnd(
  { kind, mode }: Receiver,
  { host, port, webPort, behaviour, ending }: Listening,
  security: Security,
  recorder: RunRecorder,
  session: Session,
): Promise<void> {
  const wire = new WireRecorder(recorder, kind);
  const dmn = await Dmn.start({
    endpoint: toEndpoint({ host, port }, security),
    behaviour,
    mode,
    observers: [wire.observer, (event) => tellEvent(event, session)],
    onMessage: () => ending.countMessage(),
  });
  try {
    const { store } = dmn.consumer;
    const page =
      webPort === undefined ? undefined : await servePatientPage({ store, language: session.language, port: webPort });
    const address = formatAddress(host, dmn.port);
    session.say({
      fr: `À l’écoute sur ${address}. Ctrl-C pour finir et juger.`,
      en: `Listening on ${address}. Ctrl-C to finish and judge.`,
    });
    if (page) session.say({ fr: `Patients : ${page.url}\n`, en: `Patients: ${page.url}\n` });
    await ending.reached();
    await page?.close();
  } finally {
    await dmn.close();
  }
}

function tellEvent(event: WireEvent, session: Session): void {
  if (event.kind === 'handshake') tellHandshake(event.facts, session);
  if (event.kind === 'frame-received') tellBlock('←', event.payload, session);
  if (event.kind === 'frame-sent') tellBlock('→', event.payload, session);
  if (event.kind === 'violation') session.say(`! ${event.code}`);
}
