/** The library's public entry. The command line and the console use it and `judge.ts`, the part of it that starts fast. */
export * from './actors/index.js';
export * from './capture/index.js';
export * from './dossier/index.js';
export { readOutsideReport } from './formats/outside/index.js';
export * from './judge.js';
export * from './pki/index.js';
export * from './redaction/index.js';
export * from './scenarios/index.js';
export { formatAddress } from './transports/index.js';
