import type { Examples } from '../../examples.js';
import { api, device, feed, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'one observation and its device', ...api(feed()) },
    { title: 'the bundle of the guide', ...guide(feed({}, 'weight', 'guide')) },
  ],
  failed: [
    { title: 'a batch', ...api(feed({ type: 'batch' })), findings: [{ messageId: 'value', path: 'Bundle.type' }] },
    {
      title: 'no observation',
      ...api(feed({ 'entry[0]': undefined })),
      findings: [{ messageId: 'missing', path: 'Bundle.entry' }],
    },
    {
      title: 'two observations',
      ...api(
        feed({
          'entry[2]': {
            fullUrl: 'urn:uuid:7b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10',
            resource: measure('height', {}, 'api'),
            request: { method: 'POST', url: 'Observation' },
          },
        }),
      ),
      findings: [{ messageId: 'extra', path: 'Bundle.entry[2].resource' }],
    },
    {
      title: 'two devices',
      ...api(
        feed({
          'entry[2]': {
            fullUrl: 'urn:uuid:7b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e11',
            resource: device({ id: 'd2' }),
            request: { method: 'POST', url: 'Device', ifNoneExist: 'x' },
          },
        }),
      ),
      findings: [{ messageId: 'extra', path: 'Bundle.entry[2].resource' }],
    },
    {
      title: 'a guide bundle of another type',
      ...guide(feed({ type: 'batch' }, 'weight', 'guide')),
      findings: [{ messageId: 'value', path: 'Bundle.type' }],
    },
  ],
  inapplicable: [{ title: 'an answer to a search', ...api({ resourceType: 'Bundle', type: 'searchset', total: 0 }) }],
};
