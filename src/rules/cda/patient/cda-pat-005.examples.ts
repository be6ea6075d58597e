import type { Examples } from '../../examples.js';
import { level1 } from '../example-documents.js';

const production = level1(['root="1.2.250.1.213.1.4.10"', 'root="1.2.250.1.213.1.4.8"']);
const path = '/ClinicalDocument/recordTarget/patientRole/id[1]/@root';

export const examples: Examples = {
  passed: [
    { title: 'test OID in test', cda: level1(), parameters: { expectedIns: 'test' } },
    { title: 'production OID in production', cda: production, parameters: { expectedIns: 'production' } },
  ],
  failed: [
    {
      title: 'production OID in test',
      cda: production,
      parameters: { expectedIns: 'test' },
      findings: [{ messageId: 'production', path }],
    },
    {
      title: 'test OID in production',
      cda: level1(),
      parameters: { expectedIns: 'production' },
      findings: [{ messageId: 'test', path }],
    },
  ],
  inapplicable: [
    { title: 'environment not said', cda: production },
    {
      title: 'no INS',
      cda: level1(['<id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>', '']),
      parameters: { expectedIns: 'test' },
    },
  ],
};
