export * from './document.js';
export * from './element.js';
export { DEFAULT_FHIR_LIMITS, type FhirLimits } from './limits.js';
export * from './read-fhir.js';
export * from './read-json.js';
export * from './read-ndjson.js';
export * from './read-xml.js';
export * from './write-json.js';
export * from './write-xml.js';
