import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    {
      title: 'absent with a reason',
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
      title: 'neither',
      ...guide(measure('weight', { valueQuantity: undefined })),
      findings: [{ messageId: 'broken', path: 'Observation' }],
    },
    {
      title: 'both',
      ...guide(
        measure('weight', {
          dataAbsentReason: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'error' }],
          },
        }),
      ),
      findings: [{ messageId: 'broken', path: 'Observation' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
