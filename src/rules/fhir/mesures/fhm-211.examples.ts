import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'a complete reason',
      ...guide(
        measure('weight', {
          valueQuantity: undefined,
          dataAbsentReason: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'error' }],
          },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'no system',
      ...guide(measure('weight', { valueQuantity: undefined, dataAbsentReason: { coding: [{ code: 'error' }] } })),
      findings: [{ messageId: 'missing', path: 'Observation.dataAbsentReason.coding[0].system' }],
    },
    {
      title: 'no code',
      ...guide(
        measure('weight', {
          valueQuantity: undefined,
          dataAbsentReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason' }] },
        }),
      ),
      findings: [{ messageId: 'missing', path: 'Observation.dataAbsentReason.coding[0].code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
