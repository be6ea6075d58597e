export * from './detect-format.js';
