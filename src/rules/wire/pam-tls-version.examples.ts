import type { Examples } from '../examples.js';

export const examples: Examples = {
  passed: [
    { title: 'TLS 1.3', handshake: { security: 'mutual-tls', role: 'client', protocol: 'TLSv1.3' } },
    { title: 'TLS 1.2', handshake: { security: 'mutual-tls', role: 'server', protocol: 'TLSv1.2' } },
  ],
  failed: [
    {
      title: 'TLS 1.1',
      handshake: { security: 'mutual-tls', role: 'client', protocol: 'TLSv1.1' },
      findings: [{ messageId: 'tooOld', path: 'handshake' }],
    },
    {
      title: 'only old versions offered',
      handshake: { security: 'mutual-tls', role: 'server', failure: 'protocol-too-old' },
      findings: [{ messageId: 'refused', path: 'handshake' }],
    },
  ],
  inapplicable: [
    { title: 'plaintext, chosen by the user', handshake: { security: 'plaintext', role: 'client' } },
    { title: 'nobody answered', handshake: { security: 'mutual-tls', role: 'client', failure: 'timeout' } },
  ],
};
