import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import {
  type Endpoint,
  type FaultyCaller,
  loadIdentity,
  makeStranger,
  type Security,
  type TlsSettings,
} from '../../actors/index.js';
import { type Clock, makeError, systemCode } from '../../core/index.js';
import { toMilliseconds } from '../pack/duration.js';
import { type Call, toCall } from './call.js';
import type { IdentityPaths, TargetFile } from './schema.js';
import type { MllpTarget, Target } from './target.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_ANSWER = '10s';

/**
 * Reads a target file and the certificates it names. Throws `file-not-found`, `file-unreadable`, `pack-invalid` with every
 * mistake and its line, `identity-needed` for a side without certificate nor `plaintext: true`, and what `loadIdentity` throws.
 */
export async function readTarget(file: string, environment: Environment, clock: Clock): Promise<Target> {
  const data = await readTargetFile(file);
  const reader = new TargetReader(dirname(resolve(file)), environment, clock);
  const { name, version, mllp, folder, listen = {}, pam = {}, web, hooks = {} } = data;
  return {
    name,
    ...(version !== undefined && { version }),
    ...(mllp && { mllp: await reader.mllp(mllp) }),
    ...(folder && {
      folder: {
        deliver: reader.path(folder.deliver),
        ...(folder.answers !== undefined && { answers: reader.path(folder.answers) }),
      },
    }),
    listen: {
      ...(listen.mllp && { mllp: await reader.listener(listen.mllp) }),
      ...(listen.mes && { mes: await reader.listener(listen.mes) }),
      ...(listen.folder !== undefined && { folder: reader.path(listen.folder) }),
    },
    pam: Object.fromEntries(Object.entries(pam).filter(([, value]) => value !== undefined)),
    ...(web && { web: withoutUndefined(web) }),
    ...(hooks.state && { state: toCall(hooks.state, reader.folder) }),
    hooks: callsOf(hooks.steps ?? {}, reader.folder),
    close: async () => undefined,
  };
}

/** Keys that zod left as undefined are none. */
function withoutUndefined({
  url,
  patient,
  waitFor,
  masks,
  personal,
  login,
}: NonNullable<TargetFile['web']>): NonNullable<Target['web']> {
  return {
    url,
    ...(patient !== undefined && { patient }),
    ...(waitFor !== undefined && { waitFor }),
    ...(masks && { masks }),
    ...(personal && { personal }),
    ...(login && { login }),
  };
}

function callsOf(calls: NonNullable<NonNullable<TargetFile['hooks']>['steps']>, folder: string): Record<string, Call> {
  return Object.fromEntries(Object.entries(calls).map(([id, call]) => [id, toCall(call, folder)]));
}

async function readTargetFile(file: string): Promise<TargetFile> {
  const { packInvalid, readYaml } = await import('../../packs/compile/index.js');
  const { targetFile } = await import('./schema.js');
  const content = await readFile(file, 'utf8').catch((cause) => {
    const reason = systemCode(cause);
    throw makeError(reason === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { file, reason }, { cause });
  });
  const mistakes: Parameters<typeof packInvalid>[0][number][] = [];
  const source = readYaml(basename(file), content, targetFile, mistakes);
  if (!source) throw packInvalid(mistakes);
  for (const [path, call] of callPaths(source.data)) {
    if ((call.command === undefined) !== (call.url === undefined)) continue;
    mistakes.push(
      source.mistake(path, {
        reason: { fr: 'il faut command ou url, un seul des deux', en: 'command or url is needed, one of the two' },
        remedy: { fr: 'Gardez-en un.', en: 'Keep one.' },
      }),
    );
  }
  if (mistakes.length > 0) throw packInvalid(mistakes);
  return source.data;
}

function callPaths({ hooks }: TargetFile): [PropertyKey[], { command?: unknown; url?: unknown }][] {
  const steps = Object.entries(hooks?.steps ?? {}).map(
    ([id, call]) => [['hooks', 'steps', id], call] as [string[], typeof call],
  );
  return hooks?.state ? [[['hooks', 'state'], hooks.state], ...steps] : steps;
}

class TargetReader {
  constructor(
    readonly folder: string,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  path(text: string): string {
    return resolve(this.folder, text);
  }

  async mllp(given: NonNullable<TargetFile['mllp']>): Promise<MllpTarget> {
    const { host, port, tls, serverName, plaintext, answerWithin = DEFAULT_ANSWER, faulty = {} } = given;
    const security = await this.#security(tls, plaintext);
    const peerName = serverName === undefined ? {} : { peerName: serverName === 'any' ? (false as const) : serverName };
    const named = security.kind === 'plaintext' ? security : { ...security, tls: { ...security.tls, ...peerName } };
    return {
      host,
      port,
      security: named,
      answerWithinMs: toMilliseconds(answerWithin),
      faulty: named.kind === 'plaintext' ? new Map() : await this.#faulty(faulty, named.tls, peerName),
    };
  }

  async listener(given: {
    host: string;
    port: number;
    tls?: IdentityPaths | undefined;
    plaintext?: true | undefined;
  }): Promise<Endpoint> {
    const { host, port, tls, plaintext } = given;
    return { host, port, security: await this.#security(tls, plaintext) };
  }

  async #faulty(
    faulty: Readonly<Record<string, IdentityPaths | undefined>>,
    own: TlsSettings,
    peerName: Partial<TlsSettings>,
  ): Promise<Map<FaultyCaller, TlsSettings>> {
    const found = new Map<FaultyCaller, TlsSettings>();
    for (const [name, paths] of Object.entries(faulty)) {
      if (!paths) continue;
      const identity = await loadIdentity(this.#files(paths));
      const authorities = identity.authorities.length > 0 ? identity.authorities : own.authorities;
      found.set(name as FaultyCaller, { ...identity, authorities, ...peerName });
    }
    const stranger = await makeStranger(this.clock.now(), own.authorities);
    return found.set('unknown-authority', { ...stranger, ...peerName });
  }

  async #security(tls: IdentityPaths | undefined, plaintext: true | undefined): Promise<Security> {
    if (plaintext) return { kind: 'plaintext' };
    if (!tls) throw makeError('identity-needed');
    return { kind: 'mutual-tls', tls: await loadIdentity(this.#files(tls)) };
  }

  #files({ cert, key, p12, ca, passphrase }: IdentityPaths) {
    const authorities = ca === undefined ? [] : typeof ca === 'string' ? [ca] : ca;
    const secret = passphrase?.replace(/\$\{([A-Z0-9_]+)\}/g, (_whole, name: string) => this.environment[name] ?? '');
    return {
      ...(cert !== undefined && { cert: this.path(cert) }),
      ...(key !== undefined && { key: this.path(key) }),
      ...(p12 !== undefined && { p12: this.path(p12) }),
      ...(authorities.length > 0 && { ca: authorities.map((file) => this.path(file)) }),
      ...(secret !== undefined && { passphrase: secret }),
    };
  }
}
