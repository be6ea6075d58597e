import type { Examples } from '../../examples.js';
import { level1, level3 } from '../example-documents.js';

const COUNTY = '<county>51215</county>';
const path = '/ClinicalDocument/recordTarget/patientRole/patient/birthplace/place/addr/county';

export const examples: Examples = {
  passed: [
    { title: 'a commune', cda: level3() },
    { title: 'a commune of Corsica', cda: level1([COUNTY, '<county>2A004</county>']) },
    { title: 'abroad', cda: level1([COUNTY, '<county>99109</county>']) },
  ],
  failed: [
    {
      title: 'the name of a town',
      cda: level1([COUNTY, '<county>ÉPERNAY</county>']),
      findings: [{ messageId: 'wrong', path }],
    },
  ],
  inapplicable: [{ title: 'no birth place', cda: level1([COUNTY, '']) }],
};
