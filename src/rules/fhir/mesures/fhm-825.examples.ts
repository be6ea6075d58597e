import type { Examples } from '../../examples.js';
import { ALL, fed, refusal, search, searchset } from './exchange-examples.js';

export const examples: Examples = {
  passed: [
    { title: 'a feed refused', ...fed(refusal('invalid'), 422) },
    { title: 'a search refused', ...search(ALL, refusal('invalid'), 400) },
    { title: 'no consent', ...fed(undefined, 403) },
  ],
  failed: [
    {
      title: 'a status that is not listed',
      ...fed(refusal('invalid'), 418),
      findings: [{ messageId: 'status', path: 'HTTP status' }],
    },
    { title: 'no reason', ...fed(undefined, 422), findings: [{ messageId: 'noOutcome', path: 'HTTP status' }] },
    {
      title: 'another reason',
      ...search(ALL, refusal('exception'), 400),
      findings: [{ messageId: 'code', path: 'OperationOutcome.issue[0].code' }],
    },
    {
      title: 'a warning',
      ...fed(refusal('invalid', 'warning'), 422),
      findings: [{ messageId: 'severity', path: 'OperationOutcome.issue[0].severity' }],
    },
  ],
  inapplicable: [
    { title: 'a search that was answered', ...search(ALL, searchset()) },
    { title: 'the server failed', ...fed(undefined, 500) },
    { title: 'too many requests', ...fed(undefined, 429) },
  ],
};
