import type { Examples } from '../../examples.js';
import { api, device, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'complete', ...api(measure('weight', {}, 'api')) }],
  failed: [
    {
      title: 'an address',
      ...api(measure('weight', { subject: { reference: 'Patient/42' } }, 'api')),
      findings: [{ messageId: 'absent', path: 'Observation.subject.identifier' }],
    },
    {
      title: 'no system',
      ...api(measure('weight', { 'subject.identifier.system': undefined }, 'api')),
      findings: [{ messageId: 'absent', path: 'Observation.subject.identifier.system' }],
    },
    {
      title: 'no subject',
      ...api(measure('weight', { subject: undefined }, 'api')),
      findings: [{ messageId: 'absent', path: 'Observation.subject.identifier' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...api(device()) }],
};
