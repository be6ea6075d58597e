export * from './charset.js';
export * from './delimiters.js';
export * from './elements.js';
export * from './escape.js';
export * from './message.js';
export * from './path.js';
export * from './edit.js';
