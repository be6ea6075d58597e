import { createHash } from 'node:crypto';
import {
  type EvidenceSummary,
  type Finding,
  type HandshakeFacts,
  type JudgedItem,
  OUTCOMES,
  type OutcomeCounts,
  type PackReference,
  SEVERITIES,
} from '../../src/core/index.js';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export const PAM: PackReference = {
  id: 'ihe-pam-fr',
  version: '2.11.2',
  title: { fr: 'IHE PAM, extension française', en: 'IHE PAM, French extension' },
  trust: 'national',
  digest: digest('ihe-pam-fr'),
};

/** HandshakeFacts as evidence carries them: a plain record. */
const asFacts = (facts: HandshakeFacts): Record<string, string> => ({ ...facts });

const accepted = asFacts({
  security: 'mutual-tls',
  role: 'client',
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  cipherStandardName: 'TLS_AES_256_GCM_SHA384',
  localSubject: 'CN=gam.test, O=Etablissement de test, C=FR',
  peerSubject: 'CN=dmn.test, O=Editeur de test, C=FR',
  peerIssuer: 'CN=Autorite de test Epreuve, C=FR',
  peerSerial: '4F0A11',
  peerFingerprint256: (digest('peer').toUpperCase().match(/../g) ?? []).join(':'),
  peerValidFrom: '2026-01-01T00:00:00.000Z',
  peerValidTo: '2027-01-01T00:00:00.000Z',
  peerAltNames: 'DNS:dmn.test, IP:127.0.0.1',
  authorized: 'true',
});

const refused = asFacts({
  security: 'tls',
  role: 'server',
  protocol: 'TLSv1.2',
  cipher: 'ECDHE-RSA-AES256-GCM-SHA384',
  localSubject: 'CN=gam.test, O=Etablissement de test, C=FR',
  authorized: 'false',
  failure: 'no-certificate',
  cause: 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE',
});

function evidence(id: string, kind: string, name: string, rest: Partial<EvidenceSummary> = {}): EvidenceSummary {
  return { id, kind, name, mediaType: 'application/json', sha256: digest(id), size: 512, ...rest };
}

const HL7 = 'x-application/hl7-v2+er7';

export const goldenEvidence: readonly EvidenceSummary[] = [
  evidence('ev-1', 'handshake', 'handshake-1.json', { at: '2026-01-05T10:15:00.100Z', facts: accepted }),
  evidence('ev-2', 'exchange', 'a28.hl7', {
    mediaType: HL7,
    size: 3000,
    at: '2026-01-05T10:15:01.000Z',
    direction: 'sent',
  }),
  evidence('ev-3', 'exchange', 'a28-ack.hl7', {
    mediaType: HL7,
    at: '2026-01-05T10:15:01.200Z',
    direction: 'received',
  }),
  evidence('ev-4', 'exchange', 'a31-wrong.hl7', { mediaType: HL7, at: '2026-01-05T10:15:03.000Z', direction: 'sent' }),
  evidence('ev-5', 'handshake', 'handshake-2.json', { at: '2026-01-05T10:15:05.000Z', facts: refused }),
  evidence('ev-6', 'document', 'measure.json'),
];

export function goldenCounts(items: readonly JudgedItem[], findings: readonly Finding[]): OutcomeCounts {
  const tally = <Key extends string>(keys: readonly Key[], seen: readonly (Key | undefined)[]): Record<Key, number> => {
    const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
    for (const key of seen) if (key !== undefined) counts[key] += 1;
    return counts;
  };
  const rules = items.flatMap((item) => item.rules.map((rule) => rule.outcome));
  return {
    items: tally(
      OUTCOMES,
      items.map((item) => item.outcome),
    ),
    rules: tally(OUTCOMES, rules),
    findings: tally(
      SEVERITIES,
      findings.map((finding) => finding.severity),
    ),
  };
}
