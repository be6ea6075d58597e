import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';
import { mdm, oru } from './example-transport.js';

export const examples: Examples = {
  passed: [
    { title: 'ORU in 2.5', message: oru() },
    { title: 'MDM in 2.6', message: mdm() },
  ],
  failed: [
    {
      title: 'ORU in 2.6',
      message: oru(undefined, { 'MSH-12': '2.6' }),
      findings: [{ messageId: 'other', path: 'MSH-12.1', severity: 'error' }],
    },
    {
      title: 'MDM in 2.5',
      message: mdm('T02', undefined, { 'MSH-12': '2.5' }),
      findings: [{ messageId: 'other', path: 'MSH-12.1' }],
    },
  ],
  inapplicable: [{ title: 'an ADT', message: adt('A28') }],
};
