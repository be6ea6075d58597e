export { readLocation } from './read-location.js';
export { type OutsideReportParts, readOutsideReport } from './read-outside-report.js';
