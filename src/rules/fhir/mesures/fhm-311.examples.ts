import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'agrees',
      ...guide(
        {
          resourceType: 'Bundle',
          type: 'collection',
          entry: [{ resource: measure('bmi') }, { resource: measure('weight') }, { resource: measure('height') }],
        },
        0,
      ),
    },
    {
      title: 'agrees with the second weight of the day',
      ...guide(
        {
          resourceType: 'Bundle',
          type: 'collection',
          entry: [
            { resource: measure('bmi') },
            { resource: measure('weight', { 'valueQuantity.value': 88.4 }) },
            { resource: measure('weight') },
            { resource: measure('height') },
          ],
        },
        0,
      ),
    },
  ],
  failed: [
    {
      title: 'differs',
      ...guide(
        {
          resourceType: 'Bundle',
          type: 'collection',
          entry: [
            { resource: measure('bmi', { 'valueQuantity.value': 27.4 }) },
            { resource: measure('weight') },
            { resource: measure('height') },
          ],
        },
        0,
      ),
      findings: [{ messageId: 'differs', path: 'Bundle.entry[0].resource.valueQuantity.value' }],
    },
  ],
  inapplicable: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'nothing to compare with', ...guide(measure('bmi')) },
  ],
};
