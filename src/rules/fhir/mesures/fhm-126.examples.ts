import type { Examples } from '../../examples.js';
import { guide, measure } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'an OID', ...guide(measure('weight', { 'meta.source': 'urn:oid:1.2.250.1.999.7' })) }],
  failed: [
    {
      title: 'a URL',
      ...guide(measure('weight', { 'meta.source': 'https://example.org/app' })),
      findings: [{ messageId: 'notAnOid', path: 'Observation.meta.source' }],
    },
  ],
  inapplicable: [{ title: 'no source', ...guide(measure('weight')) }],
};
