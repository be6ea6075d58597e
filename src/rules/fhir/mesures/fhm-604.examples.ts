import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'values', ...guide(measure('bloodPressure')) },
    {
      title: 'a reason',
      ...guide(
        measure('bloodPressure', {
          'component[1].valueQuantity': undefined,
          'component[1].dataAbsentReason': { text: 'échec' },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'neither',
      ...guide(measure('bloodPressure', { 'component[1].valueQuantity': undefined })),
      findings: [{ messageId: 'broken', path: 'Observation.component[1]' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
