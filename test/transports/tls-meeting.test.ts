import { type HandshakeFailure, isEpreuveError } from '../../src/core/index.js';
import type { IssuedCertificate } from '../../src/pki/index.js';
import type { TlsSettings } from '../../src/transports/index.js';
import { createTlsWorld, issueSelfSigned, type TlsWorld } from '../support/certificates.js';
import { type Meeting, meet } from '../support/tls-meeting.js';
import { describeEvent } from '../support/wire.js';

let world: TlsWorld;
let other: TlsWorld;
let server: IssuedCertificate;
let client: IssuedCertificate;
let goodServer: TlsSettings;
let goodClient: TlsSettings;

beforeAll(async () => {
  world = await createTlsWorld();
  other = await createTlsWorld('ec-p256', 'AUTRE');
  [server, client] = await Promise.all([world.issueServer(), world.issueClient()]);
  goodServer = world.settingsOf(server);
  goodClient = world.settingsOf(client);
});

const VERSIONS = ['TLSv1.2', 'TLSv1.3'] as const;
type Version = (typeof VERSIONS)[number];

describe.each(VERSIONS)('mutual %s', (version) => {
  test('both sides present a certificate, both know it, and a message is answered', async () => {
    const met = await meet({ ...goodServer, ...only(version) }, goodClient);
    expect(met.error).toBeUndefined();
    expect(met.answer).toBe('ok hello');
    expect(met.client).toEqual([
      {
        security: 'mutual-tls',
        role: 'client',
        protocol: version,
        cipher: expect.stringContaining('GCM'),
        cipherStandardName: expect.stringMatching(/^TLS_.*GCM/),
        localSubject: expect.stringContaining('GAM DE TEST'),
        peerSubject: expect.stringMatching(/^CN=localhost, OU=.*, O=CLINIQUE DE TEST\\, SERVEUR, .*C=FR$/),
        peerIssuer: expect.stringMatching(/^CN=TEST ÉPREUVE AC ORGANISATIONS, .*C=FR$/),
        peerSerial: server.serialNumber,
        peerFingerprint256: server.fingerprint256,
        peerValidFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
        peerValidTo: expect.stringMatching(/Z$/),
        peerAltNames: 'DNS:localhost, IP Address:127.0.0.1',
        authorized: 'true',
      },
    ]);
    expect(met.server).toMatchObject([
      {
        role: 'server',
        protocol: version,
        peerSubject: expect.stringMatching(/^CN=GAM DE TEST, OU=.*, O=CLINIQUE DE TEST, .*C=FR$/),
        peerFingerprint256: client.fingerprint256,
        authorized: 'true',
      },
    ]);
    expect(met.clientEvents.map(describeEvent)).toEqual([
      'opened',
      'handshake mutual-tls',
      'frame-sent hello',
      'frame-received ok hello',
      'closed us asked',
    ]);
  });

  test('RSA certificates and a suite of ITI-19', async () => {
    const rsa = await createTlsWorld('rsa-2048');
    const met = await meet(
      { ...rsa.settingsOf(await rsa.issueServer()), ...only(version) },
      rsa.settingsOf(await rsa.issueClient()),
    );
    expect(met.answer).toBe('ok hello');
    const suite = version === 'TLSv1.3' ? 'TLS_AES_256_GCM_SHA384' : 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384';
    expect(met.client[0]?.cipherStandardName).toBe(suite);
  });

  /** The odd side's certificate, and what the judging side adds to its policy. */
  const oddities: readonly {
    readonly title: string;
    readonly failure: HandshakeFailure;
    readonly cause?: string;
    readonly odd: (side: Side) => Promise<Pick<IssuedCertificate, 'chain' | 'key'>>;
    readonly policy?: (odd: IssuedCertificate, side: Side) => Promise<Partial<TlsSettings>> | Partial<TlsSettings>;
  }[] = [
    { title: 'an unknown authority', failure: 'unknown-authority', odd: (side) => issue(other, side) },
    {
      title: 'an intermediate certificate not sent',
      failure: 'unknown-authority',
      cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      odd: async (side) => {
        const { certificate, key } = await issue(world, side);
        return { chain: certificate, key };
      },
    },
    {
      title: 'a certificate signed by itself',
      failure: 'self-signed',
      cause: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      odd: () => issueSelfSigned('self'),
    },
    {
      title: 'an expired certificate',
      failure: 'expired',
      cause: 'CERT_HAS_EXPIRED',
      odd: (side) => issue(world, side, { period: 'expired' }),
    },
    {
      title: 'a certificate not yet valid',
      failure: 'not-yet-valid',
      cause: 'CERT_NOT_YET_VALID',
      odd: (side) => issue(world, side, { period: 'not-yet-valid' }),
    },
    {
      title: 'an expired certificate of an unknown authority',
      failure: 'expired',
      odd: (side) => issue(other, side, { period: 'expired' }),
    },
    {
      title: 'the usage of the other role',
      failure: 'wrong-usage',
      cause: 'INVALID_PURPOSE',
      odd: (side) => (side === 'server' ? world.issueClient({ altNames: ['127.0.0.1'] }) : world.issueServer()),
    },
    {
      title: 'another name',
      failure: 'wrong-name',
      cause: 'ERR_TLS_CERT_ALTNAME_INVALID',
      odd: (side) => issue(world, side, { commonName: 'elsewhere.test', altNames: [] }),
      policy: (_odd, side) => (side === 'server' ? {} : { peerName: 'here.test' }),
    },
    {
      title: 'a revoked certificate',
      failure: 'revoked',
      cause: 'CERT_REVOKED',
      odd: (side) => issue(world, side),
      policy: async (odd) => ({ revocationLists: await world.revocationLists([odd]) }),
    },
    {
      title: 'a revoked certificate, although pinned',
      failure: 'revoked',
      odd: (side) => issue(world, side),
      policy: async (odd) => ({ revocationLists: await world.revocationLists([odd]), pinned: [odd.fingerprint256] }),
    },
    {
      title: 'a revocation list missing for one authority of the chain',
      failure: 'revocation-unknown',
      cause: 'UNABLE_TO_GET_CRL',
      odd: (side) => issue(world, side),
      policy: async () => ({ revocationLists: (await world.revocationLists()).slice(0, 1) }),
    },
    {
      title: 'an expired certificate, although pinned',
      failure: 'expired',
      odd: (side) => issue(world, side, { period: 'expired' }),
      policy: (odd) => ({ pinned: [odd.fingerprint256], authorities: [] }),
    },
    {
      title: 'a certificate other than the pinned one',
      failure: 'unknown-authority',
      odd: (side) => issue(world, side),
      policy: () => ({ pinned: [client.fingerprint256, server.fingerprint256], authorities: [] }),
    },
  ];

  test.each(oddities)(
    'a client with $title is refused by our server and learns it',
    async ({ odd, policy, failure, cause }) => {
      const identity = await odd('client');
      const added = (await policy?.(identity as IssuedCertificate, 'client')) ?? {};
      const met = await meet({ ...goodServer, ...added, ...only(version) }, world.settingsOf(identity));
      expect(met.server).toMatchObject([{ role: 'server', failure, authorized: 'false', protocol: version }]);
      expect(met.server[0]?.peerSubject).toContain('CN=');
      if (cause !== undefined) expect(met.server[0]?.cause).toBe(cause);
      expectRefusedClient(met, version);
      expect(met.serverEvents.at(-1)).toMatchObject({ kind: 'closed', by: 'us', reason: 'tls-handshake' });
      expect(met.handled).toEqual([]);
    },
  );

  test.each(oddities)(
    'a server with $title is refused by our client and learns it',
    async ({ odd, policy, failure, cause }) => {
      const identity = await odd('server');
      const added = (await policy?.(identity as IssuedCertificate, 'server')) ?? {};
      const met = await meet({ ...world.settingsOf(identity), ...only(version) }, { ...goodClient, ...added });
      expect(met.error).toMatchObject({ code: 'tls-handshake', data: { failure } });
      expect(met.client).toMatchObject([{ role: 'client', failure, authorized: 'false', protocol: version }]);
      expect(met.client[0]?.peerSubject).toContain('CN=');
      if (cause !== undefined) expect(met.client[0]?.cause).toBe(cause);
      expect(met.clientEvents.at(-1)).toMatchObject({ kind: 'closed', by: 'us', reason: 'tls-handshake' });
      expect(met.server.at(-1)).toMatchObject({ role: 'server', failure: 'refused-by-peer', cause: 'ECONNRESET' });
      expect(met.handled).toEqual([]);
    },
  );

  test('pinned certificates are enough, without any authority, and whatever their name', async () => {
    const pinnedServer = await issueSelfSigned('pinned server');
    const pinnedClient = await issueSelfSigned('pinned client');
    const met = await meet(
      { ...noTrust(pinnedServer), pinned: [pinnedClient.fingerprint256.toLowerCase()], ...only(version) },
      { ...noTrust(pinnedClient), pinned: [pinnedServer.fingerprint256], peerName: 'any.test' },
    );
    expect(met.error).toBeUndefined();
    expect(met.answer).toBe('ok hello');
    expect(met.server).toMatchObject([{ authorized: 'true' }]);
  });

  test('revocation lists that revoke nobody let everybody in', async () => {
    const revocationLists = await world.revocationLists();
    const met = await meet({ ...goodServer, revocationLists, ...only(version) }, { ...goodClient, revocationLists });
    expect(met.answer).toBe('ok hello');
  });

  test('the name is checked against the host called, and can be another or none', async () => {
    const named = await world.issueServer({ commonName: 'dmn.test', altNames: [] });
    const settings = { ...world.settingsOf(named), ...only(version) };
    expect((await meet(settings, goodClient)).error).toMatchObject({ data: { failure: 'wrong-name' } });
    expect((await meet(settings, { ...goodClient, peerName: 'dmn.test' })).answer).toBe('ok hello');
    expect((await meet(settings, { ...goodClient, peerName: false })).answer).toBe('ok hello');
    expect((await meet({ ...goodServer, ...only(version) }, goodClient, 'localhost')).answer).toBe('ok hello');
  });
});

test('no authority and no pin trusts nobody, not even the authorities of the web', async () => {
  const met = await meet({ ...goodServer, authorities: [] }, goodClient);
  expect(met.server).toMatchObject([{ failure: 'unknown-authority' }]);
});

describe('TLS material that cannot be used is an operator error, without a word of the key', () => {
  test.each([
    { title: 'a key of another certificate', change: () => ({ key: client.key }) },
    { title: 'a certificate that is not PEM', change: () => ({ certificate: 'not PEM' }) },
    { title: 'a key that is not PEM', change: () => ({ key: 'SECRET' }) },
    {
      title: 'an authority that is not PEM',
      change: () => ({ authorities: ['-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----'] }),
    },
    { title: 'a revocation list that is not PEM', change: () => ({ revocationLists: ['not PEM'] }) },
  ])('$title', async ({ change }) => {
    const broken = { ...goodServer, ...change() };
    for (const meeting of [() => meet(broken, goodClient), () => meet(goodServer, broken)]) {
      const error: unknown = await meeting().catch((thrown: unknown) => thrown);
      expect(isEpreuveError(error, 'operator') && error.code).toBe('tls-material');
      expect(error).not.toHaveProperty('cause');
    }
  });
});

type Side = 'client' | 'server';

function issue(from: TlsWorld, side: Side, options: Parameters<TlsWorld['issueClient']>[0] = {}) {
  return side === 'server' ? from.issueServer(options) : from.issueClient(options);
}

function only(version: Version): Pick<TlsSettings, 'minVersion' | 'maxVersion'> {
  return { minVersion: version, maxVersion: version };
}

function noTrust({ chain, key }: Pick<IssuedCertificate, 'chain' | 'key'>): TlsSettings {
  return { certificate: chain, key, authorities: [] };
}

/** TLS 1.3: the client's handshake was done, so it also knows who refused it. */
function expectRefusedClient(met: Meeting, version: Version): void {
  expect(met.error).toMatchObject({ code: 'tls-handshake', data: { failure: 'refused-by-peer' } });
  const cause = version === 'TLSv1.3' ? 'closed-after-handshake' : 'ECONNRESET';
  expect(met.client).toMatchObject([{ role: 'client', failure: 'refused-by-peer', cause }]);
  if (version === 'TLSv1.3') expect(met.client[0]?.peerSubject).toContain('CN=localhost');
  expect(met.clientEvents.map((event) => event.kind)).toEqual(['opened', 'handshake', 'closed']);
}
