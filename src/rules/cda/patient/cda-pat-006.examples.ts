import type { Examples } from '../../examples.js';
import { level1 } from '../example-documents.js';

const parameters = { destination: 'dmp' };
const withoutIns = level1(['<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>', '']);

export const examples: Examples = {
  passed: [{ title: 'with INS', cda: level1(), parameters }],
  failed: [
    {
      title: 'local identifier only',
      cda: withoutIns,
      parameters,
      findings: [{ messageId: 'missing', path: '/ClinicalDocument/recordTarget/patientRole' }],
    },
  ],
  inapplicable: [{ title: 'another destination', cda: withoutIns }],
};
