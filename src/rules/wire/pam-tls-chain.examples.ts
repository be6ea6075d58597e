import type { HandshakeFacts } from '../../core/index.js';
import type { Examples } from '../examples.js';

const facts: HandshakeFacts = { security: 'mutual-tls', role: 'server', peerSubject: 'CN=GAM test' };
const path = 'handshake';

export const examples: Examples = {
  passed: [{ title: 'verified', handshake: { ...facts, protocol: 'TLSv1.3', authorized: 'true' } }],
  failed: [
    {
      title: 'another authority',
      handshake: { ...facts, failure: 'unknown-authority' },
      findings: [{ messageId: 'unknownAuthority', path, severity: 'error' }],
    },
    {
      title: 'self-signed',
      handshake: { ...facts, failure: 'self-signed' },
      findings: [{ messageId: 'selfSigned', path }],
    },
    {
      title: 'expired',
      handshake: { ...facts, failure: 'expired', peerValidTo: '2025-12-31T00:00:00.000Z' },
      findings: [{ messageId: 'expired', path }],
    },
    {
      title: 'not valid yet',
      handshake: { ...facts, failure: 'not-yet-valid', peerValidFrom: '2027-01-01T00:00:00.000Z' },
      findings: [{ messageId: 'notYetValid', path }],
    },
    { title: 'revoked', handshake: { ...facts, failure: 'revoked' }, findings: [{ messageId: 'revoked', path }] },
    {
      title: 'a server certificate used by a client',
      handshake: { ...facts, failure: 'wrong-usage' },
      findings: [{ messageId: 'wrongUsage', path }],
    },
    {
      title: 'another host name: only an option of ITI-19',
      handshake: { ...facts, failure: 'wrong-name' },
      findings: [{ messageId: 'wrongName', path, severity: 'warning' }],
    },
    {
      title: 'not verified, reason unknown',
      handshake: { ...facts, authorized: 'false', cause: 'CERT_REJECTED' },
      findings: [{ messageId: 'notVerified', path }],
    },
  ],
  inapplicable: [
    { title: 'plaintext', handshake: { security: 'plaintext', role: 'client' } },
    { title: 'no certificate came', handshake: { security: 'mutual-tls', role: 'server', failure: 'no-certificate' } },
  ],
};
