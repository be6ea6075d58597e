import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const zfa = (rest: string) => adt('A28', { ZFA: `ZFA|ACTIF|20260105|||||||${rest}` });

export const examples: Examples = {
  passed: [
    { title: 'dated', message: zfa('INO|20260105|IC|20260105') },
    { title: 'not collected', message: zfa('NA||NA') },
  ],
  failed: [
    {
      title: 'neither date',
      message: zfa('IO||INC'),
      findings: [
        { messageId: 'undated', path: 'ZFA-10', severity: 'warning' },
        { messageId: 'undated', path: 'ZFA-12', severity: 'warning' },
      ],
    },
  ],
  inapplicable: [{ title: 'no ZFA', message: adt('A28') }],
};
