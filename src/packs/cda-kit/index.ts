export * from './kit-cache.js';
export * from './load-cda-kit.js';
