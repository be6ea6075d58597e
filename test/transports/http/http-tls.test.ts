import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EpreuveError, HandshakeFacts } from '../../../src/core/index.js';
import type { IssuedCertificate } from '../../../src/pki/index.js';
import { type HttpResponse, listenHttp, type TlsSettings } from '../../../src/transports/index.js';
import { createTlsWorld, issueSelfSigned, type TlsWorld } from '../../support/certificates.js';
import { answer, call, clientOf, httpHandshakes, httpRecorder, inClear } from '../../support/http.js';
import { connectRaw, until } from '../../support/wire.js';

let world: TlsWorld;
let other: TlsWorld;
let server: TlsSettings;
let client: TlsSettings;
let expired: IssuedCertificate;

beforeAll(async () => {
  world = await createTlsWorld();
  other = await createTlsWorld('ec-p256', 'AUTRE');
  server = world.settingsOf(await world.issueServer());
  client = world.settingsOf(await world.issueClient());
  expired = await world.issueClient({ period: 'expired' });
});

interface Meeting {
  readonly client: readonly HandshakeFacts[];
  readonly server: readonly HandshakeFacts[];
  readonly handled: number;
  readonly response?: { status: number; text: string };
  readonly error?: EpreuveError;
}

async function meet(serverTls: TlsSettings, clientTls: TlsSettings): Promise<Meeting> {
  const seen = { server: httpRecorder(), client: httpRecorder() };
  let handled = 0;
  const handler = (): HttpResponse => {
    handled += 1;
    return answer(200, 'ok');
  };
  const endpoint = { host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls: serverTls } } as const;
  const listener = await listenHttp(endpoint, handler, { observers: [seen.server.observe] });
  const own = await clientOf(listener, { kind: 'mutual-tls', tls: clientTls }, { observers: [seen.client.observe] });
  try {
    const outcome = await call(own, listener.port, { secure: true, method: 'POST', body: '{}' }).then(
      (response) => ({ response }),
      (error: EpreuveError) => ({ error }),
    );
    await own.close();
    await until(() => seen.server.events.at(-1)?.kind === 'closed', seen.server.kinds);
    return {
      ...outcome,
      handled,
      client: httpHandshakes(seen.client.events),
      server: httpHandshakes(seen.server.events),
    };
  } finally {
    await listener.close();
  }
}

test.each(['TLSv1.3', 'TLSv1.2'] as const)(
  'both sides are verified over %s, and both tell the same facts',
  async (version) => {
    const limit = { minVersion: version, maxVersion: version };
    const met = await meet({ ...server, ...limit }, client);
    expect(met.response).toMatchObject({ status: 200, text: 'ok' });
    expect(met.client).toMatchObject([{ protocol: version, authorized: 'true', role: 'client' }]);
    expect(met.server).toMatchObject([{ protocol: version, authorized: 'true', role: 'server' }]);
    expect(met.server[0]?.peerSubject).toBe(met.client[0]?.localSubject);
  },
);

describe.each(['TLSv1.3', 'TLSv1.2'] as const)('over %s', (version) => {
  const limited = (settings: TlsSettings) => ({ ...settings, minVersion: version, maxVersion: version });

  test('a client of an unknown authority is refused before any handler, and both sides know why', async () => {
    const stranger = { ...other.settingsOf(await other.issueClient()), authorities: client.authorities };
    const met = await meet(limited(server), limited(stranger));
    expect(met.handled).toBe(0);
    expect(met.server).toMatchObject([{ failure: 'unknown-authority' }]);
    expect(met.client.at(-1)).toMatchObject({ failure: 'refused-by-peer' });
    expect(met.error).toMatchObject({ code: 'tls-handshake', data: { failure: 'refused-by-peer' } });
  });

  test('an expired client is refused', async () => {
    const met = await meet(limited(server), limited(world.settingsOf(expired)));
    expect(met.handled).toBe(0);
    expect(met.server).toMatchObject([{ failure: 'expired' }]);
    expect(met.error?.code).toBe('tls-handshake');
  });

  test.each([
    ['of another name', () => world.issueServer({ commonName: 'autre', altNames: ['192.0.2.1'] }), 'wrong-name'],
    ['meant for clients', () => world.issueClient(), 'wrong-usage'],
    ['signed by itself', () => issueSelfSigned('localhost'), 'self-signed'],
    ['of an unknown authority', () => other.issueServer(), 'unknown-authority'],
  ])('a server certificate %s is refused, and nothing is sent to it', async (_what, issue, failure) => {
    const identity = await issue();
    const met = await meet(limited({ ...world.settingsOf(identity) }), limited(client));
    expect(met.error).toMatchObject({ code: 'tls-handshake', data: { failure } });
    expect(met.handled).toBe(0);
  });
});

test('a revoked client is refused', async () => {
  const revoked = await world.issueClient();
  const revocationLists = await world.revocationLists([revoked]);
  const met = await meet({ ...server, revocationLists }, world.settingsOf(revoked));
  expect(met.server).toMatchObject([{ failure: 'revoked' }]);
  expect(met.error?.code).toBe('tls-handshake');
});

test('plain HTTP on the TLS port, and TLS towards a plaintext port, are named', async () => {
  const seen = httpRecorder();
  const endpoint = { host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls: server } } as const;
  const secured = await listenHttp(endpoint, () => answer(200), { observers: [seen.observe] });
  const raw = await connectRaw(secured.port);
  raw.socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
  await raw.ended;
  expect(httpHandshakes(seen.events)).toMatchObject([{ failure: 'not-tls' }]);
  const plain = await listenHttp({ host: '127.0.0.1', port: 0, security: inClear }, () => answer(200));
  const own = await clientOf(plain, { kind: 'mutual-tls', tls: client });
  await expect(call(own, plain.port, { secure: true })).rejects.toMatchObject({
    code: 'tls-handshake',
    data: { failure: 'not-tls' },
  });
  await own.close();
  await secured.close();
  await plain.close();
});

test('unusable material is refused before anything is opened', async () => {
  const endpoint = { host: '127.0.0.1', port: 1 };
  const opening = clientOf(endpoint as never, { kind: 'mutual-tls', tls: { ...client, key: 'no key' } });
  await expect(opening).rejects.toMatchObject({ code: 'tls-material' });
});
