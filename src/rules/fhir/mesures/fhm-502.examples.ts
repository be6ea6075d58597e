import type { Examples } from '../../examples.js';
import { api, device, guide, measure, NCIT } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'a scale at 3.2.0',
      ...guide(
        measure('weight', {
          method: { coding: [{ system: 'https://smt.esante.gouv.fr/terminologie-emdn', code: 'V030210' }] },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'another code at the API',
      ...api(measure('weight', { method: { coding: [{ system: NCIT, code: 'C49676' }] } }, 'api')),
      findings: [{ messageId: 'code', path: 'Observation.method.coding[0].code' }],
    },
    {
      title: 'another code at 3.2.0, where the list is extensible',
      ...guide(measure('weight', { method: { coding: [{ system: NCIT, code: 'C49676' }] } })),
      findings: [{ messageId: 'code', path: 'Observation.method.coding[0].code', severity: 'warning' }],
    },
    {
      title: 'a text alone for SpO2',
      ...guide(measure('oxygen', { method: { text: 'doigt' } })),
      findings: [{ messageId: 'missing', path: 'Observation.method' }],
    },
    {
      title: 'a code the list of 3.2.0 may hold',
      ...guide(
        measure('oxygen', {
          method: { coding: [{ system: 'https://smt.esante.gouv.fr/terminologie-emdn', code: 'Z1203020408' }] },
        }),
      ),
      findings: [{ messageId: 'unconfirmed', path: 'Observation.method.coding[0].code', severity: 'warning' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
