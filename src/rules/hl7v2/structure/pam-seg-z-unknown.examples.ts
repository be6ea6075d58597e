import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'French Z segments', message: adt('A01') },
    { title: 'no Z segment', message: adt('A40') },
  ],
  failed: [
    {
      title: 'a Z segment of the vendor',
      message: `${adt('A28')}ZZZ|1\r`,
      findings: [{ messageId: 'unknown', path: 'ZZZ' }],
    },
    {
      title: 'a segment of an older profile',
      message: `${adt('A28')}ZFU|1\rZFU|2\r`,
      findings: [
        { messageId: 'unknown', path: 'ZFU' },
        { messageId: 'unknown', path: 'ZFU(2)' },
      ],
    },
  ],
};
