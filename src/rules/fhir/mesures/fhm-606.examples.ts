import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: '124/79', ...guide(measure('bloodPressure')) }],
  failed: [
    {
      title: 'exchanged',
      ...guide(
        measure('bloodPressure', { 'component[0].valueQuantity.value': 79, 'component[1].valueQuantity.value': 124 }),
      ),
      findings: [{ messageId: 'reversed', path: 'Observation.component[1].valueQuantity.value' }],
    },
    {
      title: 'exchanged, with a code of another terminology before',
      ...guide(
        measure('bloodPressure', {
          'component[0].code.coding': [
            { system: 'http://snomed.info/sct', code: '271649006' },
            { system: 'http://loinc.org', code: '8480-6' },
          ],
          'component[0].valueQuantity.value': 79,
          'component[1].valueQuantity.value': 124,
        }),
      ),
      findings: [{ messageId: 'reversed', path: 'Observation.component[1].valueQuantity.value' }],
    },
    {
      title: 'a mean outside',
      ...guide(
        measure('bloodPressure', {
          'component[2]': {
            code: { coding: [{ system: 'http://loinc.org', code: '8478-0' }] },
            valueQuantity: { value: 60, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
          },
        }),
      ),
      findings: [{ messageId: 'meanOutside', path: 'Observation.component[2].valueQuantity.value' }],
    },
  ],
  inapplicable: [{ title: 'valid weight', ...guide(measure('weight')) }],
};
