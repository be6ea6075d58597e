import { issueAuthority, issueCertificate } from '../pki/index.js';
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

/**
 * Issues a throw-away test PKI: organisation certificates for those who call, server certificates for those who are called,
 * shaped like IGC-Santé software certificates. Nothing is written to disk.
 */
export async function makeTestIdentities(now: Date): Promise<TestIdentities> {
  const authority = await issueAuthority({ now });
  const shared = {
    organisation: 'ETABLISSEMENT DE TEST EPREUVE',
    structure: TEST_STRUCTURE,
    validityDays: VALIDITY_DAYS,
    now,
  };
  const caller = (commonName: string) => issueCertificate(authority, { kind: 'organisation', commonName, ...shared });
  const server = () => issueCertificate(authority, { ...SERVER, ...shared });
  const settings = (issued: Awaited<ReturnType<typeof server>>): TlsSettings => ({
    certificate: issued.chain,
    key: issued.key,
    authorities: issued.authorities,
  });
  return {
    gam: settings(await caller('GAM simulee')),
    dmn: settings(await server()),
    dmnClient: settings(await caller('DMN simule')),
    mes: settings(await server()),
  };
}

const SERVER = { kind: 'server', commonName: 'localhost', altNames: ['127.0.0.1', '::1'] } as const;
