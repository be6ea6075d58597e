import type { Examples } from '../../examples.js';
import { api, device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
    {
      title: 'a second coding beside it',
      ...guide(measure('oxygen', { 'code.coding[1]': { system: 'http://loinc.org', code: '59408-5' } })),
    },
  ],
  failed: [
    {
      title: 'another weight code',
      ...guide(measure('weight', { 'code.coding[0].code': '3141-9' })),
      findings: [{ messageId: 'missing', path: 'Observation.code.coding' }],
    },
    {
      title: 'twice',
      ...guide(measure('weight', { 'code.coding[1]': { system: 'http://loinc.org', code: '29463-7' } })),
      findings: [{ messageId: 'extra', path: 'Observation.code.coding[1]' }],
    },
    {
      title: 'a second coding for steps at the API, where each must match',
      ...api(measure('steps', { 'code.coding[1]': { system: 'http://loinc.org', code: '55423-8' } }, 'api')),
      findings: [{ messageId: 'value', path: 'Observation.code.coding[1]' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
