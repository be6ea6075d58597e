import type { Examples } from '../../examples.js';
import { api, DEVICE_ID, feed, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'a feed', ...api(feed()) }],
  failed: [
    {
      title: 'a bare UUID',
      ...api(feed({ 'entry[0].fullUrl': DEVICE_ID })),
      findings: [{ messageId: 'form', path: 'Bundle.entry[0].fullUrl' }],
    },
    {
      title: 'absent',
      ...api(feed({ 'entry[0].fullUrl': undefined })),
      findings: [{ messageId: 'absent', path: 'Bundle.entry[0].fullUrl' }],
    },
    {
      title: 'twice',
      ...api(feed({ 'entry[0].fullUrl': `urn:uuid:${DEVICE_ID}` })),
      findings: [{ messageId: 'form', path: 'Bundle.entry[1].fullUrl' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
