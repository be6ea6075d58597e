import { X509Certificate } from 'node:crypto';
import { type Authority, issueAuthority, issueCertificate } from '../../src/pki/index.js';

const now = new Date('2026-01-05T10:15:00Z');
let authority: Authority;

beforeAll(async () => {
  authority = await issueAuthority({ now });
});

describe('issueAuthority', () => {
  it('makes a root and an issuing authority that verify', () => {
    const root = new X509Certificate(authority.root.certificate);
    const issuing = new X509Certificate(authority.certificate);
    expect(root.ca && issuing.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(issuing.checkIssued(root)).toBe(true);
    expect(issuing.verify(root.publicKey)).toBe(true);
  });
});

describe('issueCertificate', () => {
  it('issues a server certificate', async () => {
    const issued = await issueCertificate(authority, {
      kind: 'server',
      commonName: 'dmn.test',
      altNames: ['localhost', '127.0.0.1'],
      now,
    });
    const certificate = new X509Certificate(issued.certificate);
    expect(certificate.checkHost('dmn.test')).toBe('dmn.test');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
  });
});
