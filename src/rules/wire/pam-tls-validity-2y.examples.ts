import type { HandshakeFacts } from '../../core/index.js';
import type { Examples } from '../examples.js';

const facts: HandshakeFacts = {
  security: 'mutual-tls',
  role: 'client',
  authorized: 'true',
  peerValidFrom: '2026-01-05T00:00:00.000Z',
};

export const examples: Examples = {
  passed: [
    { title: 'two years', handshake: { ...facts, peerValidTo: '2028-01-05T23:59:59.000Z' } },
    { title: 'one year', handshake: { ...facts, peerValidTo: '2027-01-05T00:00:00.000Z' } },
  ],
  failed: [
    {
      title: 'three years, as IGC-Santé issues them',
      handshake: { ...facts, peerValidTo: '2029-01-05T00:00:00.000Z' },
      findings: [{ messageId: 'long', path: 'handshake', severity: 'information' }],
    },
  ],
  inapplicable: [
    { title: 'plaintext', handshake: { security: 'plaintext', role: 'client' } },
    { title: 'no certificate came', handshake: { security: 'mutual-tls', role: 'server', failure: 'no-certificate' } },
  ],
};
