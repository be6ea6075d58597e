import type { HandshakeFacts } from '../../core/index.js';
import type { Examples } from '../examples.js';

const tls12: HandshakeFacts = { security: 'mutual-tls', role: 'client', protocol: 'TLSv1.2' };

export const examples: Examples = {
  passed: [
    {
      title: 'a suite of ITI-19',
      handshake: { ...tls12, cipherStandardName: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384' },
    },
    {
      title: 'a suite of TLS 1.3',
      handshake: { ...tls12, protocol: 'TLSv1.3', cipherStandardName: 'TLS_AES_256_GCM_SHA384' },
    },
  ],
  failed: [
    {
      title: 'a CBC suite',
      handshake: { ...tls12, cipherStandardName: 'TLS_RSA_WITH_AES_128_CBC_SHA' },
      findings: [{ messageId: 'outside', path: 'handshake', severity: 'warning' }],
    },
    {
      title: 'elliptic curve certificate: as strong, not named',
      handshake: { ...tls12, cipherStandardName: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' },
      findings: [{ messageId: 'unlisted', path: 'handshake', severity: 'information' }],
    },
    {
      title: 'nothing in common',
      handshake: { security: 'mutual-tls', role: 'server', failure: 'no-common-cipher' },
      findings: [{ messageId: 'noCommon', path: 'handshake', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'plaintext', handshake: { security: 'plaintext', role: 'client' } }],
};
