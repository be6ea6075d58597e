export * from './judge.js';
export type { PairOptions } from './pairs.js';
export { gatherSchemaIssues } from './schema-issues.js';
export { findSubjects, type Subject, type SubjectOptions } from './subjects.js';
