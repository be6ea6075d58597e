import type { Examples } from '../../examples.js';
import { guide, measure, patient } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'a validated test INS', ...guide(patient()) }],
  failed: [
    {
      title: 'validated without INS',
      ...guide(patient({ 'identifier[0].system': 'urn:oid:1.2.250.1.999.2' })),
      findings: [{ messageId: 'broken', path: 'Patient' }],
    },
    {
      title: 'two official identifiers',
      ...guide(patient({ 'identifier[1]': { use: 'official', system: 'urn:oid:1.2.250.1.999.2', value: '1' } })),
      findings: [{ messageId: 'broken', path: 'Patient' }],
    },
  ],
  inapplicable: [{ title: 'an observation', ...guide(measure('weight')) }],
};
