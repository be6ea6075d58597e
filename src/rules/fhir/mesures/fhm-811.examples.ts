import type { Examples } from '../../examples.js';
import { api, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'a branch',
      ...api(measure('weight', { 'meta.source': 'urn:oid:1.2.250.1.999.7.1' }, 'api')),
      parameters: { solutionOid: '1.2.250.1.999.7' },
    },
  ],
  failed: [
    {
      title: 'another root',
      ...api(measure('weight', { 'meta.source': 'urn:oid:1.2.250.1.999.70' }, 'api')),
      parameters: { solutionOid: '1.2.250.1.999.7' },
      findings: [{ messageId: 'otherRoot', path: 'Observation.meta.source' }],
    },
  ],
  inapplicable: [
    {
      title: 'the OID of the solution was not given',
      ...api(measure('weight', { 'meta.source': 'urn:oid:1.2.250.1.999.70' }, 'api')),
    },
  ],
};
