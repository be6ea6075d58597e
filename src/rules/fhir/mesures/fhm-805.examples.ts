import type { Examples } from '../../examples.js';
import { api, feed } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'linked', ...api(feed()) },
    { title: 'neither', ...api(feed({ 'entry[1]': undefined, 'entry[0].resource.device': undefined })) },
  ],
  failed: [
    {
      title: 'not named',
      ...api(feed({ 'entry[0].resource.device': undefined })),
      findings: [{ messageId: 'noReference', path: 'Bundle.entry[0].resource.device.reference' }],
    },
    {
      title: 'another id',
      ...api(feed({ 'entry[0].resource.device.reference': 'Device/other' })),
      findings: [{ messageId: 'differs', path: 'Bundle.entry[0].resource.device.reference' }],
    },
    {
      title: 'no device in the bundle',
      ...api(feed({ 'entry[1]': undefined })),
      findings: [{ messageId: 'noDevice', path: 'Bundle.entry[0].resource.device.reference' }],
    },
  ],
  inapplicable: [{ title: 'an answer to a search', ...api({ resourceType: 'Bundle', type: 'searchset', total: 0 }) }],
};
