import type { Examples } from '../../examples.js';
import { EXAMPLE, HL7, profile, profiled } from './example-resources.js';

const pattern = { coding: [{ system: 'http://loinc.org', code: '8280-0' }] };
const definitions = [
  profile('waist', 'Observation', [
    { id: 'Observation.code', path: 'Observation.code', patternCodeableConcept: pattern },
  ]),
];
const waist = (coding: object[]) => profiled(`${EXAMPLE}waist`, { code: { coding } });
const quantity = (code: string) => ({ value: 25, unit: 'kg/m2', system: 'http://unitsofmeasure.org', code });
const bmi = { coding: [{ system: 'http://loinc.org', code: '39156-5' }] };

export const examples: Examples = {
  passed: [
    {
      title: 'the pattern, with more around it',
      fhir: {
        definitions,
        resource: waist([
          { system: 'urn:oid:1.2.3', code: 'a' },
          { system: 'http://loinc.org', code: '8280-0', display: 'b' },
        ]),
      },
    },
    {
      title: 'the fixed code',
      fhir: { resource: profiled(`${HL7}bmi`, { code: bmi, valueQuantity: quantity('kg/m2') }) },
    },
  ],
  failed: [
    {
      title: 'another code',
      fhir: { definitions, resource: waist([{ system: 'http://loinc.org', code: '56086-2' }]) },
      findings: [{ messageId: 'notPattern', path: 'Observation.code' }],
    },
    {
      title: 'another unit',
      fhir: { resource: profiled(`${HL7}bmi`, { code: bmi, valueQuantity: quantity('g/cm2') }) },
      findings: [{ messageId: 'notFixed', path: 'Observation.valueQuantity.code' }],
    },
  ],
};
