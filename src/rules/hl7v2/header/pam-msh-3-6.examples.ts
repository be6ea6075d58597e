import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'all four named', message: adt('A28') },
    { title: 'only a universal id', message: adt('A28', { 'MSH-4': '^1.2.250.1.999.1^ISO' }) },
  ],
  failed: [
    {
      title: 'receiver not named',
      message: adt('A28', { 'MSH-5': '', 'MSH-6': '' }),
      findings: [
        { messageId: 'receivingApplication', path: 'MSH-5' },
        { messageId: 'receivingFacility', path: 'MSH-6' },
      ],
    },
    {
      title: 'sender made of separators only',
      message: adt('A28', { 'MSH-3': '^^', 'MSH-4': '&' }),
      findings: [
        { messageId: 'sendingApplication', path: 'MSH-3' },
        { messageId: 'sendingFacility', path: 'MSH-4' },
      ],
    },
  ],
};
