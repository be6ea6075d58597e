export * from './choose-pack.js';
export * from './compiled-json.js';
export * from './digest.js';
export * from './fhir/index.js';
export * from './grammar.js';
export * from './list-packs.js';
export * from './load-pack.js';
export * from './types.js';
