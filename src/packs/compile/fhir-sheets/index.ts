export * from './compile-sheets.js';
export { readSheets } from './read-sheets.js';
