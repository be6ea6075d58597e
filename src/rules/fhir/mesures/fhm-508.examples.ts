import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'a French display', ...guide(measure('weight', { 'code.coding[0].display': 'Poids corporel' })) },
  ],
  failed: [
    {
      title: 'a height on the code of weight',
      ...guide(measure('weight', { 'code.coding[0].display': 'Taille' })),
      findings: [{ messageId: 'otherCode', path: 'Observation.code.coding[0].display' }],
    },
  ],
};
