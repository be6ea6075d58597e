export * from './digest.js';
export * from './events.js';
export * from './recorder.js';
export * from './run-folder.js';
