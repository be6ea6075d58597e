export { DocumentIndex } from './context-search.js';
export { loadDomLibrary } from './dom-library.js';
export * from './expand-schematron.js';
export { KitTables } from './kit-tables.js';
export * from './run-schematron.js';
export type * from './schematron.js';
export { fromParts, toParts } from './schematron-parts.js';
export { type KitSource, kitError } from './source-tree.js';
