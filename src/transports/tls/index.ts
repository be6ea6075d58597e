export { type HandshakeProgress, toHandshakeFailure } from './failure.js';
export { describeHandshakeFailure, describePeerAlert, type HandshakeFailureText } from './failure-texts.js';
export { CIPHER_SUITES, clientTlsOptions, serverTlsOptions } from './tls-options.js';
export { type PeerPolicy, verifyPeer } from './verify-peer.js';
