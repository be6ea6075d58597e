import type { Examples } from '../examples.js';

const peerSubject = 'CN=DMN test';

export const examples: Examples = {
  passed: [
    {
      title: 'both certificates verified',
      handshake: { security: 'mutual-tls', role: 'client', protocol: 'TLSv1.3', peerSubject, authorized: 'true' },
    },
    {
      title: 'a certificate came; whether it is trusted is another rule',
      handshake: { security: 'mutual-tls', role: 'server', peerSubject, failure: 'expired' },
    },
  ],
  failed: [
    {
      title: 'plaintext, chosen by the user: a warning',
      handshake: { security: 'plaintext', role: 'client' },
      findings: [{ messageId: 'clear', path: 'handshake', severity: 'warning' }],
    },
    {
      title: 'the client sent no certificate',
      handshake: { security: 'mutual-tls', role: 'server', failure: 'no-certificate' },
      findings: [{ messageId: 'noCertificate', path: 'handshake', severity: 'error' }],
    },
    {
      title: 'only the server authenticated',
      handshake: { security: 'tls', role: 'client', protocol: 'TLSv1.3', peerSubject },
      findings: [{ messageId: 'oneSided', path: 'handshake' }],
    },
    {
      title: 'a plaintext listener',
      handshake: { security: 'mutual-tls', role: 'client', failure: 'not-tls' },
      findings: [{ messageId: 'notTls', path: 'handshake' }],
    },
  ],
  inapplicable: [
    { title: 'nobody answered', handshake: { security: 'mutual-tls', role: 'client', failure: 'timeout' } },
  ],
};
