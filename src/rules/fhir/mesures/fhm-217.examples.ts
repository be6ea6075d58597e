import type { Examples } from '../../examples.js';
import { DEVICE_ID, feed, guide } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'found in the bundle',
      ...guide(feed({ 'entry[0].resource.device.reference': `urn:uuid:${DEVICE_ID}` }, 'weight', 'guide'), 0),
    },
  ],
  failed: [
    {
      title: 'not in the bundle',
      ...guide(
        feed(
          { 'entry[0].resource.device.reference': 'urn:uuid:11111111-2222-4333-8444-555555555555' },
          'weight',
          'guide',
        ),
        0,
      ),
      findings: [{ messageId: 'target', path: 'Bundle.entry[0].resource.device.reference' }],
    },
  ],
};
