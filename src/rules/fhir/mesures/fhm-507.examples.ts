import type { Examples } from '../../examples.js';
import { api, device, guide, measure, NCIT } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'a code of the generation in use',
      ...guide(
        measure('steps', {
          method: { coding: [{ system: 'https://smt.esante.gouv.fr/terminologie-emdn', code: 'Y210905' }] },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'an older method at 3.2.0',
      ...guide(measure('steps', { method: { coding: [{ system: NCIT, code: 'C88165' }] } })),
      findings: [{ messageId: 'otherGeneration', path: 'Observation.method.coding[0].code' }],
    },
    {
      title: 'a newer code at the API',
      ...api(measure('glucose', { 'code.coding[0].system': 'http://loinc.org' }, 'api')),
      findings: [{ messageId: 'otherGeneration', path: 'Observation.code.coding[0].code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
