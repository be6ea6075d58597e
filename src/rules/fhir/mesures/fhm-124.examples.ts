import type { Examples } from '../../examples.js';
import { EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'the version in use',
      ...guide(measure('weight', { 'meta.profile[0]': `${EXTENSION}mesures-fr-observation-body-weight|3.2.0` })),
    },
  ],
  failed: [
    {
      title: 'an older one',
      ...guide(measure('weight', { 'meta.profile[0]': `${EXTENSION}mesures-fr-observation-body-weight|3.0.1` })),
      findings: [{ messageId: 'otherVersion', path: 'Observation.meta.profile[0]' }],
    },
  ],
  inapplicable: [{ title: 'no version', ...guide(measure('weight')) }],
};
