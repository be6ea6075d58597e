import type { Examples } from '../../examples.js';
import { weight } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'a weight', fhir: { resource: weight() } },
    { title: 'in XML', fhir: { resource: '<Patient xmlns="http://hl7.org/fhir"><id value="p"/></Patient>' } },
  ],
  failed: [
    {
      title: 'an accent in Windows-1252',
      fhir: { resource: Buffer.from('{"resourceType":"Patient","id":"\xe9"}', 'latin1') },
      findings: [{ messageId: 'encoding', path: '/' }],
    },
    {
      title: 'a comma too many',
      fhir: { resource: '{"resourceType":"Patient",\n"id":"p",}' },
      findings: [{ messageId: 'syntax', path: '/' }],
    },
    {
      title: 'a value that is not a number',
      fhir: { resource: '{"resourceType":"Observation","valueQuantity":{"value":NaN}}' },
      findings: [{ messageId: 'syntax', path: '/' }],
    },
    {
      title: 'an element that is not closed',
      fhir: { resource: '<Patient xmlns="http://hl7.org/fhir"><id value="p"/>' },
      findings: [{ messageId: 'syntax', path: '/' }],
    },
  ],
};
