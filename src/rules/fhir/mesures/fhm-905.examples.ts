import type { Examples } from '../../examples.js';
import { guide, patient } from './example-resources.js';

export const examples: Examples = {
  passed: [
    {
      title: 'the user says they are real',
      ...guide(patient({ 'identifier[0].system': 'urn:oid:1.2.250.1.213.1.4.8' })),
      parameters: { acceptProductionIns: true },
    },
  ],
  failed: [
    {
      title: 'a production OID',
      ...guide(patient({ 'identifier[0].system': 'urn:oid:1.2.250.1.213.1.4.8' })),
      findings: [{ messageId: 'production', path: 'Patient.identifier[0].system' }],
    },
  ],
  inapplicable: [{ title: 'a test INS', ...guide(patient()) }],
};
