import type { Examples } from '../../examples.js';
import { ALL, created, fed, refusal, search } from './exchange-examples.js';

const OBSERVATION = ['201 Created', 'Observation/1b6f6a1e-55a1-4d0e-8a30-7f2f5c1d9e10'] as const;
const DEVICE = ['200 OK', 'Device/5f0c1c7e-2f3a-4e0b-9c5d-0a1b2c3d4e5f'] as const;

export const examples: Examples = {
  passed: [{ title: 'created, and a known device', ...fed(created(OBSERVATION, DEVICE)) }],
  failed: [
    {
      title: 'an outcome',
      ...fed(refusal('invalid')),
      findings: [{ messageId: 'notAResponse', path: 'OperationOutcome' }],
    },
    { title: 'one answer to two', ...fed(created(OBSERVATION)), findings: [{ messageId: 'count', path: 'Bundle' }] },
    {
      title: 'an error inside',
      ...fed(created(['422 Unprocessable', OBSERVATION[1]], DEVICE)),
      findings: [{ messageId: 'status', path: 'Bundle.entry[0].response.status' }],
    },
    {
      title: 'exchanged locations',
      ...fed(created(['201 Created', DEVICE[1]], DEVICE)),
      findings: [{ messageId: 'location', path: 'Bundle.entry[0].response.location' }],
    },
  ],
  inapplicable: [
    { title: 'a search', ...search(ALL) },
    { title: 'a refusal', ...fed(refusal('invalid'), 422) },
  ],
};
