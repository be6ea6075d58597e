import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'a contained patient that the subject points at',
      ...guide(
        measure('weight', {
          subject: { reference: '#p1' },
          contained: [{ resourceType: 'Patient', id: 'p1', gender: 'female' }],
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'nothing points at it',
      ...guide(measure('weight', { contained: [{ resourceType: 'Patient', id: 'p1', gender: 'female' }] })),
      findings: [{ messageId: 'broken', path: 'Observation.contained[0]' }],
    },
  ],
};
