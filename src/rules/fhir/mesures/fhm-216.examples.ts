import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'valid weight', ...guide(measure('weight')) }],
  failed: [
    {
      title: 'a type alone',
      ...guide(measure('weight', { device: { type: 'Device' } })),
      findings: [{ messageId: 'empty', path: 'Observation.device' }],
    },
  ],
};
