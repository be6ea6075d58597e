/** Reached by dynamic import only, with the compiler of packs: it brings zod and yaml. */
export * from './build-schema.js';
export * from './check-xpath.js';
export * from './compile-content.js';
export * from './compile-schema.js';
export * from './parse-content.js';
export * from './schema-files.js';
export * from './schema-model.js';
export * from './write-xsd.js';
