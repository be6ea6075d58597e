// What the FHIR samples are made of, in one bundle.
export * from '../../src/actors/mes/generate/index.js';
export { readFhirJson, writeFhirXml } from '../../src/formats/fhir/index.js';
export { device, feed, patient } from '../../src/rules/fhir/mesures/example-resources.js';
