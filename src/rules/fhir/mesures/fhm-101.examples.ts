import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'a device', ...guide(device()) },
  ],
  failed: [
    {
      title: 'a practitioner',
      ...guide({ resourceType: 'Practitioner', id: 'p1' }),
      findings: [{ messageId: 'otherType', path: 'Practitioner' }],
    },
    {
      title: 'an accent in Windows-1252',
      ...guide(Buffer.from('{"resourceType":"Observation","id":"\xe9"}', 'latin1')),
      findings: [{ messageId: 'encoding', path: '/' }],
    },
    {
      title: 'cut in the middle',
      ...guide('{"resourceType":"Observation",'),
      findings: [{ messageId: 'syntax', path: '/' }],
    },
  ],
};
