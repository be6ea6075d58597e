import type { Examples } from '../../examples.js';
import { device, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    {
      title: 'high',
      ...guide(
        measure('weight', {
          'interpretation[0]': {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'H' }],
          },
        }),
      ),
    },
  ],
  failed: [
    {
      title: 'a code of our own',
      ...guide(
        measure('weight', {
          'interpretation[0]': { coding: [{ system: 'https://example.org/interpretation', code: 'haut' }] },
        }),
      ),
      findings: [{ messageId: 'code', path: 'Observation.interpretation[0].coding[0].code' }],
    },
  ],
  inapplicable: [{ title: 'a device', ...guide(device()) }],
};
