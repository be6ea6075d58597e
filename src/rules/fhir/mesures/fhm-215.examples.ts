import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'with its device',
      ...guide(measure('weight', { method: { text: 'balance connectée' }, device: { reference: 'Device/7' } })),
    },
  ],
  failed: [
    {
      title: 'a connected scale without device',
      ...guide(measure('weight', { method: { text: 'balance connectée' } })),
      findings: [{ messageId: 'noDevice', path: 'Observation.device' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
