import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'a code of the list',
      ...guide(
        measure('weight', {
          valueQuantity: undefined,
          dataAbsentReason: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'not-performed' }],
          },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'a code of our own',
      ...guide(
        measure('weight', {
          valueQuantity: undefined,
          dataAbsentReason: { coding: [{ system: 'https://example.org/reasons', code: 'panne' }] },
        }),
      ),
      findings: [{ messageId: 'code', path: 'Observation.dataAbsentReason.coding[0].code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
