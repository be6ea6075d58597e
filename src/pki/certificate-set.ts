import { join } from 'node:path';
import { systemClock } from '../core/index.js';
import type { CertificatePlan } from './certificate-plan.js';
import type { Authority } from './certificate-types.js';
import { readSmallFile } from './identity-files.js';
import { issueAuthority } from './issue-authority.js';
import { issueCertificate } from './issue-certificate.js';
import { issueRevocationList, type RevokedCertificate } from './issue-revocation-list.js';
import { exportPkcs12 } from './pkcs12/export-pkcs12.js';
import { writeKeyFile, writePublicFile } from './write-file.js';

export interface SetFile {
  /** Relative, forward slashes. */
  readonly path: string;
  readonly contents: string | Uint8Array;
  /** Holds a private key. */
  readonly secret: boolean;
}

export interface SetOptions {
  readonly now?: Date;
  /** Makes a PKCS#12 file beside each certificate. */
  readonly pkcs12Password?: string;
  /** Goes on with this authority instead of making one. */
  readonly authority?: Authority;
}

/** File names of the authority inside a set; the same ones `loadAuthority` reads. */
const AUTHORITY_FILES = {
  root: 'ca/root.pem',
  rootKey: 'ca/root-key.pem',
  issuing: 'ca/issuing.pem',
  issuingKey: 'ca/issuing-key.pem',
} as const;

/**
 * Issues everything a plan names. For each certificate: `<file>.pem` (with the issuing authority), `<file>-key.pem`,
 * and `<file>.p12` when a password is given; `ca/…` for the authority; `crl/all.pem` with the lists of both authorities.
 */
export async function issueCertificateSet(plan: CertificatePlan, options: SetOptions = {}): Promise<SetFile[]> {
  const now = options.now ?? systemClock.now();
  const authority = options.authority ?? (await issueAuthority({ ...plan.authority, now }));
  const files: SetFile[] = authorityFiles(authority);
  const revoked: RevokedCertificate[] = [];
  for (const { file, revoked: isRevoked, ...request } of plan.certificates) {
    const issued = await issueCertificate(authority, { ...request, now });
    if (isRevoked === true) revoked.push({ serialNumber: issued.serialNumber, reason: 'superseded' });
    files.push({ path: `${file}.pem`, contents: issued.chain, secret: false });
    files.push({ path: `${file}-key.pem`, contents: issued.key, secret: true });
    if (options.pkcs12Password === undefined) continue;
    const certificates = issued.chain + authority.root.certificate;
    const p12 = { certificates, key: issued.key, password: options.pkcs12Password, friendlyName: request.commonName };
    files.push({ path: `${file}.p12`, contents: await exportPkcs12(p12), secret: true });
  }
  const lists = [
    await issueRevocationList(authority, revoked, { now }),
    await issueRevocationList(authority.root, [], { now }),
  ];
  return [...files, { path: 'crl/all.pem', contents: lists.join(''), secret: false }];
}

function authorityFiles(authority: Authority): SetFile[] {
  return [
    { path: AUTHORITY_FILES.root, contents: authority.root.certificate, secret: false },
    { path: AUTHORITY_FILES.rootKey, contents: authority.root.key, secret: true },
    { path: AUTHORITY_FILES.issuing, contents: authority.certificate, secret: false },
    { path: AUTHORITY_FILES.issuingKey, contents: authority.key, secret: true },
  ];
}

/**
 * Writes a set under a folder, secrets readable by their owner only. Nothing is replaced unless `overwrite`:
 * throws `key-file-exists` at the first file already there, and `folder-unwritable`.
 */
export async function writeCertificateSet(
  folder: string,
  files: readonly SetFile[],
  options: { readonly overwrite?: boolean } = {},
): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.path);
    await (file.secret ? writeKeyFile : writePublicFile)(path, file.contents, options);
  }
}

/** The authority of a set written before, to issue more. Throws `file-not-found` and `file-unreadable`. */
export async function loadAuthority(folder: string): Promise<Authority> {
  const read = async (path: string) => (await readSmallFile(join(folder, path))).toString('utf8');
  const root = { certificate: await read(AUTHORITY_FILES.root), key: await read(AUTHORITY_FILES.rootKey) };
  const certificate = await read(AUTHORITY_FILES.issuing);
  const key = await read(AUTHORITY_FILES.issuingKey);
  return { certificate, key, root, chain: [certificate, root.certificate] };
}
