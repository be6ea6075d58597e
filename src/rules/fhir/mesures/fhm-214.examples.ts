import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    {
      title: 'a practitioner as performer',
      ...guide(measure('weight', { performer: [{ reference: 'Practitioner/7' }] })),
    },
  ],
  failed: [
    {
      title: 'a device as performer',
      ...guide(measure('weight', { performer: [{ reference: 'Device/7' }] })),
      findings: [{ messageId: 'target', path: 'Observation.performer[0].reference' }],
    },
    {
      title: 'a patient as device',
      ...guide(measure('weight', { device: { reference: 'Patient/7' } })),
      findings: [{ messageId: 'target', path: 'Observation.device.reference' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
