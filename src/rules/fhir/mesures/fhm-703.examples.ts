import type { Examples } from '../../examples.js';
import { api, device, feed, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'a scale', ...guide(device()) },
    { title: 'a scale with a weight', ...api(feed(), 1) },
  ],
  failed: [
    {
      title: 'an unknown code',
      ...guide(device({ 'specialization[0].systemType.coding[0].code': '528398' })),
      findings: [{ messageId: 'unknown', path: 'Device.specialization[0].systemType.coding[0]' }],
    },
    {
      title: 'a scale with a temperature',
      ...api(feed({}, 'temperature'), 1),
      findings: [{ messageId: 'doesNotFit', path: 'Bundle.entry[1].resource.specialization[0].systemType.coding[0]' }],
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
