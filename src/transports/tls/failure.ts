import type { HandshakeFailure } from '../../core/index.js';

/** How far the handshake went, in bytes on the wire. */
export interface HandshakeProgress {
  readonly role: 'client' | 'server';
  readonly received: number;
  readonly sent: number;
}

/** Verdicts on a certificate, and errors of the handshake itself, by the code Node or OpenSSL gives. */
const FAILURES: ReadonlyMap<string, HandshakeFailure> = new Map(
  Object.entries<HandshakeFailure>({
    ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE: 'no-certificate',
    UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
    UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'unknown-authority',
    SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
    CERT_SIGNATURE_FAILURE: 'unknown-authority',
    CERT_CHAIN_TOO_LONG: 'unknown-authority',
    CERT_UNTRUSTED: 'unknown-authority',
    CERT_REJECTED: 'unknown-authority',
    INVALID_CA: 'unknown-authority',
    PATH_LENGTH_EXCEEDED: 'unknown-authority',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
    CERT_HAS_EXPIRED: 'expired',
    CERT_NOT_YET_VALID: 'not-yet-valid',
    ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
    HOSTNAME_MISMATCH: 'wrong-name',
    INVALID_PURPOSE: 'wrong-usage',
    CERT_REVOKED: 'revoked',
    UNABLE_TO_GET_CRL: 'revocation-unknown',
    UNABLE_TO_DECRYPT_CRL_SIGNATURE: 'revocation-unknown',
    CRL_SIGNATURE_FAILURE: 'revocation-unknown',
    CRL_NOT_YET_VALID: 'revocation-unknown',
    CRL_HAS_EXPIRED: 'revocation-unknown',
    ERROR_IN_CRL_LAST_UPDATE_FIELD: 'revocation-unknown',
    ERROR_IN_CRL_NEXT_UPDATE_FIELD: 'revocation-unknown',
    ERR_SSL_UNSUPPORTED_PROTOCOL: 'protocol-too-old',
    ERR_SSL_WRONG_SSL_VERSION: 'protocol-too-old',
    ERR_SSL_VERSION_TOO_LOW: 'protocol-too-old',
    ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'protocol-too-old',
    ERR_SSL_NO_SHARED_CIPHER: 'no-common-cipher',
    ERR_SSL_NO_CIPHERS_AVAILABLE: 'no-common-cipher',
    ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM: 'no-common-cipher',
    ERR_SSL_WRONG_CIPHER_RETURNED: 'no-common-cipher',
    ERR_SSL_HTTP_REQUEST: 'not-tls',
    ERR_SSL_HTTPS_PROXY_REQUEST: 'not-tls',
    ERR_TLS_HANDSHAKE_TIMEOUT: 'timeout',
    ETIMEDOUT: 'timeout',
  }),
);

/** An alert record is 7 bytes: a server that sends no more refused before it showed anything of itself. */
const ONE_ALERT = 7;

/** Our code for the code of Node or OpenSSL; `other` for one we do not know. */
export function toHandshakeFailure(code: string | undefined, progress: HandshakeProgress): HandshakeFailure {
  if (code === undefined) return 'other';
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER') return isFirstAnswer(progress) ? 'not-tls' : 'other';
  // `ERR_SSL_SSLV3_ALERT_…`, and from OpenSSL 3.5 on (Node 24) `ERR_SSL_SSL/TLS_ALERT_…`.
  if (code.startsWith('ERR_SSL_') && code.endsWith('_ALERT_HANDSHAKE_FAILURE')) {
    return progress.received <= ONE_ALERT ? 'no-common-cipher' : 'refused-by-peer';
  }
  if (isReset(code)) return hasShownCertificate(progress) ? 'refused-by-peer' : 'closed';
  return FAILURES.get(code) ?? (isAlert(code) ? 'refused-by-peer' : 'other');
}

/** The peer told us with an alert that it does not want us. */
export function isAlert(code: string | undefined): boolean {
  return code?.startsWith('ERR_SSL_') === true && code.includes('_ALERT_');
}

/** The connection ended without a word of TLS. */
export function isReset(code: string | undefined): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED';
}

/** What is unreadable is the first thing the peer sent; later it is a broken record, or one of an alert in another version. */
function isFirstAnswer({ role, sent }: HandshakeProgress): boolean {
  return role === 'client' || sent === 0;
}

/** A server shows its certificate in its first flight; a client is asked for its own in the server's. */
function hasShownCertificate({ role, received, sent }: HandshakeProgress): boolean {
  return role === 'server' ? sent > 0 : received > 0;
}
