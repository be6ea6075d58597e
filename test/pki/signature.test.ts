import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  checkCms,
  checkJws,
  type Identity,
  issueAuthority,
  issueCertificate,
  type KeyAlgorithm,
  signCms,
  signJws,
} from '../../src/pki/index.js';
import { temporaryFolder } from '../support/folders.js';

const root = temporaryFolder();
const now = new Date();
const content = Buffer.from('digest  file\n');

async function identityOf(keyAlgorithm: KeyAlgorithm = 'ec-p256', days = 30): Promise<Identity> {
  const authority = await issueAuthority({ keyAlgorithm });
  const issued = await issueCertificate(authority, {
    kind: 'organisation',
    commonName: 'SIGNATAIRE DE TEST',
    organisation: 'ÉDITEUR DE TEST',
    structure: { siret: '12345678200010' },
    keyAlgorithm,
    validityDays: days,
  });
  return { certificate: issued.chain, key: issued.key, authorities: [authority.root.certificate] };
}

const identity = await identityOf();
const [cms, jws] = [await signCms(content, identity, now), await signJws(content, identity)];
const check = {
  cms: (bytes: Uint8Array, text: Uint8Array = content, authorities = identity.authorities, at = now) =>
    checkCms(text, bytes, { authorities, now: at }),
  jws: (signature: string, text: Uint8Array = content, authorities = identity.authorities, at = now) =>
    checkJws(text, signature, { authorities, now: at }),
};

test('both signatures are valid and lead to the authority', async () => {
  for (const found of [await check.cms(cms), await check.jws(jws)]) {
    expect(found).toMatchObject({ state: 'valid', trusted: true });
    expect(found.signer).toContain('SIGNATAIRE DE TEST');
  }
});

test('neither holds of a changed content', async () => {
  const bent = Buffer.from('digest  fole\n');
  expect(await check.cms(cms, bent)).toMatchObject({ state: 'altered' });
  expect(await check.jws(jws, bent)).toMatchObject({ state: 'altered' });
});

test('another authority is not led to, and a certificate out of date is not trusted', async () => {
  const other = (await issueAuthority({})).root.certificate;
  const later = new Date(now.getTime() + 60 * 86_400_000);
  expect(await check.cms(cms, content, [other])).toMatchObject({ state: 'valid', trusted: false });
  expect(await check.jws(jws, content, [other])).toMatchObject({ state: 'valid', trusted: false });
  expect(await check.cms(cms, content, identity.authorities, later)).toMatchObject({ state: 'valid', trusted: false });
});

test('a signature by another key under the same certificate is not valid', async () => {
  const [header, ,] = jws.split('.');
  const stranger = await identityOf();
  const [, , value] = (await signJws(content, stranger)).split('.');
  expect(await check.jws(`${header}..${value}`)).toMatchObject({ state: 'altered' });
});

test.each<KeyAlgorithm>(['ec-p384', 'rsa-2048'])('holds with %s', async (algorithm) => {
  const own = await identityOf(algorithm);
  expect(
    await checkCms(content, await signCms(content, own, now), { authorities: own.authorities, now }),
  ).toMatchObject({
    state: 'valid',
    trusted: true,
  });
  expect(await checkJws(content, await signJws(content, own), { authorities: own.authorities, now })).toMatchObject({
    state: 'valid',
    trusted: true,
  });
});

test('anything else is damaged or altered, never valid, never an error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, text) => {
      expect((await checkCms(content, bytes, { now })).state).not.toBe('valid');
      expect((await checkJws(content, text, { now })).state).not.toBe('valid');
    }),
    { numRuns: 30 },
  );
});

test('a byte changed anywhere in the CMS never makes it trusted with another content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(cms.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
      const bent = Uint8Array.from(cms);
      bent[place] = (bent[place] ?? 0) ^ flip;
      const found = await checkCms(Buffer.from('other'), bent, { authorities: identity.authorities, now });
      expect(found.state).not.toBe('valid');
    }),
    { numRuns: 25 },
  );
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
(hasOpenssl ? test : test.skip)('openssl agrees on the CMS', () => {
  const file = (name: string, data: string | Uint8Array) => {
    writeFileSync(join(root, name), data);
    return join(root, name);
  };
  const verify = (text: Uint8Array) =>
    spawnSync('openssl', [
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', join(root, 'out')],
      ...['-in', file('a.p7s', cms), '-content', file('content', text)],
      ...['-CAfile', file('ca.pem', identity.authorities.join(''))],
    ]);
  const good = verify(content);
  expect({ status: good.status, stderr: String(good.stderr) }).toMatchObject({ status: 0 });
  expect(verify(Buffer.from('other')).status).not.toBe(0);
});
