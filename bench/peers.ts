import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import { createAcknowledgement, Hl7v2Message, RunRecorder, VERSION, WireRecorder } from '../src/index.js';
import { listenMllp, type MllpHandler, type TlsSettings, type WireObserver } from '../src/transports/index.js';
import { type JudgingQueue, judgeBeside, judgeHere, serveJudge, warmJudge } from './judging-queue.js';
import { TRIPS, type TripName } from './trip-names.js';

export const HOST = '127.0.0.1';

/** What a thread is started for. */
export type ThreadData =
  | { readonly kind: 'peers'; readonly server: TlsSettings; readonly script: string }
  | { readonly kind: 'judge' };

/** What the thread of the peers tells first: a port for each kind of round trip. */
export type Ports = Readonly<Record<TripName, number>>;

type Asked = { readonly judge: TripName; readonly count: number } | { readonly stop: true };

/** The bundle is the script of every thread. */
export async function serveThread(): Promise<void> {
  const data: ThreadData = workerData;
  if (data.kind === 'judge') await serveJudge();
  else if (parentPort) await servePeers(data, parentPort);
}

/**
 * A listener for each kind of round trip, until it is told to stop. Asked to judge what is left of a kind, it answers how
 * many messages were judged.
 */
async function servePeers({ server, script }: ThreadData & { kind: 'peers' }, port: MessagePort): Promise<void> {
  const judgeAll = await warmJudge();
  const queues = new Map<string, JudgingQueue>([
    [TRIPS.judgedFirst, judgeHere(judgeAll)],
    [TRIPS.judgedAfter, judgeHere(judgeAll)],
    [TRIPS.judgedBeside, await judgeBeside(new Worker(script, { workerData: { kind: 'judge' } satisfies ThreadData }))],
  ]);
  const listen = async (handler: MllpHandler, observers: readonly WireObserver[] = []) => {
    const security = { kind: 'mutual-tls', tls: server } as const;
    return (await listenMllp({ host: HOST, port: 0, security }, handler, { observers })).port;
  };
  const after = (name: TripName) => acknowledging((bytes) => queues.get(name)?.put(bytes));
  const evidence = recordInto(mkdtempSync(join(tmpdir(), 'epreuve-bench-')));
  const ports: Ports = {
    [TRIPS.echo]: await listenEcho(server),
    [TRIPS.off]: await listen(acknowledging()),
    [TRIPS.judgedFirst]: await listen(judging((bytes) => judgeAll([bytes]))),
    [TRIPS.judgedAfter]: await listen(after(TRIPS.judgedAfter)),
    [TRIPS.judgedBeside]: await listen(after(TRIPS.judgedBeside)),
    [TRIPS.recorded]: await listen(acknowledging(), [evidence.observer]),
  };
  port.on('message', async (asked: Asked) => {
    if ('stop' in asked) evidence.remove();
    port.postMessage('stop' in asked ? 0 : await queues.get(asked.judge)?.drain(asked.count));
  });
  port.postMessage(ports);
}

type Look = (bytes: Uint8Array) => Promise<void> | void;

function acknowledging(lookAfter: Look = () => {}): MllpHandler {
  return async (channel, payload) => {
    await channel.send(acknowledge(payload));
    return lookAfter(payload);
  };
}

function judging(lookBefore: (bytes: Uint8Array) => void): MllpHandler {
  return async (channel, payload) => {
    lookBefore(payload);
    await channel.send(acknowledge(payload));
  };
}

function acknowledge(payload: Uint8Array): Uint8Array {
  const options = { code: 'AA', controlId: 'BENCH-1', at: new Date() } as const;
  return createAcknowledgement(new Hl7v2Message(payload), options).bytes;
}

/** Evidence as `epreuve listen` writes it. */
function recordInto(folder: string): { readonly observer: WireObserver; remove(): void } {
  const title = { fr: 'Mesure', en: 'Measure' };
  const recorder = new RunRecorder({ folder: join(folder, 'run'), title, tool: { name: 'bench', version: VERSION } });
  const { observer } = new WireRecorder(recorder, 'listen');
  return { observer, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function listenEcho({ certificate, key, authorities }: TlsSettings): Promise<number> {
  const material = { cert: certificate, key, ca: [...authorities] };
  const listener = createServer({ ...material, requestCert: true, rejectUnauthorized: true }, (socket) => {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => socket.write(chunk));
  });
  await once(listener.listen(0, HOST), 'listening');
  const address = listener.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
