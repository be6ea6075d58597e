import type { Examples } from '../../examples.js';
import { api, device, measure, patient } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'declared', ...api(measure('weight', {}, 'api')) },
    { title: 'a device', ...api(device()) },
  ],
  failed: [
    {
      title: 'an observation without',
      ...api(measure('weight', { meta: undefined }, 'api')),
      findings: [{ messageId: 'absent', path: 'Observation.meta.profile' }],
    },
    {
      title: 'a device without',
      ...api(device({ meta: undefined })),
      findings: [{ messageId: 'absent', path: 'Device.meta.profile' }],
    },
  ],
  inapplicable: [{ title: 'a patient', ...api(patient()) }],
};
