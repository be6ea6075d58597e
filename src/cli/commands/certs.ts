import { join } from 'node:path';
import {
  type Authority,
  type CertificateKind,
  EXIT,
  type InspectedCertificate,
  importPkcs12,
  inspectCertificates,
  issueCertificateSet,
  loadAuthority,
  makeError,
  type PlannedCertificate,
  parseCertificatePlan,
  type SetFile,
  type Text,
  writeCertificateSet,
} from '../../index.js';
import { readInputs } from '../inputs.js';
import type { Session } from '../io.js';
import { optionalText, readNumber, texts } from '../options.js';
import type { RunCommand } from './command-spec.js';

const LARGEST_FILE = 4 * 1024 * 1024;

const folderOf = (options: Record<string, unknown>) => optionalText(options, 'dir') ?? join('certs', 'local');

/** `epreuve certs ca`: a root and an issuing authority. */
export const runCertsCa: RunCommand = async (_args, options, session) => {
  const folder = folderOf(options);
  const name = optionalText(options, 'name');
  const files = await issueCertificateSet({ certificates: [], ...(name !== undefined && { authority: { name } }) });
  await writeCertificateSet(folder, files, { overwrite: options.force === true });
  return tellFiles(folder, files, session);
};

/** `epreuve certs set <plan.yaml>`: an authority and every certificate of a plan. */
export const runCertsSet: RunCommand = async ([path = ''], options, session) => {
  const { documents } = await readInputs([path], { stdin: session.io.stdin, maxBytes: LARGEST_FILE });
  const plan = await parseCertificatePlan(Buffer.from(documents[0]?.bytes ?? []).toString('utf8'), path);
  const folder = folderOf(options);
  const files = await issueCertificateSet(plan, passwordOption(options));
  await writeCertificateSet(folder, files, { overwrite: options.force === true });
  return tellFiles(folder, files, session);
};

/** `epreuve certs server|organisation|client <name>`. */
export function issueKind(kind: CertificateKind): RunCommand {
  return async ([commonName = ''], options, session) => {
    const folder = folderOf(options);
    const authority = await authorityOf(folder);
    const planned = toPlanned(kind, commonName, options);
    const set = await issueCertificateSet({ certificates: [planned] }, { authority, ...passwordOption(options) });
    // The authority is there already; only what belongs to this certificate is written.
    const files = set.filter(
      (file) => file.path.startsWith(`${planned.file}.`) || file.path.startsWith(`${planned.file}-`),
    );
    await writeCertificateSet(folder, files, { overwrite: options.force === true });
    return tellFiles(folder, files, session);
  };
}

async function authorityOf(folder: string): Promise<Authority> {
  try {
    return await loadAuthority(folder);
  } catch (cause) {
    throw makeError('no-test-authority', { folder }, { cause });
  }
}

function toPlanned(kind: CertificateKind, commonName: string, options: Record<string, unknown>): PlannedCertificate {
  const organisation = optionalText(options, 'organisation');
  const siret = optionalText(options, 'siret');
  const finess = optionalText(options, 'finess');
  const crlUrl = optionalText(options, 'crlUrl');
  const altNames = texts(options, 'san');
  const file =
    readBaseName(options, `certs ${kind}`) ??
    (commonName
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') ||
      kind);
  return {
    file,
    kind,
    commonName,
    ...(organisation !== undefined && { organisation }),
    ...(siret !== undefined && { structure: { siret } }),
    ...(finess !== undefined && { structure: { finess } }),
    ...(crlUrl !== undefined && { crlUrl }),
    ...(altNames.length > 0 && { altNames }),
    ...(options.both === true && { both: true }),
    ...(options.rsa === true && { keyAlgorithm: 'rsa-2048' as const }),
    ...(options.days !== undefined && { validityDays: readNumber(options, 'days', `certs ${kind}`, [1, 36_500]) }),
  };
}

/** Files stay in the folder of `--dir`. Throws `bad-option`. */
function readBaseName(options: Record<string, unknown>, command: string): string | undefined {
  const name = optionalText(options, 'file');
  if (name === undefined || /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) return name;
  throw makeError('bad-option', { option: '--file', reason: `${name} (A-Z a-z 0-9 . _ -)`, command });
}

function passwordOption(options: Record<string, unknown>): { pkcs12Password?: string } {
  const pkcs12Password = optionalText(options, 'p12Password');
  return pkcs12Password === undefined ? {} : { pkcs12Password };
}

function tellFiles(folder: string, files: readonly SetFile[], session: Session): number {
  for (const file of files) {
    const secret = { fr: '  (secret, 0600)', en: '  (secret, 0600)' }[session.language];
    session.print(`${join(folder, file.path)}${file.secret ? secret : ''}`);
  }
  return EXIT.passed;
}

/** `epreuve certs inspect <file>`. Expired or unusable: exit 1; warnings: exit 0. */
export const runCertsInspect: RunCommand = async ([path = ''], options, session) => {
  const { documents } = await readInputs([path], { stdin: session.io.stdin, maxBytes: LARGEST_FILE });
  const password = optionalText(options, 'passphrase') ?? session.io.environment.EPREUVE_PASSPHRASE;
  const use = optionalText(options, 'use');
  const inspection = await inspectCertificates(documents[0]?.bytes ?? new Uint8Array(), {
    name: path,
    ...(password !== undefined && { password }),
    ...((use === 'client' || use === 'server') && { use }),
  });
  for (const [index, certificate] of inspection.certificates.entries()) {
    session.print(describe(certificate, index === inspection.main, session));
  }
  const { key, warnings } = inspection;
  session.print(KEYS[key][session.language]);
  for (const warning of warnings) session.print(`! ${warning.text[session.language]}`);
  const blocking = inspection.certificates.some(({ warnings: own }) => own.some(({ code }) => BLOCKING.has(code)));
  return blocking || key === 'mismatched' ? EXIT.failed : EXIT.passed;
};

const BLOCKING: ReadonlySet<string> = new Set(['expired', 'not-yet-valid']);

const KEYS: Readonly<Record<'absent' | 'matching' | 'mismatched' | 'encrypted', Text>> = {
  absent: { fr: 'Clé privée : absente de ce fichier', en: 'Private key: not in this file' },
  matching: {
    fr: 'Clé privée : présente, elle va avec le certificat',
    en: 'Private key: present, it goes with the certificate',
  },
  mismatched: {
    fr: 'Clé privée : présente, mais pas celle du certificat',
    en: 'Private key: present, but not that of the certificate',
  },
  encrypted: { fr: 'Clé privée : chiffrée (donnez --passphrase)', en: 'Private key: encrypted (give --passphrase)' },
};

function describe(certificate: InspectedCertificate, isMain: boolean, session: Session): string {
  const fr = session.language === 'fr';
  const rows: [string, string][] = [
    [fr ? 'Sujet' : 'Subject', certificate.subject],
    [fr ? 'Émetteur' : 'Issuer', certificate.issuer],
    [fr ? 'Numéro' : 'Serial', certificate.serialNumber],
    [
      fr ? 'Validité' : 'Validity',
      `${certificate.validFrom} → ${certificate.validTo} (${certificate.daysLeft} ${fr ? 'jours restants' : 'days left'})`,
    ],
    ['SAN', certificate.altNames.join(', ') || '—'],
    ['Key usage', certificate.keyUsage.join(', ') || '—'],
    ['EKU', certificate.extendedKeyUsage?.join(', ') ?? '—'],
    ['CRL', certificate.crlUrls.join(', ') || '—'],
    [fr ? 'Clé' : 'Key', [certificate.keyKind, certificate.curve ?? certificate.keySize].filter(Boolean).join(' ')],
    ['SHA-256', certificate.fingerprint256],
  ];
  const title = isMain ? (fr ? '● Certificat principal' : '● Main certificate') : fr ? '○ Certificat' : '○ Certificate';
  const lines = rows.map(([name, value]) => `  ${name.padEnd(10)} ${value}`);
  return [title, ...lines, ...certificate.warnings.map(({ text }) => `  ! ${text[session.language]}`), ''].join('\n');
}

/** `epreuve certs import <file.p12>`: PKCS#12, old or new, to PEM files. */
export const runCertsImport: RunCommand = async ([path = ''], options, session) => {
  const { documents } = await readInputs([path], { stdin: session.io.stdin, maxBytes: LARGEST_FILE });
  const password = optionalText(options, 'passphrase') ?? session.io.environment.EPREUVE_PASSPHRASE;
  const imported = await importPkcs12(documents[0]?.bytes ?? new Uint8Array(), password, { name: path });
  const base = readBaseName(options, 'certs import') ?? 'imported';
  const files: SetFile[] = [
    ...(imported.certificate ? [{ path: `${base}.pem`, contents: imported.certificate, secret: false }] : []),
    ...(imported.key ? [{ path: `${base}-key.pem`, contents: imported.key, secret: true }] : []),
    ...(imported.authorities.length > 0
      ? [{ path: `${base}-ca.pem`, contents: imported.authorities.join(''), secret: false }]
      : []),
  ];
  const folder = folderOf(options);
  await writeCertificateSet(folder, files, { overwrite: options.force === true });
  if (imported.legacy) {
    session.say({
      fr: 'Ce fichier utilisait une protection ancienne (RC2 ou 3DES), que Node et OpenSSL 3 refusent.',
      en: 'This file used an old protection (RC2 or 3DES), which Node and OpenSSL 3 refuse.',
    });
  }
  return tellFiles(folder, files, session);
};
