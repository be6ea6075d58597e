/**
 * Facts of a connection's handshake, as evidence records them (`EvidenceItem.facts`, so every value is a string;
 * lists are joined by `, `). Written by transports, read by the wire rules and shown in reports.
 */
export interface HandshakeFacts {
  readonly security: 'mutual-tls' | 'tls' | 'plaintext';
  /** Our side. */
  readonly role: 'client' | 'server';
  /** `TLSv1.3`, `TLSv1.2`. */
  readonly protocol?: string;
  /** OpenSSL name. */
  readonly cipher?: string;
  /** Standard (IANA) name. */
  readonly cipherStandardName?: string;
  readonly localSubject?: string;
  readonly peerSubject?: string;
  readonly peerIssuer?: string;
  readonly peerSerial?: string;
  readonly peerFingerprint256?: string;
  /** ISO 8601. */
  readonly peerValidFrom?: string;
  /** ISO 8601. */
  readonly peerValidTo?: string;
  readonly peerAltNames?: string;
  /** `true` when the peer presented a certificate and it was verified. */
  readonly authorized?: 'true' | 'false';
  /** Our code of the failure, see `HANDSHAKE_FAILURES`. */
  readonly failure?: HandshakeFailure;
  /** The code Node or OpenSSL gave, for specialists. */
  readonly cause?: string;
  /** A step opened the connection to see it refused: that step says what it is worth, no rule does. */
  readonly provoked?: 'refusal';
}

export const HANDSHAKE_FAILURES = [
  'no-certificate',
  'unknown-authority',
  'self-signed',
  'expired',
  'not-yet-valid',
  'wrong-name',
  'wrong-usage',
  'revoked',
  'revocation-unknown',
  'protocol-too-old',
  'no-common-cipher',
  'refused-by-peer',
  'not-tls',
  'timeout',
  'closed',
  'other',
] as const;
export type HandshakeFailure = (typeof HANDSHAKE_FAILURES)[number];
