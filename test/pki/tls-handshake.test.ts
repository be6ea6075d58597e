import { once } from 'node:events';
import { connect, createServer, type Server, type TLSSocket } from 'node:tls';
import {
  type Authority,
  exportPkcs12,
  type Identity,
  type IssuedCertificate,
  importPkcs12,
  issueAuthority,
  issueCertificate,
  issueRevocationList,
} from '../../src/pki/index.js';

type Version = 'TLSv1.2' | 'TLSv1.3';

let authority: Authority;
let server: IssuedCertificate;
let organisation: IssuedCertificate;

beforeAll(async () => {
  authority = await issueAuthority();
  server = await issueCertificate(authority, { kind: 'server', commonName: 'localhost', altNames: ['127.0.0.1'] });
  organisation = await issueCertificate(authority, { kind: 'organisation', commonName: 'GAM TEST' });
});

function toIdentity({ chain, key, authorities }: IssuedCertificate): Identity {
  return { certificate: chain, key, authorities };
}

async function throughPkcs12(issued: IssuedCertificate): Promise<Identity> {
  const certificates = issued.chain + authority.root.certificate;
  const bytes = await exportPkcs12({ certificates, key: issued.key, password: 'p', iterations: 10 });
  const { certificate = '', key = '', authorities } = await importPkcs12(bytes, 'p');
  return { certificate, key, authorities };
}

interface Handshake {
  readonly protocol: string | null;
  readonly serverSawClient: boolean;
  readonly serverReason: string;
  readonly clientSawServer: boolean;
  readonly echo: string;
}

/** A real connection on the loopback; each side tells what it thinks of the other instead of cutting. */
async function shakeHands(own: Identity, client: Identity, version: Version, crl?: string[]): Promise<Handshake> {
  const common = { requestCert: true, rejectUnauthorized: false, minVersion: version, maxVersion: version };
  const tls = { ...common, cert: own.certificate, key: own.key, ca: [...own.authorities], ...(crl ? { crl } : {}) };
  const listener: Server = createServer(tls);
  const accepted = once(listener, 'secureConnection');
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const socket = connect({
    ...common,
    host: '127.0.0.1',
    port: address.port,
    cert: client.certificate,
    key: client.key,
    ca: [...client.authorities],
  });
  try {
    const [[inside]] = (await Promise.all([accepted, once(socket, 'secureConnect')])) as [[TLSSocket], unknown];
    inside.pipe(inside);
    socket.write('bonjour');
    const [echo] = (await once(socket, 'data')) as [Buffer];
    return {
      protocol: socket.getProtocol(),
      serverSawClient: inside.authorized,
      serverReason: String(inside.authorizationError ?? ''),
      clientSawServer: socket.authorized,
      echo: echo.toString(),
    };
  } finally {
    socket.destroy();
    listener.close();
    await once(listener, 'close');
  }
}

const versions: Version[] = ['TLSv1.2', 'TLSv1.3'];

describe.each(versions)('a mutual handshake in %s', (version) => {
  const good = { protocol: version, serverSawClient: true, serverReason: '', clientSawServer: true, echo: 'bonjour' };

  it('works with PEM', async () => {
    expect(await shakeHands(toIdentity(server), toIdentity(organisation), version)).toEqual(good);
  });

  it('works with identities that went through PKCS#12', async () => {
    expect(await shakeHands(await throughPkcs12(server), await throughPkcs12(organisation), version)).toEqual(good);
  });

  it('works with RSA keys, and with one certificate for both sides', async () => {
    const both = await issueCertificate(authority, {
      kind: 'server',
      both: true,
      commonName: 'localhost',
      altNames: ['127.0.0.1'],
      keyAlgorithm: 'rsa-2048',
    });
    expect(await shakeHands(toIdentity(both), toIdentity(both), version)).toEqual(good);
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
  ] as const)('shows an %s client certificate for what it is', async (period, reason) => {
    const client = await issueCertificate(authority, { kind: 'client', commonName: 'c', period });
    const result = await shakeHands(toIdentity(server), toIdentity(client), version);
    expect(result).toMatchObject({ serverSawClient: false, serverReason: expect.stringContaining(reason) });
  });

  it('shows a server certificate on the client side, and a client of another authority', async () => {
    const wrong = await shakeHands(toIdentity(server), toIdentity(server), version);
    expect(wrong).toMatchObject({ serverSawClient: false, serverReason: expect.stringContaining('INVALID_PURPOSE') });
    const stranger = await issueCertificate(await issueAuthority({ name: 'AUTRE' }), {
      kind: 'client',
      commonName: 'c',
    });
    const result = await shakeHands(
      toIdentity(server),
      { ...toIdentity(stranger), authorities: server.authorities },
      version,
    );
    expect(result).toMatchObject({ serverSawClient: false, clientSawServer: true });
  });

  it('obeys revocation lists: one for each authority, and only the listed certificate is refused', async () => {
    const issuing = await issueRevocationList(authority, [
      { serialNumber: organisation.serialNumber, reason: 'keyCompromise' },
    ]);
    const lists = [issuing, await issueRevocationList(authority.root, [])];
    const revoked = await shakeHands(toIdentity(server), toIdentity(organisation), version, lists);
    expect(revoked).toMatchObject({ serverSawClient: false, serverReason: expect.stringContaining('CERT_REVOKED') });
    const another = await issueCertificate(authority, { kind: 'organisation', commonName: 'AUTRE' });
    expect(await shakeHands(toIdentity(server), toIdentity(another), version, lists)).toEqual(good);
  });
});
