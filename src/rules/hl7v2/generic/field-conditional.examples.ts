import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a person: neither species nor breed', message: adt('A01') },
    { title: 'an animal, with its breed', message: adt('A01', { 'PID-35': 'CANIS', 'PID-36': 'BEAGLE' }) },
  ],
  failed: [
    {
      title: 'a breed without a species',
      message: adt('A01', { 'PID-36': 'BEAGLE' }),
      findings: [{ messageId: 'notAllowed', path: 'PID-36' }],
    },
    {
      title: 'a species without a breed',
      message: adt('A01', { 'PID-35': 'CANIS' }),
      findings: [{ messageId: 'missing', path: 'PID-36' }],
    },
  ],
};
