import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

const zfa = (rest: string) => adt('A28', { ZFA: `ZFA|ACTIF|20260105||${rest}` });

export const examples: Examples = {
  passed: [{ title: 'opposition and consent', message: zfa('|||||INO|20260105|IC|20260105') }],
  failed: [
    {
      title: 'authorisation of old versions',
      message: zfa('Y|20260105'),
      findings: [
        { messageId: 'obsolete', path: 'ZFA-4', severity: 'error' },
        { messageId: 'obsolete', path: 'ZFA-5' },
      ],
    },
    {
      title: 'yes and no instead of codes',
      message: zfa('|||||N|20260105|Y|20260105'),
      findings: [
        { messageId: 'unknown', path: 'ZFA-9.1' },
        { messageId: 'unknown', path: 'ZFA-11.1' },
      ],
    },
  ],
  inapplicable: [{ title: 'no ZFA', message: adt('A28') }],
};
