import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  type Authority,
  createCertificateRequest,
  inspectCertificates,
  issueAuthority,
  signCertificateRequest,
} from '../../src/pki/index.js';
import { codeOf } from './support.js';

const now = new Date('2026-01-05T10:15:00Z');
let authority: Authority;

beforeAll(async () => {
  authority = await issueAuthority({ now });
});

describe('certificate requests', () => {
  it.each(['ec-p256', 'ec-p384', 'rsa-2048'] as const)(
    'makes a request with a key of kind %s and signs it',
    async (keyAlgorithm) => {
      const { request, key } = await createCertificateRequest({
        kind: 'server',
        commonName: 'dmn.hopital.test',
        altNames: ['10.0.0.1'],
        structure: { finess: '750000001' },
        keyAlgorithm,
      });
      const issued = await signCertificateRequest(authority, request, { kind: 'server', both: true, now });
      expect(new X509Certificate(issued.certificate).checkPrivateKey(createPrivateKey(key))).toBe(true);
      const { certificates } = await inspectCertificates(issued.chain, { now });
      expect(certificates[0]).toMatchObject({
        subject: 'C=FR, ST=Paris (75), O=STRUCTURE TEST ÉPREUVE, OU=1750000001, CN=dmn.hopital.test',
        altNames: ['DNS:dmn.hopital.test', 'IP:10.0.0.1'],
        extendedKeyUsage: ['serverAuth', 'clientAuth'],
      });
    },
  );

  it('refuses a request whose signature does not prove the key', async () => {
    const { request } = await createCertificateRequest({ kind: 'client', commonName: 'c' });
    const der = Buffer.from(request.replace(/-----.*-----/g, ''), 'base64');
    der[der.length - 1] = (der[der.length - 1] ?? 0) ^ 1;
    const forged = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`;
    expect(await codeOf(signCertificateRequest(authority, forged, { kind: 'client', now }))).toBe('csr-bad-signature');
  });

  it.each(['', 'bonjour', '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n'])(
    'says that %j is not a request',
    async (text) => {
      expect(await codeOf(signCertificateRequest(authority, text, { kind: 'client', now }))).toBe('csr-unreadable');
    },
  );
});
