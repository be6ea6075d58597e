import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEpreuveError } from '../../src/core/index.js';
import {
  type Authority,
  exportPkcs12,
  type IssuedCertificate,
  issueAuthority,
  issueCertificate,
  loadIdentity,
  writeKeyFile,
} from '../../src/pki/index.js';
import { codeOf, useFolder } from './support.js';

const folder = useFolder();
let authority: Authority;
let issued: IssuedCertificate;
let other: IssuedCertificate;

beforeAll(async () => {
  authority = await issueAuthority();
  issued = await issueCertificate(authority, { kind: 'server', both: true, commonName: 'localhost' });
  other = await issueCertificate(authority, { kind: 'client', commonName: 'autre' });
});

function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, contents);
  return path;
}

describe('loadIdentity', () => {
  it('reads a certificate, its key and the trusted authorities', async () => {
    const files = {
      cert: file('c.pem', issued.chain),
      key: file('k.pem', issued.key),
      ca: file('ca.pem', authority.root.certificate),
    };
    expect(await loadIdentity(files)).toEqual({
      certificate: issued.chain,
      key: issued.key,
      authorities: [authority.root.certificate],
    });
  });

  it('puts a shuffled chain in order and keeps the root out of it', async () => {
    const shuffled = authority.root.certificate + authority.certificate + issued.certificate + issued.key;
    expect(await loadIdentity({ cert: file('all.pem', shuffled) })).toEqual({
      certificate: issued.chain,
      key: issued.key,
      authorities: [authority.root.certificate],
    });
  });

  it('reads DER files, and an encrypted key with its passphrase', async () => {
    const key = createPrivateKey(issued.key);
    const cert = file('c.cer', new X509Certificate(issued.certificate).raw);
    const der = file('k.der', key.export({ type: 'pkcs8', format: 'der' }));
    const ca = [file('ca.cer', new X509Certificate(authority.root.certificate).raw)];
    const expected = { certificate: issued.certificate, key: issued.key, authorities: [authority.root.certificate] };
    expect(await loadIdentity({ cert, key: der, ca })).toEqual(expected);
    const locked = file(
      'locked.pem',
      key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'été' }),
    );
    expect(await loadIdentity({ cert, key: locked, ca, passphrase: 'été' })).toEqual(expected);
    expect(await codeOf(loadIdentity({ cert, key: locked }))).toBe('key-passphrase-missing');
    expect(await codeOf(loadIdentity({ cert, key: locked, passphrase: 'hiver' }))).toBe('key-passphrase-wrong');
  });

  it('reads a PKCS#12 file and trusts its root, unless told whom to trust', async () => {
    const certificates = issued.chain + authority.root.certificate;
    const p12 = file('i.p12', await exportPkcs12({ certificates, key: issued.key, password: 'p', iterations: 1 }));
    const own = { certificate: issued.chain, key: issued.key };
    expect(await loadIdentity({ p12, passphrase: 'p' })).toEqual({ ...own, authorities: [authority.root.certificate] });
    const ca = file('ca.pem', other.certificate);
    expect(await loadIdentity({ p12, passphrase: 'p', ca })).toEqual({ ...own, authorities: [other.certificate] });
    expect(await codeOf(loadIdentity({ p12, passphrase: 'q' }))).toBe('key-passphrase-wrong');
    expect(await codeOf(loadIdentity({ p12 }))).toBe('key-passphrase-missing');
    expect(await codeOf(loadIdentity({ p12, cert: ca }))).toBe('identity-ambiguous');
    expect(await codeOf(loadIdentity({ cert: p12, key: p12 }))).toBe('certificate-is-pkcs12');
  });

  it('names both files when the key is not that of the certificate', async () => {
    const files = { cert: file('c.pem', issued.chain), key: file('k.pem', other.key) };
    const error = await loadIdentity(files).catch((thrown: unknown) => thrown);
    expect(isEpreuveError(error, 'operator') && error.data).toEqual({ certificate: files.cert, key: files.key });
    expect(isEpreuveError(error) && error.describe('fr').text).toContain(files.key);
  });

  it('says what is missing', async () => {
    const cert = file('c.pem', issued.chain);
    expect(await codeOf(loadIdentity({}))).toBe('identity-incomplete');
    expect(await codeOf(loadIdentity({ cert }))).toBe('identity-incomplete');
    expect(await codeOf(loadIdentity({ cert, key: cert }))).toBe('key-missing');
    expect(await codeOf(loadIdentity({ cert: file('k.pem', issued.key) }))).toBe('certificate-missing');
    expect(await codeOf(loadIdentity({ cert, key: file('t.txt', 'bonjour') }))).toBe('key-unreadable');
    expect(await codeOf(loadIdentity({ cert: file('t.txt', 'bonjour'), key: cert }))).toBe('certificate-unreadable');
    expect(await codeOf(loadIdentity({ cert: join(folder(), 'absent.pem') }))).toBe('file-not-found');
    expect(await codeOf(loadIdentity({ cert: folder() }))).toBe('file-unreadable');
    expect(await codeOf(loadIdentity({ cert: file('big.pem', new Uint8Array(1024 * 1024 + 1)) }))).toBe(
      'file-too-large',
    );
  });
});

describe('writeKeyFile', () => {
  const left = () => readdirSync(folder()).sort();

  const modeOf = (path: string) => statSync(path).mode & 0o777;
  const onPosix = process.platform === 'win32' ? it.skip : it;

  onPosix('makes a file and folders only their owner can read', async () => {
    const path = join(folder(), 'a', 'b', 'k.pem');
    await writeKeyFile(path, issued.key);
    expect(readFileSync(path, 'utf8')).toBe(issued.key);
    expect([modeOf(path), modeOf(join(folder(), 'a')), modeOf(join(folder(), 'a', 'b'))]).toEqual([
      0o600, 0o700, 0o700,
    ]);
  });

  onPosix('replaces nothing unless told, then replaces with tight rights', async () => {
    const path = file('k.pem', 'avant');
    chmodSync(path, 0o644);
    expect(await codeOf(writeKeyFile(path, 'après'))).toBe('key-file-exists');
    expect(readFileSync(path, 'utf8')).toBe('avant');
    await writeKeyFile(path, 'après', { overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('après');
    expect(modeOf(path)).toBe(0o600);
    expect(left()).toEqual(['k.pem']);
  });

  it('says that the folder cannot be written', async () => {
    const path = join(file('plain', ''), 'k.pem');
    expect(await codeOf(writeKeyFile(path, 'x'))).toBe('folder-unwritable');
    mkdirSync(join(folder(), 'taken'));
    expect(await codeOf(writeKeyFile(join(folder(), 'taken'), 'x', { overwrite: true }))).toBe('folder-unwritable');
    expect(left()).toEqual(['plain', 'taken']);
  });
});
