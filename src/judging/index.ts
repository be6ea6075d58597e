export * from './judge.js';
export { findSubjects, type Subject, type SubjectOptions } from './subjects.js';
