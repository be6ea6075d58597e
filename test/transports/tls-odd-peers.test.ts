import { connect as connectSocket, type Socket } from 'node:net';
import { type ConnectionOptions, connect, createServer, type TLSSocket, type TlsOptions } from 'node:tls';
import type { HandshakeFacts } from '../../src/core/index.js';
import type { IssuedCertificate } from '../../src/pki/index.js';
import {
  connectMllp,
  type Endpoint,
  listenMllp,
  type MllpListener,
  type TlsSettings,
} from '../../src/transports/index.js';
import { createTlsWorld, type TlsWorld } from '../support/certificates.js';
import { callOnce, handshakesOf } from '../support/tls-meeting.js';
import { block, connectRaw, listenRaw, plaintext, type RawPeer, recorder, toRawPeer, until } from '../support/wire.js';

/** What a peer needs to speak a version nobody should. */
const OUTDATED = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

let world: TlsWorld;
let server: IssuedCertificate;
let client: IssuedCertificate;
const closing: (() => Promise<unknown> | unknown)[] = [];

beforeAll(async () => {
  world = await createTlsWorld();
  [server, client] = await Promise.all([world.issueServer(), world.issueClient()]);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Our server, and the facts of every handshake with it. */
async function ourServer(changes: Partial<TlsSettings> = {}, handshakeTimeoutMs = 5000) {
  const seen = recorder();
  const handled: Uint8Array[] = [];
  const listener: MllpListener = await listenMllp(
    { host: '127.0.0.1', port: 0, security: { kind: 'mutual-tls', tls: { ...world.settingsOf(server), ...changes } } },
    async (channel, payload) => {
      handled.push(payload);
      await channel.send(payload);
    },
    { observers: [seen.observe], limits: { handshakeTimeoutMs } },
  );
  closing.push(() => listener.close({ graceMs: 0 }));
  const closed = async () => {
    await until(() => seen.events.some((event) => event.kind === 'closed'), seen.kinds);
    return handshakesOf(seen.events);
  };
  return { port: listener.port, handled, closed, kinds: seen.kinds };
}

/** A TLS client of Node's own, with the errors it saw. */
async function odd(port: number, options: ConnectionOptions): Promise<RawPeer & { errors: string[] }> {
  const socket: TLSSocket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options });
  const errors: string[] = [];
  socket.on('error', (error: Error & { code?: string }) => errors.push(error.code ?? error.message));
  closing.push(() => socket.destroy());
  return { ...toRawPeer(socket), errors };
}

/** A TLS server of Node's own; resolves its errors. */
async function oddServer(options: TlsOptions) {
  const errors: string[] = [];
  const raws: Socket[] = [];
  const peer = createServer({ key: server.key, cert: server.chain, ca: world.authority.root.certificate, ...options });
  peer.on('tlsClientError', (error: Error & { code?: string }) => errors.push(error.code ?? error.message));
  peer.on('secureConnection', (socket) => {
    socket.on('error', () => {});
    closing.push(() => socket.destroy());
  });
  peer.on('connection', (raw) => raws.push(raw));
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => peer.close(resolve)));
  const address = peer.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, errors, raws };
}

/** Lets the first flights through and keeps the server's tickets back, as a server that sends none. */
async function silenceAfterHandshake(port: number): Promise<{ port: number; reset(): void }> {
  const callers: Socket[] = [];
  const proxy = await listenRaw(({ socket }) => {
    callers.push(socket);
    const onward = connectSocket(port, '127.0.0.1');
    closing.push(() => onward.destroy());
    let flights = 0;
    socket.on('data', (chunk) => {
      flights += 1;
      onward.write(chunk);
    });
    onward.on('data', (chunk) => flights < 2 && socket.write(chunk));
    onward.on('error', () => {});
  });
  closing.push(proxy.close);
  return { port: proxy.port, reset: () => callers.forEach((socket) => void socket.resetAndDestroy()) };
}

function secured(port: number): Endpoint {
  return { host: '127.0.0.1', port, security: { kind: 'mutual-tls', tls: world.settingsOf(client) } };
}

/** Our client calls, is expected to fail, and shows the facts it recorded. */
async function callAndFail(port: number, changes: Partial<TlsSettings> = {}, handshakeTimeoutMs = 5000) {
  const seen = recorder();
  const tls = { ...world.settingsOf(client), ...changes };
  const { error } = await callOnce({ port, tls }, seen.observe, { handshakeTimeoutMs });
  await until(() => seen.events.at(-1)?.kind === 'closed', seen.kinds);
  const facts: HandshakeFacts | undefined = handshakesOf(seen.events).at(-1);
  return { error, facts, kinds: seen.kinds() };
}

describe('our TLS server and odd clients', () => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('no certificate, %s', async (version) => {
    const { port, closed, handled } = await ourServer({ minVersion: version, maxVersion: version });
    const peer = await odd(port, {});
    peer.socket.write(block('too early'));
    await peer.ended;
    expect(await closed()).toMatchObject([
      { role: 'server', failure: 'no-certificate', protocol: version, authorized: 'false' },
    ]);
    expect(handled).toEqual([]);
    expect(peer.received()).toBe('');
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'content sent with the last flight is never delivered, %s',
    async (version) => {
      const other = await createTlsWorld('ec-p256', 'AUTRE');
      const stranger = await other.issueClient();
      const { port, closed, handled, kinds } = await ourServer({ minVersion: version, maxVersion: version });
      const peer = await odd(port, { key: stranger.key, cert: stranger.chain });
      peer.socket.write(block('let me in'));
      await peer.ended;
      expect(await closed()).toMatchObject([{ failure: 'unknown-authority' }]);
      expect(handled).toEqual([]);
      expect(kinds()).toEqual(['opened', 'handshake unknown-authority', 'closed us tls-handshake']);
    },
  );

  test('TLS 1.1', async () => {
    const { port, closed } = await ourServer();
    const peer = await odd(port, { ...OUTDATED, key: client.key, cert: client.chain });
    await peer.ended;
    expect(await closed()).toMatchObject([{ failure: 'protocol-too-old', cause: 'ERR_SSL_UNSUPPORTED_PROTOCOL' }]);
    expect(peer.errors).toEqual(['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION']);
  });

  test('no cipher suite in common', async () => {
    const { port, closed } = await ourServer();
    const ciphers = 'ECDHE-ECDSA-AES128-SHA';
    const peer = await odd(port, { ciphers, maxVersion: 'TLSv1.2', key: client.key, cert: client.chain });
    await peer.ended;
    expect(await closed()).toMatchObject([{ failure: 'no-common-cipher', cause: 'ERR_SSL_NO_SHARED_CIPHER' }]);
  });

  test.each([
    { title: 'MLLP in plaintext', first: block('MSH|^~\\&|GAM').toString('latin1') },
    { title: 'HTTP', first: 'GET / HTTP/1.1\r\n\r\n' },
  ])('$title', async ({ first }) => {
    const { port, closed, kinds } = await ourServer();
    const peer = await connectRaw(port);
    peer.socket.write(first);
    await peer.ended;
    expect(await closed()).toMatchObject([{ failure: 'not-tls', role: 'server', security: 'mutual-tls' }]);
    expect(kinds()).toEqual(['opened', 'handshake not-tls', 'closed us tls-handshake']);
  });

  test('a peer that says nothing', async () => {
    const { port, closed } = await ourServer({}, 50);
    const peer = await connectRaw(port);
    await peer.ended;
    expect(await closed()).toMatchObject([{ failure: 'timeout' }]);
  });

  test('a peer that leaves without a word', async () => {
    const { port, closed } = await ourServer();
    const peer = await connectRaw(port);
    peer.socket.end();
    await peer.ended;
    expect(await closed()).toMatchObject([{ failure: 'closed' }]);
  });

  test('a client that refuses our certificate in the middle of the handshake', async () => {
    const { port, closed } = await ourServer({ minVersion: 'TLSv1.3' });
    const peer = await odd(port, {
      rejectUnauthorized: true,
      key: client.key,
      cert: client.chain,
      ca: client.certificate,
    });
    await peer.ended;
    expect(await closed()).toMatchObject([{ failure: 'refused-by-peer', cause: 'ECONNRESET' }]);
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('a plain end after the handshake is no refusal (%s)', async (version) => {
    const { port, closed, kinds } = await ourServer({ minVersion: version, maxVersion: version });
    const peer = await odd(port, { key: client.key, cert: client.chain });
    peer.socket.once('secureConnect', () => peer.socket.end());
    await peer.ended;
    expect(await closed()).toMatchObject([{ authorized: 'true' }]);
    expect(kinds().at(-1)).toBe('closed peer peer-ended');
  });

  test('one bad client after another leaves the server in service', async () => {
    const { port } = await ourServer({}, 100);
    const strangers = [await connectRaw(port), await connectRaw(port), await odd(port, {})];
    strangers[0]?.socket.write('\x16\x03\x01\xff\xff'.repeat(100), 'latin1');
    strangers[1]?.socket.resetAndDestroy();
    await Promise.all(strangers.map((stranger) => stranger.ended));
    const { answer } = await callOnce({ port, tls: world.settingsOf(client) });
    expect(answer).toBe('hello');
  });
});

describe('our TLS client and odd servers', () => {
  test('TLS 1.1', async () => {
    const { port, errors } = await oddServer(OUTDATED);
    const { error, facts } = await callAndFail(port);
    expect(facts).toMatchObject({
      role: 'client',
      failure: 'protocol-too-old',
      cause: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    });
    expect(error).toMatchObject({ code: 'tls-handshake', data: { failure: 'protocol-too-old' } });
    expect(errors).toEqual(['ERR_SSL_UNSUPPORTED_PROTOCOL']);
  });

  test('no cipher suite in common', async () => {
    const { port } = await oddServer({ ciphers: 'ECDHE-ECDSA-AES128-SHA', maxVersion: 'TLSv1.2' });
    expect((await callAndFail(port)).facts).toMatchObject({ failure: 'no-common-cipher' });
  });

  test('a server without any certificate has no suite to offer', async () => {
    const { port } = await oddServer({ key: '', cert: '' });
    expect((await callAndFail(port)).facts).toMatchObject({ failure: 'no-common-cipher' });
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a server that refuses our certificate with Node’s own check (%s)',
    async (version) => {
      const other = await createTlsWorld('ec-p256', 'AUTRE');
      const only = { minVersion: version, maxVersion: version };
      const ca = other.authority.root.certificate;
      const { port } = await oddServer({ ...only, ca, requestCert: true, rejectUnauthorized: true });
      const { error, facts, kinds } = await callAndFail(port);
      expect(facts).toMatchObject({ failure: 'refused-by-peer' });
      // With TLS 1.2 Node's server cuts before our handshake is done, and nothing is left to ask about its certificate.
      if (version === 'TLSv1.3') expect(facts?.peerFingerprint256).toBe(server.fingerprint256);
      expect(error).toMatchObject({ data: { failure: 'refused-by-peer' } });
      expect(kinds).toEqual([
        'opened',
        'handshake refused-by-peer',
        `closed peer ${version === 'TLSv1.3' ? 'refused-by-peer' : 'tls-handshake'}`,
      ]);
    },
  );

  test('a reset after a sign of acceptance is no refusal', async () => {
    const peer = await oddServer({ minVersion: 'TLSv1.3', requestCert: true, rejectUnauthorized: false });
    const { kinds, observe } = recorder();
    const channel = await connectMllp(secured(peer.port), { observers: [observe] });
    for (const raw of peer.raws) raw.resetAndDestroy();
    await until(() => kinds().includes('closed error peer-reset'), kinds);
    await expect(channel.receive({ withinMs: 100 })).rejects.toMatchObject({ code: 'closed' });
    expect(kinds()).toEqual(['opened', 'handshake mutual-tls', 'closed error peer-reset']);
  });

  test('without a sign of acceptance we go on, and a reset soon after is a refusal', async () => {
    const peer = await oddServer({ minVersion: 'TLSv1.3', requestCert: true, rejectUnauthorized: false });
    const silenced = await silenceAfterHandshake(peer.port);
    const { kinds, observe } = recorder();
    const channel = await connectMllp(secured(silenced.port), { observers: [observe] });
    const request = channel.request(new Uint8Array([65]), { withinMs: 2000, isAnswer: () => true });
    const refused = expect(request).rejects.toMatchObject({
      code: 'tls-handshake',
      data: { failure: 'refused-by-peer' },
    });
    silenced.reset();
    await refused;
    await until(() => kinds().length === 5, kinds);
    expect(kinds()).toEqual([
      'opened',
      'handshake mutual-tls',
      'frame-sent A',
      'handshake refused-by-peer',
      'closed error refused-by-peer',
    ]);
  });

  test('a plaintext server that talks', async () => {
    const server = await listenRaw((peer) => peer.socket.write(block('hello')));
    closing.push(server.close);
    const { facts } = await callAndFail(server.port);
    expect(facts).toMatchObject({ failure: 'not-tls', cause: 'ERR_SSL_WRONG_VERSION_NUMBER' });
  });

  test('a plaintext server that waits in silence', async () => {
    const server = await listenRaw(() => {});
    closing.push(server.close);
    expect((await callAndFail(server.port, {}, 50)).facts).toMatchObject({ failure: 'timeout' });
  });

  test('a server that closes before answering', async () => {
    const server = await listenRaw((peer) => peer.socket.end());
    closing.push(server.close);
    expect((await callAndFail(server.port)).facts).toMatchObject({ failure: 'closed' });
  });

  test('our own plaintext server recognises us, and we learn it is not TLS', async () => {
    const seen = recorder();
    const listener = await listenMllp(plaintext(), () => {}, { observers: [seen.observe] });
    closing.push(() => listener.close({ graceMs: 0 }));
    expect((await callAndFail(listener.port)).facts).toMatchObject({ failure: 'closed' });
    await until(() => seen.kinds().includes('closed us peer-speaks-tls'), seen.kinds);
  });

  test('our plaintext client on our TLS server', async () => {
    const { port, closed } = await ourServer();
    const channel = await connectMllp(plaintext(port));
    const request = channel.request(new TextEncoder().encode('MSH|^~\\&|GAM'), {
      withinMs: 2000,
      isAnswer: () => true,
    });
    await expect(request).rejects.toMatchObject({ family: 'transport', code: 'closed' });
    expect(await closed()).toMatchObject([{ failure: 'not-tls' }]);
  });
});
