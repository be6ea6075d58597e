import type { X509Certificate } from 'node:crypto';
import type { HandshakeFacts } from '../../core/index.js';

/** `CN=…, OU=…, O=…, C=FR`: from the most particular to the most general. */
export function toReadableName(multilineName: string): string {
  return multilineName
    .split('\n')
    .filter((part) => part !== '')
    .reverse()
    .join(', ');
}

export function toIsoDate(openSslDate: string): string {
  return new Date(openSslDate).toISOString();
}

/** What evidence keeps of the peer's certificate. */
export function peerCertificateFacts(certificate: X509Certificate): Partial<HandshakeFacts> {
  return {
    peerSubject: toReadableName(certificate.subject),
    peerIssuer: toReadableName(certificate.issuer),
    peerSerial: certificate.serialNumber,
    peerFingerprint256: certificate.fingerprint256,
    peerValidFrom: toIsoDate(certificate.validFrom),
    peerValidTo: toIsoDate(certificate.validTo),
    ...(certificate.subjectAltName === undefined ? {} : { peerAltNames: certificate.subjectAltName }),
  };
}
