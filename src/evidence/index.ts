export * from './digest.js';
export * from './events.js';
export * from './file-index.js';
export * from './read-zip.js';
export * from './recorder.js';
export * from './run-folder.js';
export * from './stage-folder.js';
export { writeZip } from './zip-folder.js';
