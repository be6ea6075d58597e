export { type Capture, recordCapture } from './capture.js';
export type { PageFetcher, PageRequest, PageResponse } from './confine.js';
export { captureOfFile } from './dropped-file.js';
export { findBrowser } from './find-browser.js';
export { LOGIN_SCRIPT, type LoginScript, readLoginScript } from './login-script.js';
export { type CameraOptions, capturePage, type PageShot } from './page-camera.js';
export { captureTerminal, type TerminalOptions } from './terminal-picture.js';
