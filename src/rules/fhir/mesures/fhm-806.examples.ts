import type { Examples } from '../../examples.js';
import { api, feed, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'read from a search',
      ...api(
        {
          resourceType: 'Bundle',
          type: 'searchset',
          total: 1,
          entry: [{ fullUrl: 'urn:uuid:0b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10', resource: measure('bmi', {}, 'api') }],
        },
        0,
      ),
    },
  ],
  failed: [
    { title: 'alone', ...api(measure('bmi', {}, 'api')), findings: [{ messageId: 'fed', path: 'Observation' }] },
    {
      title: 'in a feed',
      ...api(feed({}, 'bmi'), 0),
      findings: [{ messageId: 'fed', path: 'Bundle.entry[0].resource' }],
    },
  ],
  inapplicable: [{ title: 'a weight', ...api(measure('weight', {}, 'api')) }],
};
