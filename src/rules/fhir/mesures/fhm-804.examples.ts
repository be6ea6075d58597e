import type { Examples } from '../../examples.js';
import { api, feed } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'on its system identifier', ...api(feed()) }],
  failed: [
    {
      title: 'absent',
      ...api(feed({ 'entry[1].request.ifNoneExist': undefined })),
      findings: [{ messageId: 'absent', path: 'Bundle.entry[1].request.ifNoneExist' }],
    },
    {
      title: 'no urn',
      ...api(feed({ 'entry[1].request.ifNoneExist': 'identifier=1.2.3|A1' })),
      findings: [{ messageId: 'illFormed', path: 'Bundle.entry[1].request.ifNoneExist' }],
    },
    {
      title: 'another device',
      ...api(feed({ 'entry[1].request.ifNoneExist': 'identifier=urn:oid:1.2.3|AA-BB' })),
      findings: [{ messageId: 'otherDevice', path: 'Bundle.entry[1].request.ifNoneExist' }],
    },
  ],
  inapplicable: [{ title: 'no device', ...api(feed({ 'entry[1]': undefined })) }],
};
