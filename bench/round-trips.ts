import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { MllpSender } from '../src/actors/index.js';
import { issueCertificateSet } from '../src/index.js';
import { type TlsSettings, toBlock } from '../src/transports/index.js';
import { admission } from './message.js';
import { HOST, type Ports, type ThreadData } from './peers.js';
import type { Contestant } from './rounds.js';
import { TRIPS, type TripName } from './trip-names.js';

/** A disk that others write to may hold up the evidence for seconds. */
const ANSWER_WITHIN_MS = 60_000;

export interface RoundTrips {
  readonly contestants: readonly Contestant[];
  /** Writes to a disk: not to be compared with the others. */
  readonly recorded: Contestant;
  /** The same for every connection: `TLSv1.3 TLS_AES_256_GCM_SHA384`. */
  readonly security: string;
  /** Bytes on the connection, framing included. */
  readonly bytes: { readonly message: number; readonly acknowledgement: number };
  close(): Promise<void>;
}

/**
 * One mutually authenticated TLS connection for each kind, one message under way. The peers live in a thread of their
 * own, with the echo as with MLLP: with both ends in one thread nobody waits for anybody, and that is no round trip.
 */
export async function roundTrips(script: string): Promise<RoundTrips> {
  const { server, client } = await makeIdentities();
  const peers = new Worker(script, { workerData: { kind: 'peers', server, script } satisfies ThreadData });
  const [ports]: Ports[] = await once(peers, 'message');
  if (!ports) throw new Error('no ports');
  const echo = await echoTrip(client, ports[TRIPS.echo]);
  const mllp = (name: TripName, judges = false) => mllpTrip(name, client, ports[name], judges ? peers : undefined);
  const judged = [TRIPS.judgedFirst, TRIPS.judgedAfter, TRIPS.judgedBeside];
  const off = await mllp(TRIPS.off);
  const trips = [echo, off];
  for (const name of judged) trips.push(await mllp(name, name !== TRIPS.judgedFirst));
  const recorded = await mllp(TRIPS.recorded);
  const every = [...trips, recorded];
  const different = every.find(({ security }) => security !== echo.security);
  if (different) throw new Error(`${different.contestant.name}: ${different.security}, not ${echo.security}`);
  const close = async () => {
    for (const trip of every) await trip.close();
    peers.postMessage({ stop: true });
    await once(peers, 'message');
    await peers.terminate();
  };
  return {
    contestants: trips.map(({ contestant }) => contestant),
    recorded: recorded.contestant,
    security: echo.security,
    bytes: { message: toBlock(admission()).length, acknowledgement: await off.acknowledgementBytes() },
    close,
  };
}

interface Trip {
  readonly contestant: Contestant;
  readonly security: string;
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

/** With `judges`, a run ends when the peers have judged every message of it: no work is left to somebody else's time. */
async function mllpTrip(name: TripName, client: TlsSettings, port: number, judges?: Worker) {
  const sender = await MllpSender.connect({ host: HOST, port, security: { kind: 'mutual-tls', tls: client } });
  const bytes = admission();
  const one = async () => {
    const { answer } = await sender.send(bytes, ANSWER_WITHIN_MS);
    if (answer === undefined) throw new Error(`${name}: no acknowledgement`);
    return answer;
  };
  const run = async (count: number) => {
    for (let index = 0; index < count; index++) await one();
    if (!judges) return;
    judges.postMessage({ judge: name, count });
    const [judged]: number[] = await once(judges, 'message');
    if (judged !== count) throw new Error(`${name}: ${judged} of ${count} messages were judged`);
  };
  const { protocol = '', cipherStandardName = '' } = sender.channel.peer.handshake;
  return {
    contestant: { name, run },
    security: `${protocol} ${cipherStandardName}`,
    acknowledgementBytes: async () => toBlock(await one()).length,
    close: () => sender.close(),
  };
}

async function echoTrip({ certificate, key, authorities }: TlsSettings, port: number): Promise<Trip> {
  const socket = connect({ cert: certificate, key, ca: [...authorities], host: HOST, port });
  await once(socket, 'secureConnect');
  socket.setNoDelay(true);
  const close = async () => {
    socket.destroy();
  };
  const security = `${socket.getProtocol()} ${socket.getCipher().standardName}`;
  return { contestant: { name: TRIPS.echo, run: echoRun(socket, toBlock(admission())) }, security, close };
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
