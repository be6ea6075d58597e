/** Reached by dynamic import only: it brings zod and yaml, which loading a compiled pack must not pay for. */
export * from './compile-pack.js';
export { packJsonSchemas } from './json-schemas.js';
export * from './mistakes.js';
export { duplicate, unknownName } from './problems.js';
export { readPackFile } from './read-folder.js';
export { FILE_SCHEMAS } from './schema.js';
export { readYaml, type Source } from './source.js';
