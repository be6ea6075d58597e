export { carriedPdfs } from './carried-pdfs.js';
export * from './judge.js';
export type { PairOptions } from './pairs.js';
export { prepareKit } from './prepare-kit.js';
export { gatherSchemaIssues } from './schema-issues.js';
export { findSubjects, type Subject, type SubjectOptions } from './subjects.js';
export { type Suppressions, suppressionsOf } from './suppress.js';
