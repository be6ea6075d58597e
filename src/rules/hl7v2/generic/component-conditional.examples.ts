import type { Examples } from '../../examples.js';
import { adt } from '../example-messages.js';

export const examples: Examples = {
  passed: [
    { title: 'an OID with its type', message: adt('A01') },
    { title: 'a name alone', message: adt('A01', { 'MSH-3': 'GAM-SIM' }) },
  ],
  failed: [
    {
      title: 'an OID without its type, in a field and inside a component',
      message: adt('A01', { 'MSH-3': 'GAM-SIM^1.2.250.1.999.1', 'PV1-3.4.3': '' }),
      findings: [
        { messageId: 'missing', path: 'MSH-3.3' },
        { messageId: 'missing', path: 'PV1-3.4.3' },
      ],
    },
    {
      title: 'a type without its OID',
      message: adt('A01', { 'MSH-3': 'GAM-SIM^^ISO' }),
      findings: [{ messageId: 'notAllowed', path: 'MSH-3.3' }],
    },
  ],
};
