import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'an EUI-64', ...guide(device()) }],
  failed: [
    {
      title: 'a Bluetooth address',
      ...guide(device({ 'identifier[0].value': '0A-1B-2C-3D-4E-5F' })),
      findings: [{ messageId: 'notEui64', path: 'Device.identifier[0].value' }],
    },
    {
      title: 'colons',
      ...guide(device({ 'identifier[0].value': '0A:1B:2C:FF:FE:3D:4E:5F' })),
      findings: [{ messageId: 'notEui64', path: 'Device.identifier[0].value' }],
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
