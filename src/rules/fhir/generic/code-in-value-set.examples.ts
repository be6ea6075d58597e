import type { FhirDefinition } from '../../../packs/index.js';
import type { Examples } from '../../examples.js';
import { EXAMPLE, patient, profile, profiled, weight } from './example-resources.js';

const valueSet = 'https://epreuve.example/ValueSet/arm';
const system = 'https://epreuve.example/CodeSystem/site';
const definitions: readonly FhirDefinition[] = [
  profile('arm', 'Observation', [
    { id: 'Observation.bodySite', path: 'Observation.bodySite', binding: { strength: 'required', valueSet } },
  ]),
  {
    resourceType: 'ValueSet',
    url: valueSet,
    name: 'Arm',
    compose: { include: [{ system, concept: [{ code: 'arm' }] }] },
  },
];
const site = (bodySite: object) => profiled(`${EXAMPLE}arm`, { bodySite });

export const examples: Examples = {
  passed: [
    { title: 'a known status and gender', fhir: { resource: patient() } },
    {
      title: 'one of the codings',
      fhir: {
        definitions,
        resource: site({
          coding: [
            { system: 'urn:x', code: 'y' },
            { system, code: 'arm' },
          ],
        }),
      },
    },
  ],
  failed: [
    {
      title: 'a status in French',
      fhir: { resource: weight({ status: 'définitif' }) },
      findings: [{ messageId: 'notInValueSet', path: 'Observation.status' }],
    },
    {
      title: 'another code, the same code of another system, no system',
      fhir: {
        definitions,
        resource: site({ coding: [{ system, code: 'leg' }, { system: 'urn:x', code: 'arm' }, { code: 'arm' }] }),
      },
      findings: [{ messageId: 'notInValueSet', path: 'Observation.bodySite' }],
    },
    {
      title: 'text alone',
      fhir: { definitions, resource: site({ text: 'bras' }) },
      findings: [{ messageId: 'noCode', path: 'Observation.bodySite' }],
    },
  ],
};
