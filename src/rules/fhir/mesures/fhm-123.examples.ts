import type { Examples } from '../../examples.js';
import { EXTENSION, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'valid weight', ...guide(measure('weight')) }],
  failed: [
    {
      title: 'weight and height',
      ...guide(measure('weight', { 'meta.profile[1]': `${EXTENSION}mesures-fr-observation-bodyheight` })),
      findings: [{ messageId: 'several', path: 'Observation.meta.profile[1]' }],
    },
  ],
  inapplicable: [{ title: 'no profile', ...guide(measure('weight', { meta: undefined })) }],
};
