import type { Examples } from '../../examples.js';
import { api, FMA, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'the mouth',
      ...guide(measure('temperature', { bodySite: { coding: [{ system: FMA, code: '49184' }] } })),
    },
    {
      title: 'the arm at the API',
      ...api(measure('bloodPressure', { bodySite: { coding: [{ system: FMA, code: '24890' }] } }, 'api')),
    },
    {
      title: 'no system: told by FHM-509',
      ...guide(measure('temperature', { bodySite: { coding: [{ code: '49184' }] } })),
    },
    {
      title: 'no code: told by FHM-509',
      ...guide(measure('temperature', { bodySite: { coding: [{ system: FMA, display: 'Bouche' }] } })),
    },
  ],
  failed: [
    {
      title: 'the heel at the API',
      ...api(measure('temperature', { bodySite: { coding: [{ system: FMA, code: '25054' }] } }, 'api')),
      findings: [{ messageId: 'code', path: 'Observation.bodySite.coding[0].code' }],
    },
    {
      title: 'a text alone',
      ...guide(measure('temperature', { bodySite: { text: 'bouche' } })),
      findings: [{ messageId: 'missing', path: 'Observation.bodySite' }],
    },
    {
      title: 'the list of 3.2.0 was not read',
      ...guide(measure('temperature', { bodySite: { coding: [{ system: FMA, code: '25054' }] } })),
      findings: [{ messageId: 'unconfirmed', path: 'Observation.bodySite.coding[0].code', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
