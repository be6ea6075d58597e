import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'one', ...guide(measure('glucose', { referenceRange: [{ text: '70-110' }] })) }],
  failed: [
    {
      title: 'two',
      ...guide(measure('glucose', { referenceRange: [{ text: '70-110' }, { text: '80-120' }] })),
      findings: [{ messageId: 'extra', path: 'Observation.referenceRange[1]' }],
    },
  ],
  inapplicable: [{ title: 'a weight', ...guide(measure('weight')) }],
};
