import type { Examples } from '../../examples.js';
import { patient, weight } from './example-resources.js';

const PATIENT = 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10';
const bundle = (reference: string) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { fullUrl: PATIENT, resource: patient() },
    { fullUrl: 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e11', resource: weight({ subject: { reference } }) },
  ],
});

export const examples: Examples = {
  passed: [
    { title: 'by identifier alone', fhir: { resource: weight() } },
    { title: 'to a patient on a server', fhir: { resource: weight({ subject: { reference: 'Patient/42' } }) } },
    { title: 'to an entry of the Bundle', fhir: { resource: bundle(PATIENT), entry: 1 } },
  ],
  failed: [
    {
      title: 'a device as the subject of a weight cannot be a practitioner',
      fhir: { resource: weight({ subject: { reference: 'https://fhir.example/Practitioner/1' } }) },
      findings: [{ messageId: 'wrongType', path: 'Observation.subject.reference' }],
    },
    {
      title: 'to nothing contained',
      fhir: { resource: weight({ subject: { reference: '#p' } }) },
      findings: [{ messageId: 'notContained', path: 'Observation.subject.reference' }],
    },
    {
      title: 'to no entry of the Bundle',
      fhir: { resource: bundle('urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e99'), entry: 1 },
      findings: [{ messageId: 'notInBundle', path: 'Bundle.entry[1].resource.subject.reference', severity: 'warning' }],
    },
    {
      title: 'two types in one reference',
      fhir: { resource: weight({ subject: { reference: 'Patient/1', type: 'Group' } }) },
      findings: [{ messageId: 'typeDiffers', path: 'Observation.subject.type' }],
    },
  ],
};
