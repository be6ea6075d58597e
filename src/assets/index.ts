export { drawSvg } from './draw-svg.js';
export { loadFonts } from './fonts.js';
export { renderReport } from './render-report.js';
export { assetsOf } from './run-assets.js';
export { imagesOf } from './run-images.js';
