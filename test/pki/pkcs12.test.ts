import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import fc from 'fast-check';
import forge from 'node-forge';
import { isEpreuveError } from '../../src/core/index.js';
import {
  type Authority,
  exportPkcs12,
  type IssuedCertificate,
  importPkcs12,
  issueAuthority,
  issueCertificate,
  PKCS12_LIMITS,
} from '../../src/pki/index.js';
import { decryptLegacyBlock } from '../../src/pki/pkcs12/legacy-decrypt.js';
import { cpuTime } from '../support/cpu-time.js';
import { codeOf, openssl, useFolder, withOpenssl } from './support.js';

const PASSWORD = 'é€ß mot de passe';
const folder = useFolder();
let authority: Authority;
let ec: IssuedCertificate;
let rsa: IssuedCertificate;

beforeAll(async () => {
  authority = await issueAuthority();
  ec = await issueCertificate(authority, { kind: 'server', commonName: 'localhost' });
  rsa = await issueCertificate(authority, { kind: 'server', commonName: 'localhost', keyAlgorithm: 'rsa-2048' });
});

function toPkcs12(issued: IssuedCertificate, password = PASSWORD, iterations = 1000): Promise<Uint8Array> {
  const certificates = issued.chain + authority.root.certificate;
  return exportPkcs12({ certificates, key: issued.key, password, friendlyName: 'Épreuve', iterations });
}

/** A file as old software made it: 3DES key, MAC with SHA-1, the certificate of the RSA key self-signed. */
function toOldPkcs12(password: string, options: { count?: number; useMac?: boolean } = {}): Uint8Array {
  const pem = createPrivateKey(rsa.key).export({ type: 'pkcs1', format: 'pem' }).toString();
  const privateKey = forge.pki.privateKeyFromPem(pem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
  certificate.setSubject([{ name: 'commonName', value: 'ancien' }]);
  certificate.sign(privateKey, forge.md.sha256.create());
  const old = forge.pkcs12.toPkcs12Asn1(privateKey, certificate, password, {
    algorithm: '3des',
    count: 2048,
    ...options,
  });
  return Uint8Array.from(Buffer.from(forge.asn1.toDer(old).getBytes(), 'latin1'));
}

describe('exportPkcs12 and importPkcs12', () => {
  it.each(['ec', 'rsa'])('give back an %s identity, its chain and its root', async (kind) => {
    const issued = kind === 'ec' ? ec : rsa;
    const imported = await importPkcs12(await toPkcs12(issued), PASSWORD);
    expect(imported).toEqual({
      certificate: issued.chain,
      key: issued.key,
      keyMatches: true,
      certificates: [issued.certificate, authority.certificate, authority.root.certificate],
      authorities: [authority.root.certificate],
      legacy: false,
      integrity: true,
    });
  });

  it('make files that node:tls opens with the same password only', async () => {
    const pfx = Buffer.from(await toPkcs12(ec));
    expect(() => createSecureContext({ pfx, passphrase: PASSWORD })).not.toThrow();
    expect(() => createSecureContext({ pfx, passphrase: 'autre' })).toThrow();
  });

  it('open any file they made, whatever the password', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (password) => {
        const file = await toPkcs12(ec, password, 1);
        expect((await importPkcs12(file, password)).key).toBe(ec.key);
        expect(await codeOf(importPkcs12(file, `${password}x`))).toBe('key-passphrase-wrong');
      }),
      { numRuns: 8 },
    );
  });

  it('say that the password is wrong or missing', async () => {
    const file = await toPkcs12(ec);
    expect(await codeOf(importPkcs12(file, 'autre'))).toBe('key-passphrase-wrong');
    expect(await codeOf(importPkcs12(file, undefined))).toBe('key-passphrase-missing');
    expect(await codeOf(importPkcs12(file, 'x'.repeat(2000)))).toBe('key-passphrase-wrong');
  });

  it('refuse to export a key with the certificate of another', async () => {
    const mixed = exportPkcs12({ certificates: ec.chain, key: rsa.key, password: PASSWORD });
    expect(await codeOf(mixed)).toBe('certificate-key-mismatch');
    expect(await codeOf(exportPkcs12({ certificates: '', key: rsa.key, password: PASSWORD }))).toBe(
      'certificate-missing',
    );
  });

  it('refuse a file that asks for too many rounds, before doing them', async () => {
    const rounds = PKCS12_LIMITS.maxIterations + 1;
    expect(await codeOf(exportPkcs12({ certificates: ec.chain, key: ec.key, password: '', iterations: rounds }))).toBe(
      'pkcs12-too-costly',
    );
    const file = Buffer.from(await toPkcs12(ec, PASSWORD, 70_000));
    // The rounds of the MAC are the last integer of the file: 70,000 becomes 8,388,607.
    expect(file.subarray(-5).toString('hex')).toBe('0203011170');
    file.set([0x02, 0x03, 0x7f, 0xff, 0xff], file.length - 5);
    const start = cpuTime();
    expect(await codeOf(importPkcs12(file, PASSWORD))).toBe('pkcs12-too-costly');
    expect(cpuTime() - start).toBeLessThan(5000);
  });

  it('refuse a file that is too large', async () => {
    expect(await codeOf(importPkcs12(new Uint8Array(PKCS12_LIMITS.maxBytes + 1), ''))).toBe('file-too-large');
  });
});

describe('importPkcs12 of old files', () => {
  it('opens a 3DES key', async () => {
    const old = toOldPkcs12('secret');
    const imported = await importPkcs12(old, 'secret');
    expect(imported).toMatchObject({ key: rsa.key, keyMatches: true, legacy: true, integrity: true });
    expect(await codeOf(importPkcs12(old, 'autre'))).toBe('key-passphrase-wrong');
  });

  it('bounds the rounds of an old scheme more tightly, before doing them', async () => {
    const hex = Buffer.from(toOldPkcs12('secret', { count: 0x8000, useMac: false })).toString('hex');
    expect(hex.split('0203008000')).toHaveLength(2);
    const costly = Buffer.from(hex.replace('0203008000', '02037fffff'), 'hex');
    const start = cpuTime();
    expect(await codeOf(importPkcs12(costly, 'secret'))).toBe('pkcs12-too-costly');
    expect(cpuTime() - start).toBeLessThan(5000);
  });

  it('decrypts 40-bit RC2 in its thread', async () => {
    const salt = forge.util.createBuffer('saltsalt');
    const key = forge.pkcs12.generateKey('secret', forge.util.createBuffer(salt.bytes()), 1, 10, 5);
    const iv = forge.pkcs12.generateKey('secret', forge.util.createBuffer(salt.bytes()), 2, 10, 8);
    const cipher = forge.rc2.createEncryptionCipher(key.bytes(), 40);
    cipher.start(iv);
    cipher.update(forge.util.createBuffer('bonjour'));
    cipher.finish();
    const parameters = Uint8Array.from(Buffer.from(`300d0408${Buffer.from('saltsalt').toString('hex')}02010a`, 'hex'));
    const ciphertext = Uint8Array.from(Buffer.from(cipher.output.getBytes(), 'latin1'));
    const block = { scheme: '1.2.840.113549.1.12.1.6', parameters, ciphertext };
    const result = await decryptLegacyBlock(block, 'secret');
    expect(result.kind === 'plain' && Buffer.from(result.bytes).toString()).toBe('bonjour');
  });

  it('stops the thread when it takes too long', async () => {
    const parameters = Uint8Array.from(Buffer.from('30100408000000000000000002047fffffff', 'hex'));
    const block = { scheme: '1.2.840.113549.1.12.1.3', parameters, ciphertext: new Uint8Array(8) };
    expect(await decryptLegacyBlock(block, 'secret', 200)).toEqual({ kind: 'too-slow' });
  });

  it('answers "failed" for bytes the old library cannot read', async () => {
    const block = { scheme: '1.2.840.113549.1.12.1.3', parameters: new Uint8Array(3), ciphertext: new Uint8Array(8) };
    expect(await decryptLegacyBlock(block, 'secret')).toEqual({ kind: 'failed' });
  });
});

describe('importPkcs12 of hostile bytes', () => {
  const onlyTyped = async (bytes: Uint8Array) => {
    try {
      await importPkcs12(bytes, PASSWORD);
    } catch (error) {
      expect(isEpreuveError(error, 'operator')).toBe(true);
    }
  };

  it('only throws typed errors on arbitrary bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), onlyTyped), { numRuns: 300 });
  });

  it('only throws typed errors on a good file with changed bytes', async () => {
    const good = await toPkcs12(ec, PASSWORD, 1);
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        await onlyTyped(bytes);
      }),
      { numRuns: 80 },
    );
  });

  it('says that a truncated file, or one nested without end, is damaged', async () => {
    const good = await toPkcs12(ec);
    expect(await codeOf(importPkcs12(good.subarray(0, good.length / 2), PASSWORD))).toBe('pkcs12-damaged');
    expect(await codeOf(importPkcs12(new Uint8Array(200_000).fill(0x30), PASSWORD))).toBe('pkcs12-damaged');
  });
});

describe('with files of OpenSSL', () => {
  const make = (issued: IssuedCertificate, ...options: string[]): Buffer => {
    const path = (name: string) => join(folder(), name);
    writeFileSync(path('leaf.pem'), issued.chain);
    writeFileSync(path('key.pem'), issued.key);
    writeFileSync(path('root.pem'), authority.root.certificate);
    const inputs = ['-in', path('leaf.pem'), '-inkey', path('key.pem'), '-certfile', path('root.pem')];
    openssl?.('pkcs12', '-export', ...inputs, '-out', path('out.p12'), '-passout', `pass:${PASSWORD}`, ...options);
    return readFileSync(path('out.p12'));
  };

  withOpenssl.each([
    ['the defaults', [], false],
    ['no encryption', ['-keypbe', 'NONE', '-certpbe', 'NONE'], false],
    ['3DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES'], true],
    ['RC2 and 3DES', ['-legacy'], true],
  ])('opens %s, EC and RSA', async (_title, options, legacy) => {
    for (const issued of [ec, rsa]) {
      const imported = await importPkcs12(make(issued, ...options), PASSWORD);
      expect(imported).toMatchObject({ certificate: issued.chain, key: issued.key, legacy, integrity: true });
    }
  });

  withOpenssl('opens a file without integrity check, and says so', async () => {
    expect(await importPkcs12(make(ec, '-nomac'), PASSWORD)).toMatchObject({ key: ec.key, integrity: false });
    expect(await codeOf(importPkcs12(make(ec, '-nomac'), 'autre'))).toBe('key-passphrase-wrong');
  });

  withOpenssl('names what it does not support', async () => {
    for (const options of [
      ['-macalg', 'sha224'],
      ['-keypbe', 'DES-EDE3-CBC'],
    ]) {
      expect(await codeOf(importPkcs12(make(ec, ...options), PASSWORD))).toBe('pkcs12-unsupported');
    }
  });

  withOpenssl('makes files OpenSSL opens', async () => {
    writeFileSync(join(folder(), 'ours.p12'), await toPkcs12(ec));
    const text = openssl?.('pkcs12', '-in', join(folder(), 'ours.p12'), '-passin', `pass:${PASSWORD}`, '-nodes') ?? '';
    expect(new X509Certificate(text.slice(text.indexOf('-----BEGIN CERT'))).raw).toEqual(
      new X509Certificate(ec.certificate).raw,
    );
    expect(text).toContain('PRIVATE KEY');
  });
});
