import type { Examples } from '../examples.js';
import { level3, pair } from './example-pairs.js';

export const examples: Examples = {
  passed: [{ title: 'the same in both', pair: pair() }],
  failed: [
    {
      title: 'another in the level 3',
      pair: pair({}, { replace: { '1999999999': '1999999998' } }),
      findings: [
        {
          messageId: 'differs',
          path: '/ClinicalDocument/custodian/assignedCustodian/representedCustodianOrganization/id',
          severity: 'error',
        },
      ],
    },
    {
      title: 'none in the level 1',
      pair: pair({ replace: { '<id root="1.2.250.1.71.4.2.2" extension="1999999999"/>': '' } }),
      findings: [
        {
          messageId: 'differs',
          path: '/ClinicalDocument/custodian/assignedCustodian/representedCustodianOrganization/id',
        },
      ],
    },
  ],
  inapplicable: [{ title: 'no level 1', pair: { level3: level3() } }],
};
