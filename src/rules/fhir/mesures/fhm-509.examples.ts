import type { Examples } from '../../examples.js';
import { device, FMA, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'a complete body site',
      ...guide(measure('temperature', { bodySite: { coding: [{ system: FMA, code: '49184' }] } })),
    },
  ],
  failed: [
    {
      title: 'no system',
      ...guide(measure('oxygen', { method: { coding: [{ code: 'C153216' }] } })),
      findings: [{ messageId: 'missing', path: 'Observation.method.coding[0].system' }],
    },
    {
      title: 'a body site without system',
      ...guide(measure('temperature', { bodySite: { coding: [{ code: '49184' }] } })),
      findings: [{ messageId: 'missing', path: 'Observation.bodySite.coding[0].system' }],
    },
    {
      title: 'no code',
      ...guide(measure('temperature', { bodySite: { coding: [{ system: FMA, display: 'Bouche' }] } })),
      findings: [{ messageId: 'missing', path: 'Observation.bodySite.coding[0].code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
