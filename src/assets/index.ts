export { loadFonts } from './fonts.js';
export { renderReport } from './render-report.js';
