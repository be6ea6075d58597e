import { createPrivateKey, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { isEpreuveError } from '../../src/core/index.js';
import {
  type Authority,
  CERTIFICATE_WARNINGS,
  type CertificateOptions,
  exportPkcs12,
  type IssuedCertificate,
  inspectCertificates,
  issueAuthority,
  issueCertificate,
} from '../../src/pki/index.js';
import { warn } from '../../src/pki/inspect/certificate-warnings.js';
import { readPemBlocks, toPem } from '../../src/pki/pem.js';
import { growsInProportion } from '../support/growth.js';
import { codeOf } from './support.js';

/** Self-signed with a 1024-bit RSA key that was thrown away; our own PKI does not make such keys. */
const WEAK_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIICGDCCAYGgAwIBAgIUCvhavVLXhB3EJTrS1E0AM0dJ7yIwDQYJKoZIhvcNAQEL
BQAwHjEcMBoGA1UEAwwTZmFpYmxlLmVwcmV1dmUudGVzdDAeFw0yNjExMjIwNjA5
NDFaFw0zNjExMTkwNjA5NDFaMB4xHDAaBgNVBAMME2ZhaWJsZS5lcHJldXZlLnRl
c3QwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBAOhvVx0CGy++F+7R/eTCUwnX
wql8MCymz0SvK9+00iyczzCiQx0NtrXwUfbmUO8/wxjG76b/z2ZSr1aRvrFagXkH
i5s9dC8mC+zsCyVETFe+rnZUOZeB0qia947n+DpHnecliXC5RCaKreYPAht5Vsvm
quN6RpwHAiaJmiiQ/L71AgMBAAGjUzBRMB0GA1UdDgQWBBTq98pYmih1/eXuxY65
VZkXdMcXhTAfBgNVHSMEGDAWgBTq98pYmih1/eXuxY65VZkXdMcXhTAPBgNVHRMB
Af8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4GBALBrWnzNfai4n5FDbJFxLllrzA2p
q6TrooWRHUg4SrWizlRTsNJkxROXg0zjVypgG4kTjD+5t5WLb52grr9lfZVPxNfO
44h00pE17geHH64nPCkN6lUqy9VHsQjHDDChAWR7b1Rj/JkqWbNBEyYxTMR6pBQ0
iZKp98e4T+AubwtC
-----END CERTIFICATE-----
`;

const now = new Date('2026-01-05T10:15:00Z');
let authority: Authority;
let server: IssuedCertificate;

beforeAll(async () => {
  authority = await issueAuthority({ now });
  server = await issue({ kind: 'server', commonName: 'localhost', validityDays: 400 });
});

function issue(options: Omit<CertificateOptions, 'commonName'> & { commonName?: string }): Promise<IssuedCertificate> {
  return issueCertificate(authority, { commonName: 'essai', now, ...options });
}

function codes(warnings: readonly { code: string }[]): string[] {
  return warnings.map(({ code }) => code);
}

describe('inspectCertificates', () => {
  it('reads PEM, DER and PKCS#12 alike', async () => {
    const pem = await inspectCertificates(server.certificate, { now });
    const der = await inspectCertificates(new X509Certificate(server.certificate).raw, { now });
    const file = await exportPkcs12({ certificates: server.chain, key: server.key, password: 'p', iterations: 1 });
    const p12 = await inspectCertificates(file, { now, password: 'p' });
    expect([pem.container, der.container, p12.container]).toEqual(['pem', 'der', 'pkcs12']);
    expect(der.certificates).toEqual(pem.certificates);
    expect(p12.certificates[0]).toEqual(pem.certificates[0]);
    expect([pem.key, der.key, p12.key]).toEqual(['absent', 'absent', 'matching']);
    expect(p12.warnings).toEqual([]);
  });

  it('accepts PEM bytes with comments around the blocks', async () => {
    const text = `Certificat\n${server.certificate}\nfin`;
    expect((await inspectCertificates(Buffer.from(text), { now })).certificates).toHaveLength(1);
  });

  it('finds the certificate of the key, wherever it stands in the file', async () => {
    const { main, key, warnings } = await inspectCertificates(authority.certificate + server.certificate + server.key, {
      now,
    });
    expect({ main, key, warnings }).toEqual({ main: 1, key: 'matching', warnings: [] });
  });

  it('never holds key material', async () => {
    const inspection = JSON.stringify(await inspectCertificates(server.chain + server.key, { now }));
    const secret = createPrivateKey(server.key).export({ format: 'jwk' }).d ?? '';
    expect(secret.length).toBeGreaterThan(20);
    expect(inspection).not.toContain(secret);
    expect(inspection).not.toContain('PRIVATE');
  });

  it('counts the days left in whole days', async () => {
    const at = async (date: string) =>
      (await inspectCertificates(server.chain, { now: new Date(date) })).certificates[0];
    expect((await at('2027-01-10T09:15:00Z'))?.daysLeft).toBe(30);
    expect((await at('2027-02-09T09:14:00Z'))?.daysLeft).toBe(0);
    expect((await at('2027-02-09T09:16:00Z'))?.daysLeft).toBe(-1);
  });

  it('warns about the period', async () => {
    const at = async (date: string) =>
      codes((await inspectCertificates(server.chain, { now: new Date(date) })).certificates[0]?.warnings ?? []);
    expect(await at('2025-12-31T00:00:00Z')).toEqual(['not-yet-valid']);
    expect(await at('2026-02-01T00:00:00Z')).toEqual([]);
    expect(await at('2027-01-10T09:15:01Z')).toEqual(['expires-soon']);
    expect(await at('2027-02-10T00:00:00Z')).toEqual(['expired']);
  });

  it.each([
    ['the 3 years that are usual', { kind: 'client' }, undefined, ['long-lifetime']],
    ['nothing for two years', { kind: 'client', validityDays: 731 }, undefined, []],
    [
      'a server certificate used by a client',
      { kind: 'server', commonName: 'a.test', validityDays: 90 },
      'client',
      ['no-client-auth'],
    ],
    [
      'an organisation certificate used by a server',
      { kind: 'organisation', validityDays: 90 },
      'server',
      ['no-server-auth', 'no-alternative-name'],
    ],
    ['both sides without a name', { kind: 'client', both: true, validityDays: 90 }, undefined, ['no-alternative-name']],
    ['nothing for both sides', { kind: 'server', both: true, commonName: 'a.test', validityDays: 90 }, 'client', []],
  ] as const)('warns about %s', async (_title, options, use, expected) => {
    const issued = await issue({ ...options });
    const { certificates } = await inspectCertificates(issued.chain, { now, ...(use ? { use } : {}) });
    expect(codes(certificates[0]?.warnings ?? [])).toEqual(expected);
  });

  it('warns about a key that is too weak', async () => {
    const { certificates } = await inspectCertificates(WEAK_CERTIFICATE, { now });
    expect(certificates[0]).toMatchObject({ keyKind: 'rsa', keySize: 1024, selfSigned: true });
    expect(codes(certificates[0]?.warnings ?? [])).toContain('weak-key');
  });

  it('warns about the file as a whole', async () => {
    const other = await issue({ kind: 'client' });
    const of = async (text: string, password?: string) =>
      codes((await inspectCertificates(text, { now, ...(password === undefined ? {} : { password }) })).warnings);
    expect(await of(server.certificate)).toEqual(['chain-incomplete']);
    expect(await of(server.chain)).toEqual([]);
    expect(await of(authority.certificate)).toEqual([]);
    expect(await of(server.chain + other.key)).toEqual(['key-mismatch']);
    const cipher = { cipher: 'aes-256-cbc', passphrase: 'secret', type: 'pkcs8', format: 'pem' } as const;
    const closed = createPrivateKey(server.key).export(cipher).toString();
    expect(await of(server.chain + closed)).toEqual(['key-encrypted']);
    expect(await of(server.chain + closed, 'secret')).toEqual([]);
  });

  it('has every warning in both languages, with every value filled in', async () => {
    const { certificates } = await inspectCertificates(server.chain, { now: new Date('2027-02-10T00:00:00Z') });
    expect(certificates[0]?.warnings[0]?.text).toEqual({
      fr: 'Le certificat a expiré le 2027-02-09. Demandez son renouvellement.',
      en: 'The certificate expired on 2027-02-09. Ask for its renewal.',
    });
    expect(CERTIFICATE_WARNINGS).toContain('old-encryption');
    expect(warn('key-mismatch').text.fr).not.toBe(warn('key-mismatch').text.en);
  });

  it.each([
    ['an empty file', ''],
    ['something else', 'MSH|^~\\&|'],
    ['a key alone', () => server.key],
    ['a damaged certificate', () => toPem('CERTIFICATE', new Uint8Array(40).fill(0x30))],
  ])('says that %s holds no readable certificate', async (_title, source) => {
    const text = typeof source === 'string' ? source : source();
    expect(await codeOf(inspectCertificates(text, { now }))).toBe('certificate-unreadable');
  });

  it('bounds what it reads', async () => {
    expect(await codeOf(inspectCertificates(new Uint8Array(1024 * 1024 + 1)))).toBe('file-too-large');
    expect(await codeOf(inspectCertificates(server.certificate.repeat(201)))).toBe('file-too-large');
  });
});

describe('inspectCertificates on hostile bytes', () => {
  const onlyTyped = async (source: Uint8Array | string) => {
    try {
      await inspectCertificates(source, { now });
    } catch (error) {
      expect(isEpreuveError(error, 'operator')).toBe(true);
    }
  };

  it('only throws typed errors on arbitrary bytes and texts', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string()), onlyTyped), {
      numRuns: 300,
    });
  });

  it('only throws typed errors on a certificate with changed bytes', async () => {
    const good = new X509Certificate(server.certificate).raw;
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), async (changes, pem) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        await onlyTyped(pem ? toPem('CERTIFICATE', bytes) : bytes);
      }),
      { numRuns: 400 },
    );
  });
});

describe('readPemBlocks', () => {
  it('gives back what toPem wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 5 }), (ders) => {
        const blocks = readPemBlocks(ders.map((der) => toPem('CERTIFICATE', der)).join('entre deux\n'));
        expect(blocks.map(({ text }) => text)).toEqual(ders.map((der) => toPem('CERTIFICATE', der)));
      }),
    );
  });

  it('passes over blocks whose marks do not agree', () => {
    expect(readPemBlocks('-----BEGIN A-----\nAA==\n-----END B-----\n-----BEGIN C-----\nAA==\n-----END C-----')).toEqual(
      [{ label: 'C', text: '-----BEGIN C-----\nAA==\n-----END C-----\n' }],
    );
    expect(readPemBlocks('-----BEGIN -----BEGIN A')).toEqual([]);
  });

  it.each([
    ['-----BEGIN A-----', '', 60_000],
    ['-----BEGIN A-----\n-----END B-----\n', '', 30_000],
    ['-----BEGIN A', '-----END A-----', 80_000],
  ])('takes time in proportion to a hostile text: %j', (piece, last, most) => {
    const workOn = (count: number) => {
      const text = piece.repeat(count) + last;
      return () => void readPemBlocks(text);
    };
    expect(growsInProportion(workOn, most / 8)).toBe(true);
  });
});
