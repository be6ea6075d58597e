import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  inspectCertificates,
  issueCertificate,
  issueCertificateSet,
  loadAuthority,
  loadIdentity,
  parseCertificatePlan,
  writeCertificateSet,
} from '../../src/pki/index.js';
import { codeOf, useFolder } from './support.js';

const now = new Date('2026-01-05T10:15:00Z');
const folder = useFolder();
const planFile = fileURLToPath(new URL('../../certs/plan.yaml', import.meta.url));

describe('the plan of certs/', () => {
  it('makes identities that load, and an authority that can go on', async () => {
    const plan = await parseCertificatePlan(readFileSync(planFile, 'utf8'), 'plan.yaml');
    const files = await issueCertificateSet(plan, { now });
    await writeCertificateSet(folder(), files);
    const path = (name: string) => join(folder(), name);
    const ca = path('ca/root.pem');
    for (const { file } of plan.certificates) {
      const identity = await loadIdentity({ cert: path(`${file}.pem`), key: path(`${file}-key.pem`), ca });
      expect(identity.authorities).toEqual([readFileSync(ca, 'utf8')]);
    }
    const more = await issueCertificate(await loadAuthority(folder()), { kind: 'client', commonName: 'encore', now });
    expect(more.authorities).toEqual([readFileSync(ca, 'utf8')]);
    expect(readFileSync(path('crl/all.pem'), 'utf8').match(/BEGIN X509 CRL/g)).toHaveLength(2);
    if (process.platform !== 'win32') expect(statSync(path('dmn-server-key.pem')).mode & 0o777).toBe(0o600);
    expect(await codeOf(writeCertificateSet(folder(), files))).toBe('key-file-exists');
    await writeCertificateSet(folder(), files, { overwrite: true });
  });

  it('makes PKCS#12 files of the same identities when given a password', async () => {
    const { certificates } = await parseCertificatePlan(readFileSync(planFile, 'utf8'), 'plan.yaml');
    const plan = { certificates: certificates.slice(0, 1) };
    await writeCertificateSet(folder(), await issueCertificateSet(plan, { now, pkcs12Password: 'p' }));
    const path = (name: string) => join(folder(), name);
    const pem = { cert: path('dmn-server.pem'), key: path('dmn-server-key.pem'), ca: path('ca/root.pem') };
    const p12 = { p12: path('dmn-server.p12'), passphrase: 'p' };
    expect(await loadIdentity(p12)).toEqual(await loadIdentity(pem));
  });

  it('names everything after the test, never after the real authorities', async () => {
    const plan = await parseCertificatePlan(readFileSync(planFile, 'utf8'), 'plan.yaml');
    for (const { path, contents } of await issueCertificateSet(plan, { now })) {
      if (typeof contents !== 'string' || !contents.includes('BEGIN CERTIFICATE')) continue;
      for (const { subject, issuer } of (await inspectCertificates(contents, { now })).certificates) {
        expect(`${path} ${subject}`).toContain('TEST ÉPREUVE');
        expect(`${subject} ${issuer}`).not.toMatch(/IGC|ASIP|\bANS\b|ELEMENTAIRE/);
      }
    }
    expect(existsSync(join(folder(), 'ca'))).toBe(false);
  });
});

describe('parseCertificatePlan', () => {
  it.each([
    ['not YAML', 'certificates: [', 'YAML'],
    ['no certificate', 'certificates: []', 'certificates'],
    ['an unknown kind', 'certificates: [{file: a, kind: person, commonName: a}]', 'certificates.0.kind'],
    ['an unknown field', 'certificates: [{file: a, kind: client, commonName: a, years: 3}]', 'certificates.0'],
    [
      'a file name that leaves the folder',
      'certificates: [{file: ../a, kind: client, commonName: a}]',
      'certificates.0.file',
    ],
    [
      'the same file twice',
      'certificates: [{file: a, kind: client, commonName: a}, {file: a, kind: client, commonName: b}]',
      'certificates',
    ],
    ['aliases', 'certificates: [&a {file: a, kind: client, commonName: a}, *a]', 'YAML'],
    ['nothing', '', 'plan'],
  ])('refuses %s and says where', async (_title, text, path) => {
    await expect(parseCertificatePlan(text, 'plan.yaml')).rejects.toMatchObject({
      code: 'pki-plan-invalid',
      data: { file: 'plan.yaml', path },
    });
  });
});
