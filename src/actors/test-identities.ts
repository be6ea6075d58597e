import {
  type Authority,
  type CertificateOptions,
  type IssuedCertificate,
  issueAuthority,
  issueCertificate,
  issueRevocationList,
} from '../pki/index.js';
import type { TlsSettings } from '../transports/index.js';

/** The sides of a demonstration, each with a certificate of the same test authority. */
export interface TestIdentities {
  readonly gam: TlsSettings;
  readonly dmn: TlsSettings;
  /** The DMN when it is the one who calls. */
  readonly dmnClient: TlsSettings;
  readonly mes: TlsSettings;
}

/** A throw-away certificate has no reason to outlive the two years ITI-19 recommends. */
const VALIDITY_DAYS = 365;

/** SIRET of nobody, used on test certificates only. */
const TEST_STRUCTURE = { siret: '00000000000000' } as const;

/** Certificates of a caller that a good server must refuse. */
export const FAULTY_CALLERS = ['expired', 'not-yet-valid', 'revoked', 'wrong-usage', 'unknown-authority'] as const;
export type FaultyCaller = (typeof FAULTY_CALLERS)[number];

/**
 * Issues a throw-away test PKI: organisation certificates for those who call, server certificates for those who are called,
 * shaped like IGC-Santé software certificates. Nothing is written to disk.
 */
export async function makeTestIdentities(now: Date): Promise<TestIdentities> {
  return makeIdentities(await issueAuthority({ now }), now);
}

/** Test identities, and faulty callers of the same authority, which the DMN is told to refuse (revocation list included). */
export async function makeFaultyIdentities(
  now: Date,
): Promise<{ good: TestIdentities; faulty: ReadonlyMap<FaultyCaller, TlsSettings> }> {
  const authority = await issueAuthority({ now });
  const good = await makeIdentities(authority, now);
  const caller = (options: Partial<CertificateOptions>) =>
    issueCertificate(authority, { kind: 'organisation', commonName: 'GAM simulee', ...common(now), ...options });
  const revoked = await caller({});
  const faulty = new Map<FaultyCaller, TlsSettings>([
    ['expired', toSettings(await caller({ period: 'expired' }))],
    ['not-yet-valid', toSettings(await caller({ period: 'not-yet-valid' }))],
    ['revoked', toSettings(revoked)],
    ['wrong-usage', toSettings(await caller({ ...SERVER }))],
    ['unknown-authority', await makeStranger(now, good.gam.authorities)],
  ]);
  const lists = [
    await issueRevocationList(authority, [revoked], { now }),
    await issueRevocationList(authority.root, [], { now }),
  ];
  return { good: { ...good, dmn: { ...good.dmn, revocationLists: lists } }, faulty };
}

/** A caller of an authority nobody trusts; it trusts `authorities` itself. */
export async function makeStranger(now: Date, authorities: readonly string[]): Promise<TlsSettings> {
  const stranger = await issueAuthority({ now, name: 'INCONNUE' });
  const issued = await issueCertificate(stranger, { kind: 'organisation', commonName: 'GAM inconnue', ...common(now) });
  return { ...toSettings(issued), authorities };
}

async function makeIdentities(authority: Authority, now: Date): Promise<TestIdentities> {
  const shared = common(now);
  const caller = (commonName: string) => issueCertificate(authority, { kind: 'organisation', commonName, ...shared });
  const server = () => issueCertificate(authority, { ...SERVER, ...shared });
  return {
    gam: toSettings(await caller('GAM simulee')),
    dmn: toSettings(await server()),
    dmnClient: toSettings(await caller('DMN simule')),
    mes: toSettings(await server()),
  };
}

function common(now: Date) {
  return { organisation: 'ETABLISSEMENT DE TEST EPREUVE', structure: TEST_STRUCTURE, validityDays: VALIDITY_DAYS, now };
}

function toSettings({ chain, key, authorities }: IssuedCertificate): TlsSettings {
  return { certificate: chain, key, authorities };
}

const SERVER = { kind: 'server', commonName: 'localhost', altNames: ['127.0.0.1', '::1'] } as const;
