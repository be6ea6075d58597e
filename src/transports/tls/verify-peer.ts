import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { HandshakeFacts, HandshakeFailure } from '../../core/index.js';
import type { TlsSettings } from '../types.js';
import { peerCertificateFacts } from './certificate-facts.js';
import { toHandshakeFailure } from './failure.js';

export interface PeerPolicy {
  readonly role: 'client' | 'server';
  readonly settings: TlsSettings;
  readonly localSubject: string;
  /** DNS name or IP address the peer's certificate must carry; absent: any. */
  readonly expectedName?: string;
}

interface Objection {
  readonly failure: HandshakeFailure;
  readonly cause: string;
}

/**
 * Judges the peer of a finished handshake: `failure` is in the facts when it must be refused.
 * Trust is a chain to an authority of ours, or a pinned fingerprint (ITI-19: certificate validation and direct comparison).
 * A pinned certificate is trusted for what it is: only its dates and its revocation are then looked at.
 */
export function verifyPeer(socket: TLSSocket, policy: PeerPolicy): HandshakeFacts {
  const certificate = socket.getPeerX509Certificate();
  const objection = certificate === undefined ? NO_CERTIFICATE : findObjection(socket, certificate, policy);
  const cipher = socket.getCipher();
  return {
    security: 'mutual-tls',
    role: policy.role,
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: cipher.name,
    cipherStandardName: cipher.standardName,
    localSubject: policy.localSubject,
    ...(certificate === undefined ? {} : peerCertificateFacts(certificate)),
    authorized: objection === undefined ? 'true' : 'false',
    ...objection,
  };
}

const NO_CERTIFICATE: Objection = { failure: 'no-certificate', cause: 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE' };

function findObjection(socket: TLSSocket, certificate: X509Certificate, policy: PeerPolicy): Objection | undefined {
  const chain = chainObjection(socket, policy.role);
  if (isPinned(certificate, policy.settings)) {
    return chain?.failure === 'revoked' ? chain : dateObjection(certificate);
  }
  return (
    dateObjection(certificate) ??
    chain ??
    usageObjection(certificate, policy.role) ??
    nameObjection(certificate, policy.expectedName)
  );
}

function isPinned(certificate: X509Certificate, { pinned = [] }: TlsSettings): boolean {
  return pinned.some((fingerprint) => fingerprint.toUpperCase() === certificate.fingerprint256);
}

/** What OpenSSL thinks of the chain, dates, usage and revocation. */
function chainObjection(socket: TLSSocket, role: 'client' | 'server'): Objection | undefined {
  if (socket.authorized) return undefined;
  // Typed as Error, but Node puts the code itself there.
  const cause = String(socket.authorizationError ?? 'UNKNOWN');
  return { failure: toHandshakeFailure(cause, { role, received: 0, sent: 0 }), cause };
}

/** Said before the chain, because OpenSSL reports only the last thing it dislikes. */
function dateObjection({ validFrom, validTo }: X509Certificate): Objection | undefined {
  const now = Date.now();
  if (new Date(validTo).getTime() < now) return { failure: 'expired', cause: 'CERT_HAS_EXPIRED' };
  if (new Date(validFrom).getTime() > now) return { failure: 'not-yet-valid', cause: 'CERT_NOT_YET_VALID' };
  return undefined;
}

const USAGE_OF_PEER = { client: '1.3.6.1.5.5.7.3.1', server: '1.3.6.1.5.5.7.3.2' } as const;
const ANY_USAGE = '2.5.29.37.0';

/** A certificate that names its usages must name the one of its role; one that names none may serve for all (RFC 5280 §4.2.1.12). */
function usageObjection(certificate: X509Certificate, ourRole: 'client' | 'server'): Objection | undefined {
  const usages: readonly string[] | undefined = certificate.keyUsage;
  const fits = usages === undefined || usages.includes(USAGE_OF_PEER[ourRole]) || usages.includes(ANY_USAGE);
  return fits ? undefined : { failure: 'wrong-usage', cause: 'INVALID_PURPOSE' };
}

/** Only subjectAltName counts (RFC 6125): a common name is for people. */
function nameObjection(certificate: X509Certificate, expectedName: string | undefined): Objection | undefined {
  if (expectedName === undefined) return undefined;
  const carried =
    isIP(expectedName) === 0
      ? certificate.checkHost(expectedName, { subject: 'never' })
      : certificate.checkIP(expectedName);
  return carried === undefined ? { failure: 'wrong-name', cause: 'ERR_TLS_CERT_ALTNAME_INVALID' } : undefined;
}
