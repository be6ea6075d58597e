import type { Examples } from '../../examples.js';
import { guide, patient } from './example-resources.js';

export const examples: Examples = {
  passed: [{ title: 'a right key', ...guide(patient({ 'identifier[0].system': 'urn:oid:1.2.250.1.213.1.4.8' })) }],
  failed: [
    {
      title: 'a wrong key',
      ...guide(
        patient({ 'identifier[0].system': 'urn:oid:1.2.250.1.213.1.4.8', 'identifier[0].value': '279035121518988' }),
      ),
      findings: [{ messageId: 'key', path: 'Patient.identifier[0].value' }],
    },
    {
      title: 'too short',
      ...guide(
        patient({ 'identifier[0].system': 'urn:oid:1.2.250.1.213.1.4.8', 'identifier[0].value': '2790351215189' }),
      ),
      findings: [{ messageId: 'form', path: 'Patient.identifier[0].value' }],
    },
  ],
  inapplicable: [{ title: 'a test INS', ...guide(patient()) }],
};
