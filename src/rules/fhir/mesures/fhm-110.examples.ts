import type { Examples } from '../../examples.js';
import { api, guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    { title: 'valid weight', ...guide(measure('weight')) },
    { title: 'valid blood pressure at the API', ...api(measure('bloodPressure', {}, 'api')) },
  ],
  failed: [
    {
      title: 'an extension with neither',
      ...guide(
        measure('weight', { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo' }] }),
      ),
      findings: [{ messageId: 'broken', path: 'Observation.extension[0]' }],
    },
  ],
};
