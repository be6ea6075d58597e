import { once } from 'node:events';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { MllpSender } from '../src/actors/index.js';
import { createAcknowledgement, Hl7v2Message, issueCertificateSet } from '../src/index.js';
import { listenMllp, type MllpHandler, type TlsSettings, toBlock } from '../src/transports/index.js';
import { frenchJudge, mustPass } from './judged.js';
import { admission } from './message.js';
import type { Contestant } from './rounds.js';

const HOST = '127.0.0.1';

export const ECHO = 'raw TLS echo of the same bytes';
export const JUDGING_OFF = 'MLLP, acknowledged, judging off';
export const JUDGING_ON = 'MLLP, acknowledged, judging on';

export interface RoundTrips {
  readonly contestants: readonly Contestant[];
  close(): Promise<void>;
}

/** What the thread of the peers tells: a port for each kind of round trip. */
type Ports = Readonly<Record<string, number>>;

/**
 * One mutually authenticated TLS connection for each kind, one message under way. The peers live in a thread of their
 * own: with both ends in one thread nobody waits for anybody, and that is no round trip.
 */
export async function roundTrips(script: string): Promise<RoundTrips> {
  const { server, client } = await makeIdentities();
  const peers = new Worker(script, { workerData: server });
  const [ports]: Ports[] = await once(peers, 'message');
  const trips = [
    await echoTrip(client, portOf(ports, ECHO)),
    await mllpTrip(JUDGING_OFF, client, portOf(ports, JUDGING_OFF)),
    await mllpTrip(JUDGING_ON, client, portOf(ports, JUDGING_ON)),
  ];
  const close = async () => {
    for (const trip of trips) await trip.close();
    await peers.terminate();
  };
  return { contestants: trips.map(({ contestant }) => contestant), close };
}

function portOf(ports: Ports | undefined, name: string): number {
  const port = ports?.[name];
  if (port === undefined) throw new Error(`no peer for ${name}`);
  return port;
}

/** Messages judged before the first round trip: this thread has its own compiled code. */
const WARM_UP = 30_000;

/** The other thread: three listeners, until the thread is ended. */
export async function servePeers(): Promise<void> {
  const server: TlsSettings = workerData;
  const security = { kind: 'mutual-tls', tls: server } as const;
  const judgeBytes = await frenchJudge();
  for (let index = 0; index < WARM_UP; index++) mustPass(judgeBytes(admission()));
  const off = await listenMllp({ host: HOST, port: 0, security }, acknowledging());
  const on = await listenMllp(
    { host: HOST, port: 0, security },
    acknowledging((bytes) => mustPass(judgeBytes(bytes))),
  );
  const ports: Ports = { [ECHO]: await listenEcho(server), [JUDGING_OFF]: off.port, [JUDGING_ON]: on.port };
  parentPort?.postMessage(ports);
}

interface Trip {
  readonly contestant: Contestant;
  close(): Promise<void>;
}

async function makeIdentities(): Promise<{ server: TlsSettings; client: TlsSettings }> {
  const files = await issueCertificateSet({
    certificates: [
      { file: 'server', kind: 'server', commonName: 'localhost', altNames: ['127.0.0.1', 'localhost'] },
      { file: 'client', kind: 'organisation', commonName: 'banc de mesure' },
    ],
  });
  const read = (path: string) => String(files.find((file) => file.path === path)?.contents ?? '');
  const identity = (name: string): TlsSettings => ({
    certificate: read(`${name}.pem`),
    key: read(`${name}-key.pem`),
    authorities: [read('ca/root.pem')],
  });
  return { server: identity('server'), client: identity('client') };
}

function acknowledging(look: (bytes: Uint8Array) => void = () => {}): MllpHandler {
  return async (channel, payload) => {
    look(payload);
    const options = { code: 'AA', controlId: 'BENCH-1', at: new Date() } as const;
    await channel.send(createAcknowledgement(new Hl7v2Message(payload), options).bytes);
  };
}

async function mllpTrip(name: string, client: TlsSettings, port: number): Promise<Trip> {
  const sender = await MllpSender.connect({ host: HOST, port, security: { kind: 'mutual-tls', tls: client } });
  const bytes = admission();
  const run = async (count: number) => {
    for (let index = 0; index < count; index++) {
      const { answer } = await sender.send(bytes, 10_000);
      if (answer === undefined) throw new Error(`${name}: no acknowledgement`);
    }
  };
  return { contestant: { name, run }, close: () => sender.close() };
}

const material = ({ certificate, key, authorities }: TlsSettings) => ({ cert: certificate, key, ca: [...authorities] });

async function listenEcho(server: TlsSettings): Promise<number> {
  const listener = createServer({ ...material(server), requestCert: true, rejectUnauthorized: true }, (socket) => {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => socket.write(chunk));
  });
  await once(listener.listen(0, HOST), 'listening');
  const address = listener.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

async function echoTrip(client: TlsSettings, port: number): Promise<Trip> {
  const socket = connect({ ...material(client), host: HOST, port });
  await once(socket, 'secureConnect');
  socket.setNoDelay(true);
  const close = async () => {
    socket.destroy();
  };
  return { contestant: { name: ECHO, run: echoRun(socket, toBlock(admission())) }, close };
}

function echoRun(socket: TLSSocket, block: Uint8Array): Contestant['run'] {
  return (count) =>
    new Promise((resolve, reject) => {
      let left = count;
      let received = 0;
      const onData = (chunk: Buffer) => {
        received += chunk.length;
        if (received < block.length) return;
        received = 0;
        left -= 1;
        if (left > 0) socket.write(block);
        else {
          socket.off('data', onData).off('error', reject);
          resolve();
        }
      };
      socket.on('data', onData).once('error', reject);
      socket.write(block);
    });
}
