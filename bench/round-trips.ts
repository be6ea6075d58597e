import { once } from 'node:events';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { MllpSender } from '../src/actors/index.js';
import { createAcknowledgement, Hl7v2Message, issueCertificateSet } from '../src/index.js';
import { listenMllp, type MllpHandler, type TlsSettings, toBlock } from '../src/transports/index.js';
import { type JudgeBytes, mustPass } from './judged.js';
import { admission } from './message.js';
import type { Contestant } from './rounds.js';

export const ECHO = 'raw TLS echo of the same bytes';
export const JUDGING_OFF = 'MLLP, acknowledged, judging off';
export const JUDGING_ON = 'MLLP, acknowledged, judging on';

export interface RoundTrips {
  readonly contestants: readonly Contestant[];
  close(): Promise<void>;
}

/** One mutually authenticated TLS connection each, one message under way. Both ends live in this process. */
export async function roundTrips(judgeBytes: JudgeBytes): Promise<RoundTrips> {
  const { server, client } = await makeIdentities();
  const plain = await mllpTrip(
    JUDGING_OFF,
    server,
    client,
    acknowledging(() => undefined),
  );
  const judging = await mllpTrip(
    JUDGING_ON,
    server,
    client,
    acknowledging((bytes) => mustPass(judgeBytes(bytes))),
  );
  const echo = await echoTrip(server, client);
  const trips = [echo, plain, judging];
  return {
    contestants: trips.map(({ contestant }) => contestant),
    close: async () => {
      for (const trip of trips) await trip.close();
    },
  };
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

function acknowledging(look: (bytes: Uint8Array) => void): MllpHandler {
  return async (channel, payload) => {
    look(payload);
    const options = { code: 'AA', controlId: 'BENCH-1', at: new Date() } as const;
    await channel.send(createAcknowledgement(new Hl7v2Message(payload), options).bytes);
  };
}

async function mllpTrip(name: string, server: TlsSettings, client: TlsSettings, handler: MllpHandler): Promise<Trip> {
  const host = '127.0.0.1';
  const listener = await listenMllp({ host, port: 0, security: { kind: 'mutual-tls', tls: server } }, handler);
  const sender = await MllpSender.connect({ host, port: listener.port, security: { kind: 'mutual-tls', tls: client } });
  const bytes = admission();
  const run = async (count: number) => {
    for (let index = 0; index < count; index++) {
      const { answer } = await sender.send(bytes, 10_000);
      if (answer === undefined) throw new Error(`${name}: no acknowledgement`);
    }
  };
  const close = async () => {
    await sender.close();
    await listener.close({ graceMs: 100 });
  };
  return { contestant: { name, run }, close };
}

async function echoTrip(server: TlsSettings, client: TlsSettings): Promise<Trip> {
  const host = '127.0.0.1';
  const material = ({ certificate, key, authorities }: TlsSettings) => ({
    cert: certificate,
    key,
    ca: [...authorities],
  });
  const listener = createServer({ ...material(server), requestCert: true, rejectUnauthorized: true }, (socket) => {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => socket.write(chunk));
  });
  await once(listener.listen(0, host), 'listening');
  const address = listener.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const socket = connect({ ...material(client), host, port: address.port });
  await once(socket, 'secureConnect');
  socket.setNoDelay(true);
  const close = async () => {
    socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
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
