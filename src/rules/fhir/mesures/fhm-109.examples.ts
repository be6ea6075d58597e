import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'with a narrative',
      ...guide(
        measure('weight', {
          text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">68.4 kg</div>' },
        }),
      ),
    },
  ],
  failed: [{ title: 'without', ...guide(measure('weight')), findings: [{ messageId: 'broken', path: 'Observation' }] }],
};
