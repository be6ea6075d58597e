import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Authority, inspectCertificates, issueAuthority, issueCertificate } from '../../src/pki/index.js';
import { codeOf, openssl, useFolder, withOpenssl } from './support.js';

const now = new Date('2026-01-05T10:15:00Z');
const folder = useFolder();
let authority: Authority;

beforeAll(async () => {
  authority = await issueAuthority({ now });
});

async function inspectOne(pem: string) {
  const [certificate] = (await inspectCertificates(pem, { now })).certificates;
  if (certificate === undefined) throw new Error('no certificate');
  return certificate;
}

describe('issueAuthority', () => {
  it('makes a root and an issuing authority under it, labelled as test ones', async () => {
    const root = new X509Certificate(authority.root.certificate);
    const issuing = new X509Certificate(authority.certificate);
    expect(root.ca && issuing.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(issuing.checkIssued(root) && issuing.verify(root.publicKey)).toBe(true);
    expect(root.subject).toContain('CN=TEST ÉPREUVE AC RACINE');
    expect(await inspectOne(authority.certificate)).toMatchObject({
      validFrom: '2026-01-05T09:15:00.000Z',
      validTo: '2036-01-03T09:15:00.000Z',
      keyUsage: ['keyCertSign', 'cRLSign'],
      selfSigned: false,
      warnings: [],
    });
  });

  it('tells two authorities apart by name', async () => {
    const other = await issueAuthority({ now, name: 'AUTRE' });
    expect(new X509Certificate(other.certificate).subject).toContain('CN=TEST ÉPREUVE AC ORGANISATIONS AUTRE');
    expect(new X509Certificate(other.certificate).checkIssued(new X509Certificate(authority.root.certificate))).toBe(
      false,
    );
  });
});

describe('issueCertificate', () => {
  it('gives a server its common name and other names as alternative names', async () => {
    const issued = await issueCertificate(authority, {
      kind: 'server',
      commonName: 'dmn.epreuve.test',
      altNames: ['localhost', '127.0.0.1', 'dmn.epreuve.test'],
      crlUrl: 'http://crl.epreuve.test/all.crl',
      policies: ['1.2.3.4'],
      now,
    });
    expect(await inspectOne(issued.certificate)).toMatchObject({
      subject: 'C=FR, ST=Paris (75), O=STRUCTURE TEST ÉPREUVE, OU=300000000000000, CN=dmn.epreuve.test',
      altNames: ['DNS:dmn.epreuve.test', 'DNS:localhost', 'IP:127.0.0.1'],
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['serverAuth'],
      crlUrls: ['http://crl.epreuve.test/all.crl'],
      policies: ['1.2.3.4'],
      validFrom: '2026-01-05T09:15:00.000Z',
      validTo: '2029-01-04T09:15:00.000Z',
      serialNumber: issued.serialNumber,
      fingerprint256: issued.fingerprint256,
      keyKind: 'ec',
      keySize: 256,
      authority: false,
    });
  });

  it('gives an organisation the layout of ORG AUTH_CLI and client authentication only', async () => {
    const issued = await issueCertificate(authority, {
      kind: 'organisation',
      commonName: 'Passerelle GAM',
      organisation: 'HOPITAL DE TEST',
      structure: { finess: '2A0000001' },
      department: 'Corse-du-Sud (2A)',
      now,
    });
    expect(await inspectOne(issued.certificate)).toMatchObject({
      subject: 'C=FR, ST=Corse-du-Sud (2A), O=HOPITAL DE TEST, OU=12A0000001, CN=Passerelle GAM',
      altNames: [],
      extendedKeyUsage: ['clientAuth'],
    });
  });

  it('makes one certificate for both sides when asked, and RSA keys that also encipher', async () => {
    const issued = await issueCertificate(authority, {
      kind: 'server',
      both: true,
      commonName: 'localhost',
      keyAlgorithm: 'rsa-2048',
      now,
    });
    expect(await inspectOne(issued.certificate)).toMatchObject({
      extendedKeyUsage: ['serverAuth', 'clientAuth'],
      keyUsage: ['digitalSignature', 'keyEncipherment'],
      keyKind: 'rsa',
      keySize: 2048,
    });
  });

  it.each([
    ['expired', 'expired'],
    ['not-yet-valid', 'not-yet-valid'],
  ] as const)('makes a certificate that is %s on purpose', async (period, code) => {
    const issued = await issueCertificate(authority, {
      kind: 'client',
      commonName: 'c',
      period,
      now,
      validityDays: 90,
    });
    expect((await inspectOne(issued.certificate)).warnings.map((warning) => warning.code)).toEqual([code]);
  });

  it('never gives the same serial number twice', async () => {
    const options = { kind: 'client', commonName: 'c', now } as const;
    const [one, two] = [await issueCertificate(authority, options), await issueCertificate(authority, options)];
    expect(one.serialNumber).not.toBe(two.serialNumber);
    expect(one.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
  });

  it.each([
    [{ commonName: '' }],
    [{ commonName: 'x'.repeat(65) }],
    [{ commonName: 'deux mots' }],
    [{ commonName: 'a', altNames: ['-x-'] }],
    [{ commonName: 'a', structure: { siret: '123' } }],
    [{ commonName: 'a', structure: { finess: '2C0000001' } }],
    [{ commonName: 'a', organisation: '' }],
  ])('refuses a request of the wrong form: %j', async (wrong) => {
    expect(await codeOf(issueCertificate(authority, { kind: 'server', now, ...wrong }))).toBe('pki-bad-request');
  });

  withOpenssl('is accepted by openssl verify, chain and purpose', async () => {
    const issued = await issueCertificate(authority, { kind: 'server', commonName: 'localhost', now });
    const path = (name: string, text: string) => {
      writeFileSync(join(folder(), name), text);
      return join(folder(), name);
    };
    const root = path('root.pem', authority.root.certificate);
    const issuing = path('issuing.pem', authority.certificate);
    const leaf = path('leaf.pem', issued.certificate);
    const at = String(now.getTime() / 1000);
    const verify = ['verify', '-x509_strict', '-attime', at, '-CAfile', root, '-untrusted', issuing];
    expect(openssl?.(...verify, '-purpose', 'sslserver', leaf)).toContain(': OK');
    expect(() => openssl?.(...verify, '-purpose', 'sslclient', leaf)).toThrow();
  });
});
