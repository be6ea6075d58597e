export { type HandshakeProgress, toHandshakeFailure } from './failure.js';
export { CIPHER_SUITES, clientTlsOptions, serverTlsOptions } from './tls-options.js';
export { type PeerPolicy, verifyPeer } from './verify-peer.js';
