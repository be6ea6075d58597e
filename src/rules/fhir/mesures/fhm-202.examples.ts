import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'no display', ...guide(measure('bloodPressure')) },
    { title: 'the display of 3.2.0', ...guide(measure('pain', { 'category[0].coding[0].display': 'vital-signs' })) },
    {
      title: 'the display of 3.0.1 at the API',
      ...api(measure('pain', { 'category[0].coding[0].display': 'Signes vitaux' }, 'api')),
    },
  ],
  failed: [
    {
      title: 'the older display under 3.2.0',
      ...guide(measure('pain', { 'category[0].coding[0].display': 'Signes vitaux' })),
      findings: [{ messageId: 'value', path: 'Observation.category[0].coding[0].display' }],
    },
    {
      title: 'the newer one at the API',
      ...api(measure('pain', { 'category[0].coding[0].display': 'vital-signs' }, 'api')),
      findings: [{ messageId: 'value', path: 'Observation.category[0].coding[0].display' }],
    },
  ],
  inapplicable: [{ title: 'a weight, whose profile says nothing of it', ...guide(measure('weight')) }],
};
