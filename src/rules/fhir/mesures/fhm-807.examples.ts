import type { Examples } from '../../examples.js';
import { api, device, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'a weight', ...api(measure('weight', {}, 'api')) },
    { title: 'a pressure', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'a reason in place of the value',
      ...api(
        measure(
          'weight',
          {
            valueQuantity: undefined,
            dataAbsentReason: {
              coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'error' }],
            },
          },
          'api',
        ),
      ),
      findings: [{ messageId: 'noValue', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'a waist without number, which its profile allows',
      ...api(measure('waist', { 'valueQuantity.value': undefined }, 'api')),
      findings: [{ messageId: 'noValue', path: 'Observation.valueQuantity.value' }],
    },
    {
      title: 'a component without value',
      ...api(
        measure(
          'bloodPressure',
          { 'component[1].valueQuantity': undefined, 'component[1].dataAbsentReason': { text: 'x' } },
          'api',
        ),
      ),
      findings: [{ messageId: 'noValue', path: 'Observation.component[1].valueQuantity.value' }],
    },
    {
      title: 'no components',
      ...api(measure('bloodPressure', { component: undefined, dataAbsentReason: { text: 'x' } }, 'api')),
      findings: [{ messageId: 'noValue', path: 'Observation.component' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...api(device()) }],
};
