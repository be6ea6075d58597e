import type { Examples } from '../../examples.js';
import { component, HL7, patient, profiled, weight } from './example-resources.js';

const reason = { text: 'refus' };

export const examples: Examples = {
  passed: [
    { title: 'a value', fhir: { resource: profiled(`${HL7}vitalsigns`) } },
    { title: 'a reason instead', fhir: { resource: weight({ valueQuantity: undefined, dataAbsentReason: reason }) } },
    {
      title: 'a contained patient that is referred to',
      fhir: { resource: weight({ contained: [{ ...patient(), id: 'p' }], subject: { reference: '#p' } }) },
    },
  ],
  failed: [
    {
      title: 'a value and a reason for its absence (obs-6)',
      fhir: { resource: weight({ dataAbsentReason: reason }) },
      findings: [{ messageId: 'broken', path: 'Observation' }],
    },
    {
      title: 'neither (vs-2), and a month instead of a day (vs-1)',
      fhir: { resource: profiled(`${HL7}vitalsigns`, { valueQuantity: undefined, effectiveDateTime: '2026-03' }) },
      findings: [
        { messageId: 'broken', path: 'Observation.effectiveDateTime' },
        { messageId: 'broken', path: 'Observation' },
      ],
    },
    {
      title: 'a component that repeats the code (obs-7)',
      fhir: { resource: weight({ component: [component('29463-7')] }) },
      findings: [{ messageId: 'broken', path: 'Observation' }],
    },
    {
      title: 'a period that ends before it starts (per-1), by FHIRPath',
      fhir: {
        resource: weight({ effectiveDateTime: undefined, effectivePeriod: { start: '2026-03-02', end: '2026-03-01' } }),
      },
      findings: [{ messageId: 'broken', path: 'Observation.effectivePeriod' }],
    },
    {
      title: 'a contained resource nobody names (dom-3)',
      fhir: { resource: weight({ contained: [{ ...patient(), id: 'p' }] }) },
      findings: [{ messageId: 'broken', path: 'Observation.contained[0]' }],
    },
    {
      title: 'an extension with neither value nor parts (ext-1)',
      fhir: { resource: weight({ extension: [{ url: 'https://epreuve.example/x' }] }) },
      findings: [{ messageId: 'broken', path: 'Observation.extension[0]' }],
    },
  ],
};
