import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'a person: neither species nor breed', message: adt('A01') },
    { title: 'an animal, with its breed', message: adt('A01', { 'PID-35': 'CANIS', 'PID-36': 'BEAGLE' }) },
    { title: 'a transfer with the location before it', message: adt('A02') },
    { title: 'that location elsewhere: allowed', message: adt('A01', { 'PV1-6.1': '2000' }) },
  ],
  failed: [
    {
      title: 'a transfer that does not say where the patient was',
      message: adt('A02', { 'PV1-6': '' }),
      findings: [{ messageId: 'missing', path: 'PV1-6' }],
    },
    {
      title: 'a pending transfer without its date and its place',
      message: adt('A15', { 'EVN-3': '', 'PV1-42': '' }),
      findings: [
        { messageId: 'missing', path: 'EVN-3' },
        { messageId: 'missing', path: 'PV1-42' },
      ],
    },
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
