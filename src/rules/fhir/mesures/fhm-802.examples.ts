import type { Examples } from '../../examples.js';
import { api, feed, guide } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'two creations', ...api(feed()) },
    { title: 'under the guide', ...guide(feed({}, 'weight', 'guide')) },
  ],
  failed: [
    {
      title: 'an update',
      ...api(feed({ 'entry[0].request.method': 'PUT' })),
      findings: [{ messageId: 'value', path: 'Bundle.entry[0].request.method' }],
    },
    {
      title: 'another url',
      ...api(feed({ 'entry[0].request.url': 'Observation/1' })),
      findings: [{ messageId: 'value', path: 'Bundle.entry[0].request.url' }],
    },
    {
      title: 'a patient',
      ...api(
        feed({
          'entry[2]': {
            fullUrl: 'urn:uuid:7b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e12',
            resource: { resourceType: 'Patient' },
            request: { method: 'POST', url: 'Patient' },
          },
        }),
      ),
      findings: [{ messageId: 'otherType', path: 'Bundle.entry[2].resource' }],
    },
    {
      title: 'no request',
      ...api(feed({ 'entry[1].request': undefined })),
      findings: [{ messageId: 'missing', path: 'Bundle.entry[1].request' }],
    },
    {
      title: 'an update under the guide',
      ...guide(feed({ 'entry[0].request.method': 'PUT' }, 'weight', 'guide')),
      findings: [{ messageId: 'value', path: 'Bundle.entry[0].request.method' }],
    },
  ],
  inapplicable: [{ title: 'an answer to a search', ...api({ resourceType: 'Bundle', type: 'searchset', total: 0 }) }],
};
