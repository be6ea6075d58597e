import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'PHD 1.0.0', ...guide(device()) }],
  failed: [
    {
      title: 'PHD 2.0.0',
      ...guide(
        device({
          'identifier[0].type.coding[0].system': 'http://terminology.hl7.org/CodeSystem/ContinuaDeviceIdentifiers',
        }),
      ),
      findings: [{ messageId: 'otherSystem', path: 'Device.identifier[0].type.coding[0].system' }],
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
