import { readFile } from 'node:fs/promises';
import { type Endpoint, loadIdentity, makeError, type Security } from '../index.js';
import type { Session } from './io.js';
import { dashed, optionalText, texts } from './options.js';

/** TLS material of the user, or in clear when asked for in as many words. Undefined: the caller makes a test PKI. */
export async function readSecurity(
  options: Record<string, unknown>,
  session: Session,
  command: string,
): Promise<Security | undefined> {
  const cert = optionalText(options, 'cert');
  const key = optionalText(options, 'key');
  const p12 = optionalText(options, 'p12');
  checkIdentityOptions(options, command);
  if (options.plaintext === true) {
    session.say({
      fr: 'Attention : connexion en clair, sans TLS ni authentification. Les preuves le disent.',
      en: 'Warning: connection in clear, without TLS nor authentication. The evidence says so.',
    });
    return { kind: 'plaintext' };
  }
  if (cert === undefined && p12 === undefined) return undefined;
  const ca = texts(options, 'ca');
  const passphrase = optionalText(options, 'passphrase') ?? session.io.environment.EPREUVE_PASSPHRASE;
  const identity = await loadIdentity({
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(p12 !== undefined && { p12 }),
    ...(ca.length > 0 && { ca }),
    ...(passphrase !== undefined && { passphrase }),
  });
  const revocationLists = await Promise.all(texts(options, 'crl').map(readRevocationList));
  return { kind: 'mutual-tls', tls: { ...identity, ...(revocationLists.length > 0 && { revocationLists }) } };
}

/** What would be left unused is refused: a person who gives an authority believes it is checked. */
function checkIdentityOptions(options: Record<string, unknown>, command: string): void {
  const isGiven = (name: string) => options[name] !== undefined;
  const used = ['cert', 'key', 'p12', 'ca', 'crl', 'serverName'].filter(isGiven);
  const [first] = used;
  if (options.plaintext === true && first !== undefined) {
    throw makeError('option-excludes', { option: '--plaintext', other: `--${dashed(first)}`, command });
  }
  if (first !== undefined && !isGiven('cert') && !isGiven('p12')) {
    const other = first === 'key' ? '--cert' : '--cert / --p12';
    throw makeError('option-needs', { option: `--${dashed(first)}`, other, command });
  }
}

async function readRevocationList(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw makeError('file-not-found', { file }, { cause });
  }
}

/** Client side: adds the name wanted in the server's certificate. */
export function withPeerName(security: Security, options: Record<string, unknown>): Security {
  const name = optionalText(options, 'serverName');
  if (name === undefined || security.kind === 'plaintext') return security;
  return { kind: 'mutual-tls', tls: { ...security.tls, peerName: name === 'any' ? false : name } };
}

export function toEndpoint(address: { host: string; port: number }, security: Security): Endpoint {
  return { ...address, security };
}
