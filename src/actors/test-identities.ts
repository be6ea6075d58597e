import { issueAuthority, issueCertificate } from '../pki/index.js';
import type { TlsSettings } from '../transports/index.js';

/** Both sides of a demonstration, each with a certificate of the same test authority. */
export interface TestIdentities {
  readonly gam: TlsSettings;
  readonly dmn: TlsSettings;
}

/** A throw-away certificate has no reason to outlive the two years ITI-19 recommends. */
const VALIDITY_DAYS = 365;

/** SIRET of nobody, used on test certificates only. */
const TEST_STRUCTURE = { siret: '00000000000000' } as const;

/**
 * Issues a throw-away test PKI: an organisation certificate for the sender, a server certificate for the DMN, shaped
 * like IGC-Santé software certificates. Nothing is written to disk.
 */
export async function makeTestIdentities(now: Date): Promise<TestIdentities> {
  const authority = await issueAuthority({ now });
  const structure = { organisation: 'ETABLISSEMENT DE TEST EPREUVE', structure: TEST_STRUCTURE };
  const gam = await issueCertificate(authority, {
    kind: 'organisation',
    commonName: 'GAM simulee',
    ...structure,
    validityDays: VALIDITY_DAYS,
    now,
  });
  const dmn = await issueCertificate(authority, {
    kind: 'server',
    commonName: 'localhost',
    altNames: ['127.0.0.1', '::1'],
    ...structure,
    validityDays: VALIDITY_DAYS,
    now,
  });
  const settings = (issued: typeof gam): TlsSettings => ({
    certificate: issued.chain,
    key: issued.key,
    authorities: issued.authorities,
  });
  return { gam: settings(gam), dmn: settings(dmn) };
}
