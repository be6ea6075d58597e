export * from './base.js';
export * from './definitions.js';
export * from './expand-value-set.js';
export * from './profile-set.js';
export * from './sheet-rows.js';
export { type ElementNode, treeOf } from './snapshot/element-tree.js';
export { generateSnapshot } from './snapshot/generate-snapshot.js';
export * from './types.js';
